#!/bin/bash
# Real servers, used rightly and wrongly; their own logs. Each block stands alone: what is not installed is left out.
RAW=$1
W=$RAW/servers
rm -rf "$W"; mkdir -p "$W"; chmod 777 "$W"
cp -r "$CERTS" "$W/certs"; chmod -R a+rX "$W"
C=$W/certs
have() { command -v "$1" > /dev/null; }
poke() { # host port: the ways in which scanners and broken clients come
    for p in 'GET / HTTP/1.0\r\n\r\n' 'EHLO x\r\nMAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nQUIT\r\n' '\x16\x03\x01\x00\x05hello' '*1\r\n$4\r\nPING\r\n' \
        'SSH-2.0-x\r\n' '\x00\x00\x00\x08\x04\xd2\x16\x2f' 'USER a\r\nPASS b\r\nSYST\r\n' ''; do
        printf "$p" | timeout 1 nc -N "$1" "$2" > /dev/null 2>&1
    done
    for o in -tls1 -tls1_2 '-servername other.example.org' '-CAfile /dev/null -verify_return_error' '-cipher NULL' "-cert $C/expired.pem -key $C/expired.key"; do
        echo | timeout 1 openssl s_client -connect "$1:$2" $o > /dev/null 2>&1
    done
}

nginx_() {
    mkdir -p "$W/nginx"
    { echo "pid $W/nginx/pid; error_log $RAW/nginx-error.log info; events {}"
      echo "http { access_log $RAW/nginx-access.log combined; log_format j escape=json '{\"t\":\"\$time_iso8601\",\"req\":\"\$request\",\"st\":\$status,\"up\":\"\$upstream_addr\",\"ust\":\"\$upstream_status\",\"rt\":\$request_time}';"
      echo "proxy_connect_timeout 1s; proxy_read_timeout 1s; fastcgi_connect_timeout 1s; fastcgi_read_timeout 1s; resolver 10.20.0.53 valid=1s; resolver_timeout 1s;"
      echo "client_body_temp_path $W/nginx; proxy_temp_path $W/nginx; fastcgi_temp_path $W/nginx; uwsgi_temp_path $W/nginx; scgi_temp_path $W/nginx;"
      echo "upstream pool { server 10.20.0.11:8080; server 10.20.0.12:8080; server 10.20.0.14:8080 backup; }"
      echo "limit_req_zone \$binary_remote_addr zone=z:1m rate=5r/s;"
      echo "server { listen 127.0.0.1:80; listen 127.0.0.1:443 ssl; server_name shop.example.com; ssl_certificate $C/internal.pem; ssl_certificate_key $C/internal.key; ssl_client_certificate $C/ca.pem; ssl_verify_client optional; access_log $RAW/nginx-access.log combined; access_log $RAW/nginx-json.log j; root $W; client_max_body_size 1k;"
      for n in $(seq 11 28); do
          echo "location /a$n { proxy_pass http://10.20.0.$n:8080; } location /t$n { proxy_pass https://10.20.0.$n:443; proxy_ssl_verify on; proxy_ssl_trusted_certificate $C/ca.pem; } location /f$n { fastcgi_pass 10.20.0.$n:3000; } location /g$n { grpc_pass grpc://10.20.0.$n:50051; } location /m$n { set \$memcached_key k; memcached_pass 10.20.0.$n:11211; } location /w$n { proxy_pass http://node-$n.internal:3000; proxy_http_version 1.1; proxy_set_header Upgrade websocket; }"
      done
      echo "location /pool { proxy_pass http://pool; } location /name { set \$u api.example.com; proxy_pass http://\$u:8080; } location /corp { set \$v www.corp.example.net; proxy_pass http://\$v; } location /lim { limit_req zone=z; } location /priv { deny all; } location /auth { auth_basic x; auth_basic_user_file $W/htpasswd; } } }"
    } > "$W/nginx.conf"
    echo 'alice:$apr1$x$y' > "$W/htpasswd"
    nginx -c "$W/nginx.conf" -g 'daemon off;' 2>> "$RAW/nginx-error.log" & local P=$!
    sleep 1
    for n in $(seq 11 28); do for k in a t f g m w; do timeout 3 curl -sk -o /dev/null -A "Mozilla/5.0 (X11; Linux x86_64) Safari/$n" "http://127.0.0.1/$k$n/v1/orders?id=$n" & done; wait $(jobs -rp | grep -v "^$P$") 2> /dev/null; done
    for u in / /index.html /favicon.ico /pool /name /corp /lim /lim /lim /priv /auth /../../etc/passwd /wp-login.php /.env /cgi-bin/x /robots.txt /api/v1/items /static/app.js /healthz '/a?q=%00' /certs; do
        curl -s -o /dev/null "http://127.0.0.1$u"; curl -sk -o /dev/null -u bob:x "https://127.0.0.1$u"; curl -s -o /dev/null -X POST --data-binary @"$W/nginx.conf" -e https://www.example.com/ "http://127.0.0.1$u"
    done
    poke 127.0.0.1 80; poke 127.0.0.1 443
    kill -HUP $P; sleep 1; kill $P
}
apache_() {
    mkdir -p "$W/apache"
    M=/usr/lib/apache2/modules
    { echo "ServerName shop.example.com"; echo "PidFile $W/apache/pid"; echo "Mutex file:$W/apache"; echo "User www-data"; echo "Group www-data"; echo "TypesConfig /etc/mime.types"
      for m in mpm_event unixd authz_core authz_host authn_core auth_basic authn_file authz_user dir mime alias proxy proxy_http proxy_fcgi proxy_balancer lbmethod_byrequests slotmem_shm proxy_ajp ssl rewrite headers cgid proxy_wstunnel reqtimeout log_config; do [ -e $M/mod_$m.so ] && echo "LoadModule ${m}_module $M/mod_$m.so"; done
      echo "Listen 81"; echo "Listen 444"; echo "ErrorLog $RAW/apache-error.log"; echo "LogLevel debug"
      echo "LogFormat \"%v:%p %h %l %u %t \\\"%r\\\" %>s %O \\\"%{Referer}i\\\" \\\"%{User-Agent}i\\\"\" v"; echo "CustomLog $RAW/apache-access.log v"
      echo "DocumentRoot $W/certs"; echo "ProxyTimeout 1"; echo "SSLProxyEngine on"; echo "SSLProxyCACertificateFile $C/ca.pem"; echo "SSLProxyVerify require"
      for n in $(seq 11 28); do echo "ProxyPass /a$n http://10.20.0.$n:8080/ connectiontimeout=1"; echo "ProxyPass /t$n https://node-$n.internal/ connectiontimeout=1"; echo "ProxyPass /f$n fcgi://10.20.0.$n:3000/"; done
      echo "ProxyPass /n http://api.example.com/"; echo "<Proxy balancer://b>"; echo "BalancerMember http://10.20.0.11:8080"; echo "BalancerMember http://10.20.0.12:8080"; echo "</Proxy>"; echo "ProxyPass /b balancer://b/"
      echo "<Directory $W/certs>"; echo "Require all granted"; echo "</Directory>"; echo "<Location /priv>"; echo "Require all denied"; echo "</Location>"
      echo "<Location /auth>"; echo "AuthType Basic"; echo "AuthName x"; echo "AuthUserFile $W/htpasswd"; echo "Require valid-user"; echo "</Location>"
      echo "<VirtualHost *:444>"; echo "SSLEngine on"; echo "SSLCertificateFile $C/internal.pem"; echo "SSLCertificateKeyFile $C/internal.key"; echo "</VirtualHost>"
    } > "$W/apache.conf"
    apache2 -f "$W/apache.conf" -DFOREGROUND 2>> "$RAW/apache-error.log" & local P=$!
    sleep 1.5
    for n in $(seq 11 28); do for k in a t f; do timeout 3 curl -s -o /dev/null "http://127.0.0.1:81/$k$n/v1/orders"; done; done
    for u in / /ca.pem /nothing /n /b /b /priv /auth /%2e%2e/x /cgi-bin/test /wp-admin; do curl -s -o /dev/null "http://127.0.0.1:81$u"; curl -sk -u alice:x -o /dev/null "https://127.0.0.1:444$u"; done
    poke 127.0.0.1 81; poke 127.0.0.1 444
    kill $P
}
haproxy_() {
    { echo "global"; echo " log stdout format rfc5424 local0 debug"; echo "defaults"; echo " log global"; echo " mode http"; echo " option httplog"; echo " timeout connect 1s"; echo " timeout client 2s"; echo " timeout server 1s"; echo " retries 1"
      echo "resolvers r"; echo " nameserver a 10.20.0.53:53"
      echo "frontend web"; echo " bind :82"; echo " bind :445 ssl crt $W/hap.pem"
      for n in $(seq 11 28); do echo " use_backend b$n if { path_beg /a$n }"; done; echo " default_backend b27"
      for n in $(seq 11 28); do echo "backend b$n"; echo " option httpchk GET /healthz"; echo " server s1 10.20.0.$n:8080 check inter 900 fall 2"; echo " server s2 10.20.0.$n:443 ssl verify required ca-file $C/ca.pem check inter 900"; echo " server s3 node-$n.internal:5432 check resolvers r init-addr none"; done
      for t in redis:6379 pg:5432 mysql:3306 smtp:25 ldap:389; do echo "backend t_${t%:*}"; echo " mode tcp"; case $t in redis*) echo " option redis-check";; pg*) echo " option pgsql-check user x";; mysql*) echo " option mysql-check user x";; smtp*) echo " option smtpchk";; ldap*) echo " option ldap-check";; esac; for n in 12 14 15 16 17 27; do echo " server n$n 10.20.0.$n:${t#*:} check inter 900"; done; done
    } > "$W/haproxy.cfg"
    cat "$C/internal.pem" "$C/internal.key" > "$W/hap.pem"
    timeout 25 haproxy -f "$W/haproxy.cfg" > "$RAW/haproxy.log" 2>&1 & local P=$!
    sleep 1
    for n in $(seq 11 28); do timeout 4 curl -s -o /dev/null "http://127.0.0.1:82/a$n/x" & timeout 4 curl -sk -o /dev/null "https://127.0.0.1:445/a$n/y?z=$n" & done
    sleep 6; poke 127.0.0.1 82; poke 127.0.0.1 445; wait $P
}
redis_() {
    redis-server --port 6379 --bind 127.0.0.1 --loglevel debug --dir "$W" --maxclients 8 --save 1 1 --tls-port 6380 --tls-cert-file "$C/internal.pem" --tls-key-file "$C/internal.key" --tls-ca-cert-file "$C/ca.pem" --logfile "$RAW/redis.log" --timeout 2 & local P=$!
    redis-server --port 6390 --replicaof 10.20.0.11 6379 --loglevel verbose --dir "$W" --dbfilename r.rdb --logfile "$RAW/redis-replica.log" --repl-timeout 2 & local R=$!
    redis-server --port 6391 --replicaof 127.0.0.1 6379 --masterauth no --loglevel verbose --dir "$W" --dbfilename r2.rdb --appendonly yes --logfile "$RAW/redis-replica2.log" & local R2=$!
    sleep 2
    for c in 'SET a 1' 'GET a' 'LPUSH l x' 'HGET l y' 'AUTH x' 'CONFIG SET maxmemory 2mb' 'DEBUG SLEEP 0.2' 'BGSAVE' 'BGREWRITEAOF' 'EVAL return(1/nil) 0' 'SLAVEOF 10.20.0.16 6379' 'SLAVEOF NO ONE' 'CLUSTER INFO' 'FLUSHALL' 'CLIENT KILL TYPE normal' 'DEBUG OBJECT a'; do echo "$c" | redis-cli -t 2 >> "$RAW/redis-cli.log" 2>&1; done
    for i in $(seq 12); do timeout 2 redis-cli monitor > /dev/null 2>&1 & done
    sleep 0.5; redis-cli ping >> "$RAW/redis-cli.log" 2>&1; poke 127.0.0.1 6379; poke 127.0.0.1 6380; sleep 6; redis-cli -p 6390 slaveof 10.20.0.15 6379 > /dev/null; sleep 3
    kill $P; sleep 1; kill $R $R2
}
postgres_() {
    local B; B=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
    install -d -o postgres "$W/pg"
    su postgres -c "$B/initdb -A scram-sha-256 -U postgres --pwfile=<(echo secret) -D $W/pg" > "$RAW/postgres-init.log" 2>&1
    cp "$C/internal.pem" "$C/internal.key" "$W/pg/"; chown postgres "$W"/pg/internal.*; chmod 600 "$W/pg/internal.key"
    printf "port=5432\nssl=on\nssl_cert_file='internal.pem'\nssl_key_file='internal.key'\nlog_connections=on\nlog_disconnections=on\nlog_min_duration_statement=5\nlog_lock_waits=on\ndeadlock_timeout=200ms\nlog_checkpoints=on\nlog_autovacuum_min_duration=0\nmax_connections=12\nsuperuser_reserved_connections=2\nstatement_timeout=1500\nlog_line_prefix='%%m [%%p] %%q%%u@%%d '\nlog_statement=ddl\nunix_socket_directories='$W'\nauthentication_timeout=2s\nidle_in_transaction_session_timeout=900\n" >> "$W/pg/postgresql.conf"
    printf "hostssl all tlsonly 0.0.0.0/0 scram-sha-256\nhostnossl all nobody 0.0.0.0/0 reject\nhost all cert 0.0.0.0/0 ident\n" | cat - "$W/pg/pg_hba.conf" > "$W/hba"; cat "$W/hba" > "$W/pg/pg_hba.conf"
    chmod 777 "$W"
    su postgres -c "$B/postgres -D $W/pg" > "$RAW/postgres.log" 2>&1 & local P=$!
    sleep 3
    export PGHOST=127.0.0.1 PGUSER=postgres PGPASSWORD=secret PGCONNECT_TIMEOUT=2
    q() { timeout 5 psql -X "${2:-dbname=postgres}" -c "$1" >> "$RAW/psql.log" 2>&1; }
    for s in 'create database orders' 'create user app password $$x$$' 'create table t(id int primary key, v text not null check (v <> $$bad$$))' 'insert into t values(1,$$a$$),(1,$$b$$)' 'insert into t values(2,null)' 'insert into t values(3,$$bad$$)' 'select * from nowhere' 'selec 1' 'select 1/0' 'select pg_sleep(3)' 'select pg_sleep(0.1)' 'drop table missing' 'select $$x$$::int' 'checkpoint' 'vacuum verbose t' 'create index on t(v)' 'create table t(id int)' 'alter table t add foreign key (id) references u(id)' 'begin; lock t; select pg_terminate_backend(pg_backend_pid())' 'select nofunc(1)' 'grant all on t to ghost' 'set role ghost' 'copy t from $$/nope$$' 'select lo_get(5)' 'create extension nope' 'select pg_reload_conf()' "select pg_read_file('x')" 'insert into t select g, g::text from generate_series(10,90000) g' 'analyze t' 'select count(*) from t a, t b where a.id<300'; do q "$s"; q "$s" "dbname=orders"; done
    for c in "user=ghost password=x dbname=orders" "user=app password=wrong dbname=orders" "user=nobody password=x sslmode=disable" "user=tlsonly password=x sslmode=disable" "dbname=nodb" "user=cert" "user=app password=x dbname=orders" "sslmode=verify-ca sslrootcert=$C/othername.pem" "sslmode=verify-full sslrootcert=$C/ca.pem" "port=5433" "host=$W/none"; do q 'select 1; drop table t' "$c"; done
    for i in $(seq 14); do (timeout 6 psql -X -c "select pg_sleep(1.2)" > "$W/p$i" 2>&1; cat "$W/p$i" >> "$RAW/psql.log") & done
    (printf "begin;\nupdate t set v='q' where id=1;\nselect pg_sleep(0.5);\nupdate t set v='q' where id=10;\ncommit;\n" | timeout 9 psql -X >> "$RAW/psql.log" 2>&1) & (printf "begin;\nupdate t set v='r' where id=10;\nselect pg_sleep(0.5);\nupdate t set v='r' where id=1;\ncommit;\n" | timeout 9 psql -X >> "$RAW/psql.log" 2>&1) &
    (printf "begin;\nselect 1;\n"; sleep 2; printf "select 2;\n") | timeout 9 psql -X >> "$RAW/psql.log" 2>&1
    sleep 2; poke 127.0.0.1 5432; sleep 3
    timeout 60 /usr/bin/python3 "$(dirname "$0")/../python/many.py" >> "$RAW/psql.log" 2>&1
    kill -INT $P; wait $P
    su postgres -c "$B/pg_ctl -D $W/nothing start" >> "$RAW/postgres-init.log" 2>&1
    unset PGHOST PGUSER PGPASSWORD PGCONNECT_TIMEOUT
}
mariadb_() {
    mariadb-install-db --no-defaults --datadir="$W/my" --user=mysql > "$RAW/mariadb.log" 2>&1
    mariadbd --no-defaults --user=mysql --datadir="$W/my" --socket="$W/my.sock" --bind-address=127.0.0.1 --port=3306 --log-warnings=9 --max-connections=6 --connect-timeout=2 --wait-timeout=2 --ssl-cert="$C/internal.pem" --ssl-key="$C/internal.key" --general-log --general-log-file="$RAW/mariadb-general.log" --slow-query-log --slow-query-log-file="$RAW/mariadb-slow.log" --long-query-time=0.05 >> "$RAW/mariadb.log" 2>&1 & local P=$!
    sleep 6
    m() { timeout 5 mariadb --no-defaults -S "$W/my.sock" "$@" >> "$RAW/mysql-client.log" 2>&1; }
    for s in 'create database orders' "create user app@'%' identified by 'x'" 'create table orders.t(id int primary key, v varchar(3) not null)' "insert into orders.t values(1,'a'),(1,'b')" "insert into orders.t values(2,null)" "insert into orders.t values(3,'toolong')" 'select * from orders.nowhere' 'selec 1' 'select sleep(0.1)' 'drop table orders.x' 'kill 99' 'use nodb' "grant all on x.* to ghost@'%'" 'show engine innodb status' 'shutdown now' 'set global nope=1' 'create function f returns int soname "x.so"' 'flush logs' 'check table orders.t' 'start slave' 'change master to master_host="10.20.0.11"' 'start slave' 'stop slave' 'change master to master_host="10.20.0.16", master_connect_retry=1' 'start slave'; do m -e "$s"; done
    for o in '-uapp -px' '-uapp -pwrong' '-ughost -px' '-uapp -px --ssl-verify-server-cert --ssl-ca='"$C/othername.pem" '-uapp -px nodb' '-P3307'; do timeout 3 mariadb --no-defaults -h127.0.0.1 $o -e 'select 1; select * from orders.t' >> "$RAW/mysql-client.log" 2>&1; done
    for i in $(seq 9); do (timeout 4 mariadb --no-defaults -h127.0.0.1 -uapp -px -e 'select sleep(1.5)' >> "$RAW/mysql-client.log" 2>&1) & done
    sleep 2; poke 127.0.0.1 3306; (sleep 4; true) | timeout 6 nc 127.0.0.1 3306 > /dev/null; sleep 2
    kill $P; wait $P
}
sshd_() {
    mkdir -p /run/sshd; ssh-keygen -q -t ed25519 -N '' -f "$W/hostkey"; ssh-keygen -q -t rsa -N '' -f "$W/userkey"
    printf "Port 2222\nHostKey $W/hostkey\nLogLevel DEBUG3\nMaxStartups 2:50:4\nLoginGraceTime 2\nPidFile none\nUsePAM no\n" > "$W/sshd_config"
    /usr/sbin/sshd -D -E "$RAW/sshd.log" -f "$W/sshd_config" & local P=$!
    sleep 1
    for u in root deploy admin oracle git ubuntu; do timeout 3 ssh -vv -p 2222 -i "$W/userkey" -o BatchMode=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile="$W/kh" $u@127.0.0.1 true >> "$RAW/ssh-client.log" 2>&1; done
    timeout 3 ssh -p 2222 -o BatchMode=yes -o KexAlgorithms=diffie-hellman-group1-sha1 x@127.0.0.1 >> "$RAW/ssh-client.log" 2>&1
    timeout 3 ssh -p 2222 -o BatchMode=yes -o Ciphers=aes128-cbc x@127.0.0.1 >> "$RAW/ssh-client.log" 2>&1
    poke 127.0.0.1 2222; (sleep 3) | timeout 5 nc 127.0.0.1 2222 > /dev/null; kill $P
}
small_() { # name, log, port, command...
    local name=$1 port=$2; shift 2
    have "$1" || return 0
    "$@" > "$RAW/$name.log" 2>&1 & local P=$!
    sleep 2; poke 127.0.0.1 "$port"; eval "${USE:-}" >> "$RAW/$name-client.log" 2>&1; sleep 1; kill $P 2> /dev/null; wait $P 2> /dev/null
}
small() {
    printf "listener 1884\nlistener 8884\ncertfile $C/internal.pem\nkeyfile $C/internal.key\ncafile $C/ca.pem\nrequire_certificate true\nlog_type all\nallow_anonymous false\nlistener 1885\nconnection b\naddress 10.20.0.11:1883\ntopic # both\n" > "$W/mosquitto.conf"
    chmod a+r "$W"/*.conf
    USE='for i in 1 2 3; do mosquitto_sub -p 1884 -t a -W 1; mosquitto_pub -p 1884 -u x -P y -t a -m b; mosquitto_pub -p 8884 --cafile $C/ca.pem -t a -m b; done' small_ mosquitto 1884 mosquitto -v -c "$W/mosquitto.conf"
    printf "foreground=yes\ndebug=7\npid=\n[a]\naccept=127.0.0.1:4430\nconnect=10.20.0.11:80\ncert=$C/internal.pem\nkey=$C/internal.key\n[b]\naccept=127.0.0.1:4431\nclient=yes\nconnect=10.20.0.20:443\nverifyChain=yes\nCAfile=$C/ca.pem\n[c]\naccept=127.0.0.1:4432\nclient=yes\nconnect=api.example.com:443\n[d]\naccept=127.0.0.1:4433\nclient=yes\nconnect=10.20.0.22:443\n" > "$W/stunnel.conf"
    USE='for p in 4430 4431 4432 4433; do curl -sSk -m 2 https://127.0.0.1:$p/; curl -sS -m 2 http://127.0.0.1:$p/; done' small_ stunnel 4430 stunnel4 "$W/stunnel.conf"
    printf "Port 8889\nUser nobody\nLogLevel Info\nTimeout 2\n" > "$W/tiny.conf"
    PROXIES='for n in $(seq 11 28); do curl -sS -m 2 -o /dev/null -x 127.0.0.1:$P http://10.20.0.$n:8080/a; curl -sS -m 2 -o /dev/null -x 127.0.0.1:$P https://node-$n.internal/; done; curl -sS -x 127.0.0.1:$P http://api.example.com/'
    USE="P=8889; $PROXIES" small_ tinyproxy 8889 tinyproxy -d -c "$W/tiny.conf"
    printf "http_port 3128\ncache_log stdio:$RAW/squid-cache.log\naccess_log stdio:$RAW/squid-access.log\npid_filename none\nhttp_access allow all\ndns_nameservers 10.20.0.53\ndns_timeout 1 seconds\nconnect_timeout 1 second\nread_timeout 1 second\ndebug_options ALL,1 44,3 17,3 11,2 83,3\ncoredump_dir $W\ncache_effective_user proxy\n" > "$W/squid.conf"; touch "$RAW"/squid-{cache,access}.log; chown proxy "$RAW"/squid-*.log; chmod 777 "$RAW"
    USE="P=3128; $PROXIES" small_ squid 3128 squid -N -f "$W/squid.conf"
    printf 'server.port=83\nserver.document-root="%s"\nserver.modules=("mod_proxy","mod_accesslog")\nserver.errorlog="%s/lighttpd.err.log"\naccesslog.filename="%s/lighttpd-access.log"\n$HTTP["url"]=~"^/a"{proxy.server=(""=>(("host"=>"10.20.0.11","port"=>8080)))}\n$HTTP["url"]=~"^/b"{proxy.server=(""=>(("host"=>"10.20.0.14","port"=>8080)))}\n' "$W" "$RAW" "$RAW" > "$W/l.conf"
    USE='for u in /a /b /c /a/1 /index.html; do curl -s -o /dev/null http://127.0.0.1:83$u; done' small_ lighttpd 83 lighttpd -D -f "$W/l.conf"
    DIGS='for n in api.example.com node-12.internal www.corp.example.net x.partner.example.org old.legacy.example.org _sip._tcp.example.com bad..name nowhere.invalid; do for t in A AAAA SRV TXT MX SOA AXFR; do dig +tries=1 +time=1 @127.0.0.1 -p $P $n $t; done; done > /dev/null'
    printf 'server:\n verbosity: 4\n port: 5301\n do-daemonize: no\n use-syslog: no\n chroot: ""\n username: ""\n log-queries: yes\n log-replies: yes\n log-servfail: yes\n domain-insecure: "."\nforward-zone:\n name: "."\n forward-addr: 10.20.0.53\n forward-addr: 10.20.0.54\n' > "$W/unbound.conf"
    USE="P=5301; $DIGS" small_ unbound 5301 timeout 30 unbound -d -c "$W/unbound.conf"
    USE="P=5302; $DIGS" small_ dnsmasq 5302 timeout 30 dnsmasq -d -p 5302 --no-resolv --server=10.20.0.53 --server=10.20.0.54 --log-queries=extra --user=root
    printf 'options { directory "%s"; listen-on port 5303 { 127.0.0.1; }; listen-on-v6 { none; }; forwarders { 10.20.0.53; 10.20.0.54; 10.20.0.55; }; forward only; recursion yes; dnssec-validation no; pid-file none; querylog yes; };\nzone "broken.example" { type secondary; primaries { 10.20.0.11; }; };\n zone "nofile.example" { type primary; file "none"; };\n' "$W" > "$W/named.conf"
    USE="P=5303; $DIGS" small_ named 5303 timeout 30 named -g -d 3 -c "$W/named.conf"
    mkdir -p "$W/slapd" && printf 'include /etc/ldap/schema/core.schema\npidfile %s/slapd.pid\nmodulepath /usr/lib/ldap\nmoduleload back_mdb\ndatabase mdb\nsuffix "dc=example,dc=com"\nrootdn "cn=admin,dc=example,dc=com"\nrootpw x\ndirectory %s/slapd\n' "$W" "$W" > "$W/slapd.conf"
    USE='for i in 1 2 3; do ldapsearch -x -H ldap://127.0.0.1:3890 -b dc=example,dc=com; ldapsearch -x -D cn=admin,dc=example,dc=com -w wrong -H ldap://127.0.0.1:3890; ldapwhoami -ZZ -x -H ldap://127.0.0.1:3890; ldapsearch -x -H ldap://127.0.0.1:3890 -b dc=none; done' small_ slapd 3890 slapd -d 4095 -h ldap://127.0.0.1:3890 -f "$W/slapd.conf"
    printf 'ServerName x\nPort 2121\nUser nobody\nGroup nogroup\nDefaultRoot ~\nSystemLog %s/proftpd-sys.log\nDebugLevel 5\n' "$RAW" > "$W/pro.conf"
    USE='for i in 1 2; do curl -sS -u a:b ftp://127.0.0.1:2121/; curl -sS ftp://127.0.0.1:2121/; done' small_ proftpd 2121 proftpd -n -d 5 -c "$W/pro.conf"
    USE='for i in 1 2; do etcdctl --endpoints=127.0.0.1:2377 put a b; etcdctl --endpoints=127.0.0.1:2377 get a; etcdctl --endpoints=127.0.0.1:2377 user add x:y; etcdctl --endpoints=127.0.0.1:2377 member list; etcdctl --endpoints=127.0.0.1:2377 compact 99; done' small_ etcd 2377 etcd --data-dir "$W/etcd" --listen-client-urls http://127.0.0.1:2377 --advertise-client-urls http://127.0.0.1:2377 --listen-peer-urls http://127.0.0.1:2376 --logger zap --log-level debug
    timeout 8 etcd --data-dir "$W/etcd2" --name b --initial-cluster b=http://127.0.0.1:2386,c=http://10.20.0.11:2380,d=http://10.20.0.14:2379 --initial-advertise-peer-urls http://127.0.0.1:2386 --listen-client-urls http://127.0.0.1:2387 --advertise-client-urls http://127.0.0.1:2387 --listen-peer-urls http://127.0.0.1:2386 > "$RAW/etcd2.log" 2>&1
    { echo "global: {scrape_interval: 1s, scrape_timeout: 900ms}"; echo "scrape_configs:"; for n in $(seq 11 28); do echo "- {job_name: j$n, static_configs: [{targets: ['10.20.0.$n:8080', 'node-$n.internal:9200']}]}"; echo "- {job_name: s$n, scheme: https, static_configs: [{targets: ['node-$n.internal:443']}]}"; done; echo "alerting: {alertmanagers: [{static_configs: [{targets: ['10.20.0.11:8080', 'api.example.com:443']}]}]}"; echo "rule_files: [$W/rules.yml]"; } > "$W/prom.yml"
    printf 'groups: [{name: a, interval: 1s, rules: [{alert: Down, expr: up == 0}]}]\n' > "$W/rules.yml"
    USE='sleep 6; curl -s 127.0.0.1:9091/api/v1/targets | python3 -c "import json,sys; [print(t[\"scrapeUrl\"], t[\"lastError\"]) for t in json.load(sys.stdin)[\"data\"][\"activeTargets\"]]"' small_ prometheus 9091 prometheus --config.file="$W/prom.yml" --storage.tsdb.path="$W/tsdb" --web.listen-address=127.0.0.1:9091 --log.level=debug
    printf 'modules: {http: {prober: http, timeout: 1s}, tcp: {prober: tcp, timeout: 1s}, tls: {prober: tcp, timeout: 1s, tcp: {tls: true}}, smtp: {prober: tcp, timeout: 1s, tcp: {query_response: [{expect: "^220"}]}}, dns: {prober: dns, timeout: 1s, dns: {query_name: www.example.com}}}\n' > "$W/bb.yml"
    USE='for n in $(seq 11 28); do for m in http tcp tls smtp dns; do curl -s "127.0.0.1:9115/probe?module=$m&target=node-$n.internal:443&debug=true" | grep "^ts="; done; done' small_ blackbox 9115 prometheus-blackbox-exporter --config.file="$W/bb.yml" --web.listen-address=127.0.0.1:9115 --log.level=debug
}
postfix_() {
    mkdir -p "$W/postfix"; cp -r /etc/postfix/. "$W/postfix/"; mkdir -p "$W/pq" "$W/pd"; chown postfix "$W/pd"
    printf "compatibility_level=3.6\nmyhostname=web-1.internal\nqueue_directory=$W/pq\ndata_directory=$W/pd\nmaillog_file=/var/log/benign-mail.log\nmaillog_file_prefixes=/var\ninet_interfaces=127.0.0.1\nmydestination=localhost\nsmtp_connect_timeout=1s\nsmtp_helo_timeout=1s\nsmtp_tls_security_level=may\nsmtpd_tls_cert_file=$C/internal.pem\nsmtpd_tls_key_file=$C/internal.key\nsmtpd_tls_security_level=may\nsmtpd_tls_loglevel=2\nsmtp_tls_loglevel=2\nmailbox_size_limit=0\nalias_maps=\n" > "$W/postfix/main.cf"
    grep -q postlog "$W/postfix/master.cf" || echo "postlog unix-dgram n - n - 1 postlogd" >> "$W/postfix/master.cf"
    sed -i 's/^smtp .*inet.*/2525 inet n - n - - smtpd/; s/ y  / n  /' "$W/postfix/master.cf"
    rm -f /var/log/benign-mail.log; touch /var/log/benign-mail.log
    MAIL_CONFIG=$W/postfix postfix -c "$W/postfix" start >> "$RAW/postfix-start.log" 2>&1
    sleep 3; poke 127.0.0.1 2525
    for d in localhost example.com corp.example.net '[10.20.0.11]' '[10.20.0.12]' '[10.20.0.14]' '[10.20.0.16]' '[10.20.0.17]' '[10.20.0.27]' '[node-20.internal]' legacy.example.org; do timeout 4 swaks --server 127.0.0.1:2525 --to "ops@$d" --from cron@localhost -tls >> "$RAW/swaks.log" 2>&1; timeout 4 swaks --server 127.0.0.1:2525 --to "ghost@$d" --from a@example.org >> "$RAW/swaks.log" 2>&1; done
    sleep 8; postfix -c "$W/postfix" stop >> "$RAW/postfix-start.log" 2>&1; sleep 1; mv /var/log/benign-mail.log "$RAW/postfix.log"
}
wanted=${SERVERS:-nginx_ apache_ haproxy_ redis_ postgres_ mariadb_ sshd_ small postfix_}
for s in $wanted; do ($s) 2>> "$RAW/servers.err" & done
wait
