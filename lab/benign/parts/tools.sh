#!/bin/bash
# Command line tools against the broken peers: what lands in cron mails and CI logs.
RAW=$1
rm -f "$RAW"/tools-*.log
say() { timeout 4 "$@" < /dev/null >> "$OUT" 2>&1; [ $? = 124 ] && echo "$1: killed after 4 s" >> "$OUT"; }
broken() {
    OUT=$RAW/tools-$1.log
    H=edge-$1.internal
    say curl -sS -m 3 -o /dev/null "https://$H/"
    say curl -sSv -m 3 -o /dev/null "https://$H:8443/status"
    say curl -sSv -m 2 -o /dev/null "http://$H:9200/_cluster/health"
    say curl -sS -m 2 "ftp://$H:22/pub/"
    say wget -nv --tries=1 --timeout=2 -O /dev/null "https://$H/archive.tar.gz"
    say wget --tries=1 --timeout=2 -O /dev/null "http://$H:8080/"
    say openssl s_client -connect "$H:443" -servername "$H" -verify_return_error -CAfile "$CERTS/othername.pem"
    say openssl s_client -connect "$H:5432" -starttls postgres
    say openssl s_client -connect "$H:25" -starttls smtp
    say openssl s_client -connect "$H:443" -tls1_3 -brief
    say psql "host=$H dbname=orders user=orders password=x connect_timeout=2"
    say psql "host=$H dbname=orders user=orders password=x connect_timeout=2 sslmode=verify-full sslrootcert=$CERTS/ca.pem"
    say pg_isready -h "$H" -t 1
    say redis-cli -h "$H" ping
    say redis-cli -h "$H" --tls --cacert "$CERTS/ca.pem" -p 6380 ping
    say mysql -h "$H" -uorders -px --connect-timeout=2 -e 'select 1'
    say mysqladmin -h "$H" -uorders -px --connect-timeout=2 ping
    say ldapsearch -x -H "ldap://$H" -o nettimeout=2 -b dc=example,dc=com
    say ldapsearch -x -H "ldaps://$H" -o nettimeout=2 -b dc=example,dc=com
    say ldapwhoami -x -ZZ -H "ldap://$H" -o nettimeout=2
    say ssh -o ConnectTimeout=2 -o BatchMode=yes -o StrictHostKeyChecking=no deploy@"$H" true
    say sftp -o ConnectTimeout=2 -o BatchMode=yes deploy@"$H"
    say git ls-remote "https://$H/team/orders.git"
    say git ls-remote "ssh://git@$H/team/orders.git"
    say swaks --server "$H" --to ops@example.com --from cron@example.com --timeout 2
    say swaks --server "$H" --tls --to ops@example.com --from cron@example.com --timeout 2
    say mosquitto_pub -h "$H" -t a -m b
    say mosquitto_pub -h "$H" -p 8883 --cafile "$CERTS/ca.pem" -t a -m b
    say nc -vz -w 2 "$H" 5432
    say nc -vz -w 2 "$H" 9092
    say etcdctl --endpoints="http://$H:2379" --dial-timeout=1s --command-timeout=2s get k
    say etcdctl --endpoints="https://$H:2379" --cacert="$CERTS/ca.pem" --dial-timeout=1s --command-timeout=2s endpoint health
    say npm ping --registry "https://$H/" --fetch-retries=0 --fetch-timeout=2000
    say memcping --servers="$H"
    say rsync -a "rsync://$H:22/x" /tmp/x
}
named() {
    OUT=$RAW/tools-name-$1.log
    name=$1
    say dig +tries=1 +time=1 "$name"
    say dig +tries=1 +time=1 +short "$name" SRV
    say dig +tries=1 +time=1 +tcp "$name" TXT
    say dig +tries=1 +time=1 @10.20.0.54 "$name" SRV
    say dig +tries=1 +time=1 @10.20.0.55 "$name"
    say host -W 1 "$name"
    say host -W 1 -t SRV "$name" 10.20.0.54
    say nslookup -timeout=1 "$name"
    say nslookup -timeout=1 -type=SRV "$name" 10.20.0.54
    say nslookup -timeout=1 -type=TXT "$name"
    say getent hosts "$name"
    say curl -sS -m 3 "https://$name/"
    say wget -nv --tries=1 --timeout=2 "http://$name/"
    say ping -c 1 -W 1 "$name"
    say ssh -o ConnectTimeout=2 -o BatchMode=yes "$name" true
    say psql "host=$name dbname=orders connect_timeout=2"
    say mysql -h "$name" -e 'select 1'
    say redis-cli -h "$name" ping
    say ldapsearch -x -H "ldap://$name" -b dc=example
    say git clone "https://$name/team/orders.git" /tmp/none
    say traceroute -w 1 -q 1 -m 2 "$name"
    say nc -vz -w 1 "$name" 443
}
for n in $(seq 11 28); do broken "$n" & done
for name in api.example.com www.corp.example.net www.partner.example.org www.legacy.example.org nowhere.invalid \
    edge-11.internal registry.example.com 'bad_name.example.com' _sip._tcp.example.com _xmpp-client._tcp.chat.example.com \
    _ldap._tcp.dc._msdcs.corp.example.net _kerberos._udp.legacy.example.org _etcd-server._tcp.partner.example.org; do named "$name" & done
OUT=$RAW/tools-net.log
for n in 10.30.0.5 10.31.0.5 10.99.0.5; do
    say curl -sS -m 3 "https://$n/"; say psql "host=$n connect_timeout=2"; say nc -vz -w 1 "$n" 6379
    say redis-cli -h "$n" ping; say ssh -o BatchMode=yes "$n" true; say ping -c 1 -W 1 "$n"; say mysql -h "$n"
    say wget -nv --tries=1 "http://$n/"; say ldapsearch -x -H "ldap://$n"
done
wait
