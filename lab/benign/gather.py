#!/usr/bin/env python3
"""Makes the corpus of what was recorded: neutral names, no near-copies, one file per source.
usage: gather.py RAW... OUT  (each RAW as record.sh left it, or a .log of a generator)"""
import collections
import json
import os
import platform
import re
import sys

SOURCES = [  # first that fits the path names the file
    (r"shop-java", "mongodb-java-healthy"), (r"shop-node", "mongodb-node-healthy"), (r"/mongod\.log", "mongod-info"),
    (r"/talk", "mongodb-talk"), (r"/kubernetes", "kubernetes"), (r"/java\.", "java"), (r"/node\.", "node"),
    (r"/python", "python"), (r"/tools", "tools"), (r"/go\.", "go"), (r"/php|/ruby|/perl", "scripts"), (r"/kafka", "kafka"), (r"/boot", "spring-boot"),
    (r"/(nginx|apache|haproxy|squid|tinyproxy|lighttpd|stunnel|blackbox|prometheus)", "web-servers"),
    (r"/(postgres|psql|mariadb|mysql)", "databases"), (r"/(redis|rabbit|mosquitto|memcached|etcd|zookeeper)", "caches-and-queues"),
    (r"/(unbound|dnsmasq|named)", "name-servers"), (r"/(sshd|ssh|postfix|swaks|slapd|proftpd|cron|rsyslog|syslog|dpkg)", "system"),
]
SKIP = re.compile(r"\.(out|err)$|/(world|site|servers\.err)|hosts|resolv|general")
SAME = int(os.environ.get("SAME", "5"))
SAME_LONG = int(os.environ.get("SAME_LONG", "1"))
LONGEST_LINE, LONGEST_EVENT = 500, 1500
# What a driver says at DEBUG when it is closed, and in the same words when a connection is lost: no text decides that.
ARGUABLE = re.compile(r"There was a socket exception raised by this connection|Heartbeat failed in")
PEM = re.compile(r"^[A-Za-z0-9+/=]{60,}$")
HERE, RAWS = os.path.dirname(os.path.abspath(__file__)), os.environ.get("RAWS", "/tmp/benign")
HOME = re.escape(os.path.expanduser("~"))
NEUTRAL = [
    (RAWS + r"/[^\s()]*?/node_modules", "/srv/app/node_modules"), (HERE + r"/\w+/", "/srv/app/"),
    (RAWS + r"/[\w-]+/certs", "/etc/ssl/shop"),
    (RAWS + r"/[\w-]+/servers", "/var/lib/shop"), (RAWS + r"/[\w.-]*", "/var/log/shop"),
    (re.escape(os.path.dirname(os.path.dirname(HERE))) + r"[\w/.-]*", "/srv/app"), (r"started by \w+ in", "started by svc in"),
    (HOME + r"/\.pyenv/versions/[\d.]+", "/usr"), (HOME + r"/\.m2", "/home/svc/.m2"), (HOME + r"\b", "/home/svc"),
    (r"/tmp/mendline-lab-\d+", "/etc/shop"), (r"mendline(?:[.-][a-z]+)*", "shop"), (r"\bbenign\.", "com.example.shop."), (r"benign", "shop"),
    (re.escape(platform.release()), "6.1.0-21"), (r"\bvm\b(?!\.)", "web-1"), (r"\broot\b(?=@| \()", "svc"),
]


def neutral(text):
    for pattern, by in NEUTRAL:
        text = re.sub(pattern, by, text)
    return text


def template(text):
    text = re.sub(r"\b\d{4}-\d\d-\d\d[T ]\S+|\b[A-Z][a-z]{2} [A-Z]?[a-z]{0,2} ?[ \d]\d \d\d:\d\d:\d\d\S*", "<t>", text)
    text = re.sub(r"[0-9a-fA-F]*\d[0-9a-fA-F]*", "#", text)
    return re.sub(r"#(?:[.:,-]?#)*", "#", text).lower()


def told(text):
    """What a multi-line event says, without the frames of its traces."""
    lines = text.split("\n")
    return "\n".join([lines[0]] + [x for x in lines[1:] if not FRAME.match(x)])


def source(path):
    for pattern, name in SOURCES:
        if re.search(pattern, path):
            return name
    raise SystemExit("no source for " + path)


LARGEST = {".log": 300_000, ".jsonl": 650_000}
FRAME = re.compile(r'\s+(at |\.\.\. |File "|\^|~)|\s{4,}\S')
FRAMES = 3


def shorter(text):
    """With the first frames of each trace only, so that the whole chain of causes fits."""
    lines, frames = [], 0
    for line in text.split("\n"):
        frames = frames + 1 if FRAME.match(line) else 0
        if frames <= FRAMES:
            lines.append(line[:LONGEST_LINE])
    text = "\n".join(lines)
    return text if len(text) <= LONGEST_EVENT else text[:text.rfind("\n", 0, LONGEST_EVENT) + 1 or LONGEST_EVENT]


def events(path):
    with open(path, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            line = line.rstrip("\r\n").replace("\0", "")
            if path.endswith(".jsonl"):
                text = json.loads(line)["text"]
                yield shorter(text).rstrip()
            elif line.strip() and not PEM.match(line.strip()):
                yield line[:LONGEST_LINE].rstrip()


def files(roots):
    for root in roots:
        if os.path.isfile(root):
            yield root
            continue
        for name in sorted(os.listdir(root)):
            path = os.path.join(root, name)
            if os.path.isfile(path) and not SKIP.search(path) and name.endswith((".log", ".jsonl")):
                yield path


def fitting(texts, largest):
    """Evenly chosen, so many as a file shall hold."""
    share = min(1.0, largest / max(1, sum(len(t.encode()) + 12 for t in texts)))
    return [t for n, t in enumerate(texts) if int((n + 1) * share) > int(n * share)]


def main():
    *roots, out = sys.argv[1:]
    seen, kept = collections.Counter(), collections.defaultdict(list)
    for path in files(roots):
        for text in events(path):
            text = neutral(text)
            name = source(path)
            like = template(told(text))
            seen[name, like] += 1
            if seen[name, like] <= (SAME_LONG if "\n" in text else SAME) and len(text.strip()) > 3 and not ARGUABLE.search(text):
                kept[name].append(text)
    os.makedirs(out, exist_ok=True)
    for old in os.listdir(out):
        if old.endswith((".log", ".jsonl")):
            os.remove(os.path.join(out, old))
    total, size, templates = 0, 0, set()
    for name, texts in sorted(kept.items()):
        for several, suffix in ((False, ".log"), (True, ".jsonl")):
            chosen = [t for t in texts if ("\n" in t) == several]
            chosen = fitting(chosen, LARGEST[suffix])
            if chosen:
                body = "".join((json.dumps({"text": t}, ensure_ascii=False) if several else t) + "\n" for t in chosen)
                with open(os.path.join(out, name + suffix), "w", encoding="utf-8") as f:
                    f.write(body)
                total, size = total + len(chosen), size + len(body.encode())
                templates |= set(map(template, chosen))
                print(f"{name + suffix:32s} {len(chosen):6d} events {len(set(map(template, chosen))):6d} templates {len(body) // 1024:6d} KiB")
    print(total, "events", len(templates), "templates", size, "bytes")


main()
