#!/bin/bash
# Node's clients; NODE_PATH names the node_modules that `npm install` made before, outside of the namespace.
HERE=$(cd "$(dirname "$0")/.." && pwd)
NODE_DEBUG=${NODE_DEBUG:-} timeout 900 node "$HERE/node/clients.js" "$1/node" > "$1/node.out" 2>&1
