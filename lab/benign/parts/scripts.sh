#!/bin/bash
# PHP's and Ruby's clients.
HERE=$(cd "$(dirname "$0")/.." && pwd)
timeout 600 php "$HERE/scripts/clients.php" > "$1/php.log" 2>&1 &
timeout 600 ruby "$HERE/scripts/clients.rb" > "$1/ruby.log" 2> "$1/ruby.err" &
wait
