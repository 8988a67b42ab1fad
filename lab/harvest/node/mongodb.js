'use strict';

// An application with the driver itself: connects, reads several times at once, pauses, reads again.

const { MongoClient } = require('mongodb');
const { tell, together, run } = require('./output');

const options = process.env.DRIVER.startsWith('3.7') ? { useUnifiedTopology: true, useNewUrlParser: true } : {};

run(async () => {
    const client = new MongoClient(process.env.MONGODB_URI, options);
    try {
        await client.connect();
    } catch (err) {
        tell(err);
        return;
    }
    await together(() => client.db('shop').collection('orders').find({}).toArray());
});
