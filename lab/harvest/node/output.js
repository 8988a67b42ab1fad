'use strict';

// How applications print an error. Each text, however many lines it has, is written as one line: a JSON string.

const util = require('util');

const told = new Set();

function print(text) {
    process.stdout.write(JSON.stringify(text) + '\n');
}

// As console.error does, without colours: with the fields of the error and its causes.
function inspected(err) {
    return util.format('MongoDB connection error:', err);
}

function bare(err) {
    return 'MongoDB connection error: ' + err.message;
}

function stack(err) {
    return `[${new Date().toISOString()}] error: could not load the open orders: ${err.stack}`;
}

// As pino does with its standard serializer.
function json(err) {
    return JSON.stringify({
        level: 50,
        time: Date.now(),
        pid: 1,
        hostname: 'orders-5d8f7',
        err: { type: err.constructor.name, message: err.message, stack: err.stack },
        msg: 'could not load the open orders',
    });
}

// Once for each message.
function tell(err) {
    const key = String(err);
    if (told.has(key)) {
        return;
    }
    told.add(key);
    print(inspected(err));
    print(bare(err));
    print(process.env.SECOND === 'json' ? json(err) : stack(err));
}

// What the driver itself says goes through the runtime's warnings.
process.on('warning', warning => print(`(node:1) ${warning.stack.split('\n')[0]}`));

const pause = millis => new Promise(resolve => setTimeout(resolve, millis));

// Longer than the lab's nodes keep an idle connection where they cut it.
const PAUSE_MILLIS = 1600;
const ROUNDS = 2;
const AT_THE_SAME_TIME = 4;

async function together(read) {
    for (let round = 0; round < ROUNDS; round++) {
        await Promise.all(Array.from({ length: AT_THE_SAME_TIME }, () => read().catch(tell)));
        await pause(PAUSE_MILLIS);
    }
}

// Some old drivers never end their timers.
function run(main) {
    main().catch(tell).then(() => process.exit(0));
}

module.exports = { tell, together, run };
