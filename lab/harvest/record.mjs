// Writes what was harvested as test data: one JSON object a line, each distinct text once for its driver, version and
// fault, with the symptom that it shows.
//
//     node record.mjs RAW OUT

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { shown } from './labels.mjs';
import { template, tidied } from './texts.mjs';

const [, , raw, out] = process.argv;

const FILES = { java: 'java', mongodb: 'nodejs', mongoose: 'nodejs' };

function harvested(file) {
    return readFileSync(path.join(raw, file), 'utf8').trim().split('\n').filter(line => line).map(line => JSON.parse(line));
}

const all = readdirSync(raw).filter(file => file.endsWith('.jsonl')).sort().flatMap(harvested);
all.sort((a, b) => compare(a.driver, b.driver) || compare(a.version, b.version) || compare(a.fault, b.fault));

function compare(a, b) {
    return a.localeCompare(b, 'en', { numeric: true });
}

const records = { java: [], nodejs: [] };
const known = new Set();
for (const { driver, version, runtime, fault, text: whole } of all) {
    const text = tidied(whole, path.dirname(raw));
    const { label, arguable } = shown(text);
    // Ordinary lines are the same whatever is wrong.
    const key = [driver, version, label === 'none' ? '' : fault, template(text)].join('\n');
    if (known.has(key)) {
        continue;
    }
    known.add(key);
    const file = records[FILES[driver]];
    const id = `${FILES[driver]}-${String(file.length).padStart(4, '0')}`;
    const record = { id, driver, version, runtime, fault, label, text };
    file.push(arguable ? { ...record, arguable } : record);
}

mkdirSync(out, { recursive: true });
for (const [name, lines] of Object.entries(records)) {
    if (lines.length > 0) {
        const written = lines.map(line => JSON.stringify(line) + '\n').join('');
        writeFileSync(path.join(out, `${name}.jsonl`), written);
        process.stderr.write(`harvest: ${lines.length} texts, ${written.length} characters in ${name}.jsonl\n`);
    }
}

const counts = new Map();
for (const { fault, label, arguable } of Object.values(records).flat()) {
    const labels = counts.get(fault) ?? counts.set(fault, {}).get(fault);
    const word = arguable ? `${label}?` : label;
    labels[word] = (labels[word] ?? 0) + 1;
}
for (const [fault, labels] of [...counts].sort()) {
    const words = Object.entries(labels).map(([label, count]) => `${label} ${count}`);
    process.stderr.write(`${fault.padEnd(24)} ${words.join(', ')}\n`);
}
