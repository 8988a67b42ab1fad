#!/bin/bash
# Records the benign corpus anew into the folder $1 (raw) and from there into the test's resources. As root; see README.md.
# usage: record.sh RAW [PART...]
set -u
HERE=$(cd "$(dirname "$0")" && pwd)
RAW=$(mkdir -p "$1" && cd "$1" && pwd)
shift
if [ -z "${BENIGN_INSIDE:-}" ]; then
    export BENIGN_INSIDE=1
    exec unshare --net --mount --uts --pid --fork --mount-proc "$0" "$RAW" "$@"
fi
hostname web-1
ip link set lo up
for n in $(seq 2 60); do ip addr add 10.20.0.$n/32 dev lo; done
ip route add unreachable 10.30.0.0/16
ip route add prohibit 10.31.0.0/16
sysctl -qw net.ipv4.tcp_syn_retries=2 net.ipv4.ip_unprivileged_port_start=0
printf '127.0.0.1 localhost\n10.20.0.2 web-1 web-1.internal\n' > "$RAW/hosts"
printf 'nameserver 10.20.0.53\noptions timeout:1 attempts:1\n' > "$RAW/resolv.conf"
mount --bind "$RAW/hosts" /etc/hosts
mount --bind "$RAW/resolv.conf" /etc/resolv.conf
[ -d "$RAW/certs" ] || { mkdir "$RAW/certs" && "$HERE/certs.sh" "$RAW/certs"; }
python3 "$HERE/world.py" "$RAW/certs" > "$RAW/world.out" 2>&1 &
WORLD=$!
trap 'kill $WORLD' EXIT
until grep -q ready "$RAW/world.out"; do sleep 0.2; done
export CERTS=$RAW/certs
for part in ${@:-servers java node python go php ruby tools}; do
    "$HERE/parts/$part.sh" "$RAW" || echo "$part failed" >&2
done
