#!/bin/bash
# Drivers that start, work and close against a healthy deployment of the lab, with everything logged.
# MENDLINE: the command (../../mendline); DRIVERS: per version a class path "driver jars:logback jars", separated by blanks;
# NODE_PATH and NODE_DRIVERS (names of npm packages) for Node.
RAW=$1
HERE=$(cd "$(dirname "$0")/.." && pwd)
rm -f "$RAW"/site.json
${MENDLINE:-$HERE/../../mendline} lab up healthy -o json > "$RAW/site.json" 2> "$RAW/site.err" &
LAB=$!
until [ -s "$RAW/site.json" ] || ! kill -0 $LAB 2> /dev/null; do sleep 0.3; done
kill -0 $LAB || exit 1
site() { python3 -c "import json,sys; v=json.load(open('$RAW/site.json'))['$1']; print('\n'.join(v) if isinstance(v, list) else v or '')"; }
sleep 3
n=0
for cp in ${DRIVERS:-}; do
    n=$((n + 1))
    mkdir -p "$RAW/shop-$n"
    javac -nowarn -cp "$cp" -d "$RAW/shop-$n" "$HERE/healthy/Shop.java"
    for layout in boot plain; do
        mapfile -t options < <(site javaOptions)
        timeout 60 java "${options[@]}" -Dlayout=$layout -Dlogback.configurationFile="$HERE/healthy/logback.xml" \
            -cp "$RAW/shop-$n:$cp" Shop "$(site connectionString)" > "$RAW/shop-java-$n-$layout.log" 2>&1
    done
done
cat "$RAW/hosts" "$(site hostsFile)" > "$RAW/hosts.lab"
mount --bind "$RAW/hosts.lab" /etc/hosts
for driver in ${NODE_DRIVERS:-}; do
    timeout 60 node "$HERE/healthy/shop.js" "$driver" "$(site seedList)" "$(site caFile)" > "$RAW/shop-node-$driver.log" 2>&1
    MONGODB_LOG_ALL=trace MONGODB_LOG_PATH=stdout timeout 60 node "$HERE/healthy/shop.js" "$driver" "$(site seedList)" "$(site caFile)" \
        > "$RAW/shop-node-$driver-trace.log" 2>&1
done
kill $LAB
