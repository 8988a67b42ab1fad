'use strict';
// Runs Node's clients of other systems against every peer of world.py. usage: node clients.js OUT-PREFIX
const fs = require('fs');
const util = require('util');
const out = process.argv[2];
const single = fs.openSync(out + '.log', 'w');
const several = fs.openSync(out + '.jsonl', 'w');
const ca = fs.readFileSync(process.env.CERTS + '/ca.pem');
const hosts = ['api.example.com', 'www.corp.example.net', 'old.legacy.example.org', '10.30.0.9', 'localhost'];
for (let n = 11; n <= 28; n++) hosts.push(`node-${n}.internal`);

function write(text) {
  text = String(text).replace(/\s+$/, '');
  if (!text) return;
  if (text.includes('\n')) fs.writeSync(several, JSON.stringify({ text }) + '\n');
  else fs.writeSync(single, text + '\n');
}

const pino = require('pino')({ name: 'orders' }, { write });
const winston = require('winston').createLogger({
  level: 'silly',
  transports: [new (require('winston').transports.Stream)({ stream: new (require('stream').Writable)({
    write(chunk, encoding, done) { write(chunk.toString()); done(); } }) })],
  format: require('winston').format.combine(require('winston').format.timestamp(), require('winston').format.simple()),
});
let turn = 0;
const prints = [
  (what, e) => write(`${what} failed: ${e && e.message}`),
  (what, e) => write(util.inspect(e, { depth: 3 })),
  (what, e) => pino.error({ err: e, what }, 'request failed'),
  (what, e) => write(e && e.stack),
  (what, e) => winston.error(`${what}: ${e && e.message}`, { code: e && e.code }),
  (what, e) => write(`Unhandled rejection while ${what} ` + util.inspect(e, { depth: 1 })),
  (what, e) => pino.warn(`${what}: ${e}`),
];
function failed(what, e) { prints[turn++ % prints.length](what, e); }

process.on('uncaughtException', e => failed('uncaught', e));
process.on('unhandledRejection', e => failed('unhandled', e));
console.log = console.error = console.warn = console.info = (...args) => write(util.format(...args));
require('debug').log = (...args) => write(util.format(...args));
require('debug').enable('*,-express:*,-knex:*');

