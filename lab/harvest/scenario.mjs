// One scenario, inside its own network namespace: keeps it alive, points the namespace's resolver at it, runs every
// driver against it, and writes down what they print.
//
//     node scenario.mjs NAME SEED WORK     with the drivers' lines of `versions` on standard input

import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';

const [, , scenario, seed, work] = process.argv;
const AT_THE_SAME_TIME = Number(process.env.HARVEST_CLIENTS ?? 3);
const LONGEST_RUN_MILLIS = 60_000;

// The shapes in which the texts come, one version after the other.
const LOGBACK_PATTERNS = [
    '%d{HH:mm:ss.SSS} [%thread] %-5level %logger{36} - %msg%n',
    '%d{yyyy-MM-dd HH:mm:ss.SSS} %5level 1 --- [%15.15thread] %-40.40logger{39} : %msg%n',
    '%d{yyyy-MM-dd\'T\'HH:mm:ss.SSSXXX} %-5level %logger - %msg%n',
];

function run(command, args, options = {}) {
    const result = spawnSync(command, args, { encoding: 'utf8', ...options });
    if (result.status !== 0) {
        throw new Error(`${command} ${args.join(' ')}: ${result.error?.message ?? result.stderr}`);
    }
    return result.stdout;
}

// Whoever asks 127.0.0.1:53 asks the scenario's resolver: also one that refuses, is silent, or has no TCP.
function resolveAt(port) {
    const rules = ['udp', 'tcp'].map(
        transport => `add rule ip harvest out ip daddr 127.0.0.1 ${transport} dport 53 redirect to :${port}`);
    const table = ['add table ip harvest', 'add chain ip harvest out { type nat hook output priority -100; }', ...rules];
    run('nft', ['-f', '-'], { input: table.join('\n') + '\n' });
}

function setUpNetwork() {
    run('ip', ['link', 'set', 'lo', 'up']);
    // Old and new versions of c-ares differ in what they call it and in its unit; the last word is the new ones'.
    const file = path.join(work, `resolv-${scenario}.conf`);
    writeFileSync(file, 'nameserver 127.0.0.1\noptions retrans:1000 retry:2 timeout:1 attempts:2\n');
    run('mount', ['--bind', file, '/etc/resolv.conf']);
}

// Resolves to the document of `lab up`.
function siteOf(lab) {
    return new Promise((resolve, reject) => {
        readline.createInterface({ input: lab.stdout }).once('line', line => resolve(JSON.parse(line)));
        lab.once('exit', code => reject(new Error(`the lab ended with ${code} before ${scenario} stood`)));
    });
}

// Drivers take half a minute where an application may; a harvest need not.
function hasty(uri) {
    const shorter = uri.replace(/serverSelectionTimeoutMS=(\d+)/, (all, millis) =>
        `serverSelectionTimeoutMS=${millis > 5000 ? 5000 : 4000}`);
    return shorter.includes('connectTimeoutMS') ? shorter : `${shorter}&connectTimeoutMS=2000`;
}

function jdk(major) {
    const folder = '/usr/lib/jvm';
    const found = (existsSync(folder) ? readdirSync(folder) : [])
        .map(name => path.join(folder, name))
        .find(home => existsSync(path.join(home, 'release'))
            && readFileSync(path.join(home, 'release'), 'utf8').includes(`JAVA_VERSION="${major}`));
    return found ? path.join(found, 'bin/java') : 'java';
}

function commandOf({ driver, version, runtime, index }, site) {
    const uri = hasty(site.connectionString);
    const folder = path.join(work, `${driver}-${version}`);
    if (driver === 'java') {
        const pattern = LOGBACK_PATTERNS[index % LOGBACK_PATTERNS.length];
        const classPath = `${folder}/orders.jar:${folder}/lib/*`;
        const last = index % 2 === 0 ? 'uncaught' : 'bare';
        const jvm = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xmx128m', '-cp', classPath];
        return { program: jdk(runtime), args: [...jvm, 'com.example.orders.OrderService', uri, site.caFile, pattern, last] };
    }
    return {
        program: path.join(work, `node-${runtime}`, 'bin/node'),
        args: [path.join(folder, `${driver}.js`)],
        env: {
            PATH: process.env.PATH,
            DRIVER: version,
            MONGODB_URI: uri,
            NODE_EXTRA_CA_CERTS: site.caFile,
            SECOND: index % 2 === 0 ? 'json' : 'stack',
        },
    };
}

function versionOfRuntime(program, driver) {
    if (driver !== 'java') {
        return `node ${run(program, ['--version']).trim().replace('v', '')}`;
    }
    const release = spawnSync(program, ['-version'], { encoding: 'utf8' }).stderr;
    return `java ${/version "([^"]+)"/.exec(release)?.[1]}`;
}

function harvestFrom(client, site, file) {
    const { program, args, env } = commandOf(client, site);
    const runtime = versionOfRuntime(program, client.driver);
    return new Promise(resolve => {
        const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: env ?? process.env, cwd: work });
        const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_RUN_MILLIS);
        let complaints = '';
        let count = 0;
        child.stderr.on('data', bytes => (complaints += bytes));
        readline.createInterface({ input: child.stdout }).on('line', line => {
            count++;
            const text = JSON.parse(line);
            appendFileSync(file, JSON.stringify({ driver: client.driver, version: client.version, runtime, fault: scenario, text }) + '\n');
        });
        child.on('close', (code, signal) => {
            clearTimeout(timer);
            const end = code === 0 ? '' : ` ended by ${signal ?? code}: ${complaints.slice(0, 2000)}`;
            process.stderr.write(`${scenario}: ${client.driver} ${client.version}: ${count} texts${end}\n`);
            resolve();
        });
    });
}

const clients = readFileSync(0, 'utf8').trim().split('\n').map((line, index) => {
    const [driver, version, runtime] = line.split(' ');
    return { driver, version, runtime, index };
});

setUpNetwork();
const lab = spawn(process.env.MENDLINE, ['lab', 'up', scenario, '--seed', seed, '-o', 'json'],
    { stdio: ['ignore', 'pipe', 'ignore'] });
try {
    const site = await siteOf(lab);
    resolveAt(site.resolver.split(':')[1]);
    const files = new Map(clients.map(({ driver }) => [driver, path.join(work, 'raw', `${scenario}-${seed}-${driver}.jsonl`)]));
    files.forEach(file => rmSync(file, { force: true }));
    const waiting = [...clients];
    await Promise.all(Array.from({ length: AT_THE_SAME_TIME }, async () => {
        while (waiting.length > 0) {
            const client = waiting.shift();
            await harvestFrom(client, site, files.get(client.driver));
        }
    }));
} finally {
    lab.kill('SIGINT');
}
