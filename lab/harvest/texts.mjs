// What becomes of a harvested text before it is recorded.

import os from 'node:os';
import path from 'node:path';

// A trace tells by its first frames; the rest is the same in every text.
const FRAMES = 5;

const FRAME = /^(\s+at |\s+\.\.\. \d+ (more|common frames omitted))/;

/** Without what tells where it was harvested, and with short stack traces. */
export function tidied(text, work) {
    const neutral = scrubbed(text, work);
    if (!neutral.startsWith('{"level":')) {
        return shortened(neutral);
    }
    const entry = JSON.parse(neutral);
    entry.err.stack = shortened(entry.err.stack);
    return JSON.stringify(entry);
}

function scrubbed(text, work) {
    return text
        .replaceAll(new RegExp(`${escaped(path.resolve(work))}/[a-z]+-[0-9.]+`, 'g'), '/srv/app')
        .replaceAll(path.resolve(work), '/srv/app')
        .replaceAll(os.release(), '6.1.0-25-amd64')
        .replaceAll(new RegExp(`\\b${escaped(os.hostname())}\\b(?![.:/-])`, 'g'), 'orders-5d8f7');
}

function escaped(literal) {
    return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function shortened(text) {
    const kept = [];
    let frames = 0;
    for (const line of text.split('\n')) {
        frames = FRAME.test(line) ? frames + 1 : 0;
        if (frames <= FRAMES) {
            kept.push(line);
        } else if (/[{[\]]$/.test(line)) {
            // The last frame of an error that Node inspects opens its fields, or ends a list of causes.
            kept[kept.length - 1] += line.slice(line.search(/ ?[{[\]]$/));
        }
    }
    return kept.join('\n');
}

/** What is left when the parts are masked that differ from run to run: two texts with the same are one. */
export function template(text) {
    return text
        .replace(/\b[0-9a-f]{24}\b/g, 'I')
        .replace(/@[0-9a-f]{5,8}\b/g, '@A')
        .replace(/\b[a-z]+(-shard-00-0\d)?\.[a-z0-9]{5}\.mongodb\.test\b/g, 'H')
        .replace(/\batlas-[a-z0-9]{6}-shard-0\b/g, 'S')
        .replace(/\b[0-9A-F]{10,16}:error:/g, 'N:error:')
        .replace(/r=[^,\s]+,/g, 'r=R,')
        .replace(/\d+/g, 'N')
        .replace(/(H:N)(,\s*H:N)+/g, '$1');
}
