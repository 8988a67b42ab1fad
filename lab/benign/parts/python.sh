#!/bin/bash
# Python's clients: the interpreter's own and those of the distribution.
HERE=$(cd "$(dirname "$0")/.." && pwd)
timeout 900 /usr/bin/python3 "$HERE/python/clients.py" "$1/python" 2> "$1/python.err"
for old in ${PYTHONS:-}; do
    timeout 300 "$old" "$HERE/python/sockets.py" "$1/python-sockets-$(basename "$(dirname "$(dirname "$old")")").jsonl" 2>> "$1/python.err"
done
true