function once(emitter, good, bad = 'error') {
  return new Promise((resolve, reject) => { emitter.on(bad, reject); emitter.once(good, resolve); });
}
const axios = require('axios');
const T = 1500;
const tries = {
  pg: h => { const c = new (require('pg').Client)({ host: h, user: 'orders', password: 'x', database: 'orders', connectionTimeoutMillis: T }); c.on('error', e => failed('pg idle client', e)); return c.connect(); },
  'pg tls': h => { const c = new (require('pg').Client)({ host: h, user: 'orders', password: 'x', ssl: { ca }, connectionTimeoutMillis: T }); c.on('error', e => failed('pg idle client', e)); return c.connect(); },
  'pg pool': h => new (require('pg').Pool)({ host: h, user: 'orders', password: 'x', connectionTimeoutMillis: T }).query('select 1'),
  mysql2: h => require('mysql2/promise').createConnection({ host: h, user: 'orders', connectTimeout: T }),
  mysql: h => new Promise((a, b) => require('mysql').createConnection({ host: h, user: 'orders', connectTimeout: T }).connect(e => e ? b(e) : a())),
  knex: h => require('knex')({ client: 'pg', connection: { host: h, user: 'orders', password: 'x' }, acquireConnectionTimeout: T }).raw('select 1'),
  sequelize: h => new (require('sequelize').Sequelize)(`postgres://orders:x@${h}/orders`, { logging: false, pool: { acquire: T } }).authenticate(),
  tedious: h => new Promise((a, b) => { const c = new (require('tedious').Connection)({ server: h, options: { connectTimeout: T, encrypt: false }, authentication: { type: 'default', options: { userName: 'a', password: 'b' } } }); c.on('connect', e => e ? b(e) : a()); c.connect(); }),
  redis: async h => { const c = require('redis').createClient({ url: `redis://${h}:6379`, socket: { connectTimeout: T, reconnectStrategy: n => n > 2 ? new Error('giving up') : 100 } }); c.on('error', e => failed('redis client', e)); await c.connect(); await c.ping(); c.destroy(); },
  'redis tls': async h => { const c = require('redis').createClient({ url: `rediss://${h}:6380`, socket: { connectTimeout: T, ca, reconnectStrategy: false } }); c.on('error', e => failed('redis client', e)); await c.connect(); },
  redis3: h => once(require('redis3').createClient({ host: h, connect_timeout: T, retry_strategy: o => o.attempt > 1 ? o.error : 100 }), 'ready'),
  ioredis: async h => { const c = new (require('ioredis'))({ host: h, connectTimeout: T, maxRetriesPerRequest: 1, retryStrategy: n => n > 2 ? null : 50 }); c.on('error', e => write('[ioredis] Unhandled error event: ' + e.stack)); await c.get('k'); },
  'ioredis tls': async h => { const c = new (require('ioredis'))({ host: h, port: 6380, tls: { ca }, connectTimeout: T, maxRetriesPerRequest: 0, retryStrategy: () => null }); c.on('error', e => failed('ioredis', e)); await c.get('k'); },
  bull: async h => { const q = new (require('bull'))('mails', { redis: { host: h, connectTimeout: T, maxRetriesPerRequest: 1 } }); q.on('error', e => failed('queue mails', e)); await Promise.race([q.add({}), wait(T)]); q.close().catch(() => {}); },
  kafkajs: async h => { const k = new (require('kafkajs').Kafka)({ clientId: 'orders', brokers: [h + ':9092'], connectionTimeout: 1000, requestTimeout: 1000, retry: { retries: 1, initialRetryTime: 50 }, logLevel: 5, logCreator: () => ({ namespace, level, label, log }) => write(JSON.stringify({ level: label, namespace, ...log })) }); await k.producer().connect(); },
  'kafkajs sasl': async h => { const k = new (require('kafkajs').Kafka)({ clientId: 'orders', brokers: [h + ':9093'], ssl: { ca }, sasl: { mechanism: 'plain', username: 'a', password: 'b' }, connectionTimeout: 1000, requestTimeout: 1000, retry: { retries: 0 } }); await k.admin().connect(); },
  amqplib: h => require('amqplib').connect(`amqp://${h}`, { timeout: T }).then(c => { c.on('error', e => failed('amqp', e)); return c.createChannel(); }),
  amqps: h => require('amqplib').connect(`amqps://${h}`, { timeout: T, ca: [ca] }),
  axios: h => axios.get(`https://${h}/v1/stock`, { timeout: T }),
  'axios plain': h => axios.post(`http://${h}:8080/orders`, { a: 1 }, { timeout: T }),
  got: h => require('got')(`https://${h}:8443/`, { timeout: T, retry: 0 }),
  'node-fetch': h => require('node-fetch')(`https://${h}/`, { timeout: T }),
  fetch: h => fetch(`https://${h}/`, { signal: AbortSignal.timeout(T) }),
  'fetch plain': h => fetch(`http://${h}:3000/`, { signal: AbortSignal.timeout(T) }).then(r => r.json()),
  superagent: h => require('superagent').get(`https://${h}/`).timeout(T),
  https: h => new Promise((a, b) => require('https').get(`https://${h}/`, { timeout: T, ca }, a).on('error', b).on('timeout', function () { this.destroy(new Error('socket hang up (client timeout)')); })),
  elastic: h => new (require('@elastic/elasticsearch').Client)({ node: `http://${h}:9200`, requestTimeout: T, maxRetries: 1 }).info(),
  'elastic tls': h => new (require('@elastic/elasticsearch').Client)({ node: `https://${h}:9200`, requestTimeout: T, maxRetries: 0 }).info(),
  grpc: h => new Promise((a, b) => { const g = require('@grpc/grpc-js'); const c = new g.Client(`${h}:50051`, g.credentials.createInsecure()); c.makeUnaryRequest('/stock.Stock/Get', x => x, x => x, Buffer.alloc(0), { deadline: Date.now() + T }, (e, v) => e ? b(e) : a(v)); }),
  'grpc tls': h => new Promise((a, b) => { const g = require('@grpc/grpc-js'); const c = new g.Client(`${h}:443`, g.credentials.createSsl()); c.makeUnaryRequest('/stock.Stock/Get', x => x, x => x, Buffer.alloc(0), { deadline: Date.now() + T }, (e, v) => e ? b(e) : a(v)); }),
  nodemailer: h => require('nodemailer').createTransport({ host: h, port: 25, connectionTimeout: T, greetingTimeout: T, socketTimeout: T, logger: false }).sendMail({ from: 'a@example.com', to: 'b@example.com' }),
  'nodemailer tls': h => require('nodemailer').createTransport({ host: h, port: 993, secure: true, connectionTimeout: T, greetingTimeout: T }).verify(),
  mqtt: h => { const c = require('mqtt').connect(`mqtt://${h}`, { connectTimeout: T, reconnectPeriod: 0 }); return Promise.race([once(c, 'connect'), once(c, 'close').then(() => { throw new Error('mqtt connection closed'); })]); },
  ws: h => once(new (require('ws'))(`wss://${h}/live`, { handshakeTimeout: T }), 'open'),
  'ws plain': h => once(new (require('ws'))(`ws://${h}:3000/live`, { handshakeTimeout: T }), 'open'),
  nats: h => require('nats').connect({ servers: h + ':4222', timeout: T, maxReconnectAttempts: 0 }),
  cassandra: h => new (require('cassandra-driver').Client)({ contactPoints: [h], localDataCenter: 'dc1', socketOptions: { connectTimeout: T, readTimeout: T } }).connect(),
  ldapjs: h => { const c = require('ldapjs').createClient({ url: `ldap://${h}`, connectTimeout: T, timeout: T }); return Promise.race([once(c, 'connect'), once(c, 'connectRefused').then(e => { throw e; }), once(c, 'connectError').then(e => { throw e; })]); },
  ssh2: h => { const c = new (require('ssh2').Client)(); const r = once(c, 'ready'); c.connect({ host: h, username: 'deploy', password: 'x', readyTimeout: T }); return r; },
  memcached: h => new Promise((a, b) => new (require('memcached'))(h + ':11211', { timeout: T, retries: 0 }).get('k', (e, v) => e ? b(e) : a(v))),
  neo4j: h => require('neo4j-driver').driver(`bolt://${h}`, undefined, { connectionTimeout: T, connectionAcquisitionTimeout: T }).verifyConnectivity(),
  dns: h => require('dns').promises.lookup(h).then(() => require('dns').promises.resolveSrv('_sip._tcp.' + h)),
  'dns xmpp': h => { const r = new (require('dns').promises.Resolver)({ timeout: 500, tries: 1 }); r.setServers([turn % 2 ? '10.20.0.54' : '10.20.0.53']); return r.resolveSrv('_xmpp-client._tcp.' + h); },
  'dns txt': h => { const r = new (require('dns').promises.Resolver)({ timeout: 500, tries: 1 }); r.setServers(['10.20.0.' + (53 + turn % 3)]); return r.resolveTxt(h); },
  net: h => new Promise((a, b) => { const s = require('net').connect(6379, h); s.setTimeout(T, () => s.destroy(new Error('socket timeout'))); s.on('error', b); s.on('close', () => b(new Error('closed'))); const t = setInterval(() => s.writable && s.write('PING\r\n'), 20); s.on('close', () => clearInterval(t)); s.on('data', a); }),
  tls: h => once(require('tls').connect({ host: h, port: 5671, servername: h, ca, timeout: T }), 'secureConnect'),
  'socket.io': h => { const s = require('socket.io-client')(`https://${h}/`, { timeout: T, reconnection: false }); return once(s, 'connect', 'connect_error'); },
  undici: h => require('undici').request(`https://${h}/`, { headersTimeout: T }),
};
const wait = ms => new Promise((a, b) => setTimeout(() => b(new Error('Operation timed out after ' + ms + ' ms')), ms).unref());

(async () => {
  await Promise.all(Object.entries(tries).map(async ([name, attempt]) => {
    for (const h of hosts) {
      try {
        await Promise.race([Promise.resolve(attempt(h)), wait(4000)]);
        winston.debug(`${name} answered`);
      } catch (e) {
        failed(name, e);
      }
    }
  }));
  process.exit(0);
})();
