'use strict';
// An application that starts, works and closes without any trouble. usage: node shop.js DRIVER-PACKAGE CONNECTION-STRING CA
const { MongoClient } = require(process.argv[2]);
const EVENTS = ['serverOpening', 'serverClosed', 'serverDescriptionChanged', 'topologyOpening', 'topologyClosed',
  'topologyDescriptionChanged', 'serverHeartbeatStarted', 'serverHeartbeatSucceeded', 'connectionPoolCreated',
  'connectionPoolReady', 'connectionPoolClosed', 'connectionCreated', 'connectionReady', 'connectionClosed',
  'connectionCheckOutStarted', 'connectionCheckedOut', 'connectionCheckedIn', 'commandStarted', 'commandSucceeded'];
(async () => {
  for (let round = 0; round < 3; round++) {
    const options = { tlsCAFile: process.argv[4] || undefined, appName: 'shop-' + round, heartbeatFrequencyMS: 700,
      monitorCommands: true, minPoolSize: round, maxIdleTimeMS: 600 };
    if (!options.tlsCAFile) delete options.tlsCAFile;
    const client = new MongoClient(process.argv[3], options);
    for (const e of EVENTS) client.on(e, x => console.log(`${new Date().toISOString()} debug: [mongodb] ${e} ${JSON.stringify(x, (k, v) => typeof v === 'bigint' ? Number(v) : v instanceof Map ? [...v] : v)}`));
    await client.connect();
    console.log(`[${process.pid}] info MongoDB connected`);
    for (const c of ['orders', 'customers', 'invoices', 'stock']) {
      console.log('first of', c, await client.db('shop').collection(c).findOne({ n: round }));
    }
    await new Promise(a => setTimeout(a, 1500));
    await client.close();
    console.log(`[${process.pid}] info MongoDB connection closed`);
  }
})();
