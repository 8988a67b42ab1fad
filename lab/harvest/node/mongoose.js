'use strict';

// An application with mongoose: opens its connection and reads without waiting for it, pauses, reads again.

const mongoose = require('mongoose');
const { tell, together, run } = require('./output');

const options = process.env.DRIVER.startsWith('5.') ? { useUnifiedTopology: true, useNewUrlParser: true } : {};

mongoose.set('bufferTimeoutMS', 2000);
mongoose.set('strictQuery', false);
mongoose.connection.on('error', tell);

const Order = mongoose.model('Order', new mongoose.Schema({ customer: String }, { autoCreate: false, autoIndex: false }));

run(async () => {
    const opened = mongoose.connect(process.env.MONGODB_URI, options).catch(tell);
    await together(() => Order.find({}).exec());
    await opened;
});
