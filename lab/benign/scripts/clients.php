<?php
// PHP's clients of other systems against every peer of world.py: messages as PHP prints them.
ini_set('display_errors', '1'); ini_set('html_errors', '0'); ini_set('default_socket_timeout', '2');
$hosts = ['api.example.com', 'www.corp.example.net', 'old.legacy.example.org', '10.30.0.9'];
for ($n = 11; $n <= 28; $n++) $hosts[] = "node-$n.internal";
$tries = [
    'redis' => function ($h) { $r = new Redis(); $r->connect($h, 6379, 1.5, null, 0, 1.5); $r->get('k'); },
    'pgsql' => function ($h) { new PDO("pgsql:host=$h;dbname=orders;connect_timeout=2", 'a', 'b'); },
    'pg_connect' => function ($h) { pg_connect("host=$h dbname=orders connect_timeout=2"); },
    'mysql' => function ($h) { new PDO("mysql:host=$h;dbname=orders", 'a', 'b', [PDO::ATTR_TIMEOUT => 1]); },
    'mysqli' => function ($h) { $m = mysqli_init(); $m->options(MYSQLI_OPT_CONNECT_TIMEOUT, 1); $m->options(MYSQLI_OPT_READ_TIMEOUT, 1); $m->real_connect($h, 'a', 'b'); },
    'https' => function ($h) { file_get_contents("https://$h/v1", false, stream_context_create(['http' => ['timeout' => 1.5]])); },
    'http' => function ($h) { file_get_contents("http://$h:8080/v1", false, stream_context_create(['http' => ['timeout' => 1.5]])); },
    'fsockopen' => function ($h) { $f = fsockopen($h, 25, $no, $text, 1.5); if ($f) { fgets($f); fwrite($f, "EHLO x\r\n"); fgets($f); } else { echo "fsockopen: $text ($no)\n"; } },
    'ssl' => function ($h) { stream_socket_client("ssl://$h:993", $no, $text, 1.5); echo "imap: $text ($no)\n"; },
    'curl' => function ($h) { $c = curl_init("https://$h:8443/"); curl_setopt_array($c, [CURLOPT_TIMEOUT => 2, CURLOPT_RETURNTRANSFER => 1]); if (curl_exec($c) === false) echo 'cURL error ' . curl_errno($c) . ': ' . curl_error($c) . " for https://$h:8443/\n"; },
    'ldap' => function ($h) { $l = ldap_connect("ldap://$h"); ldap_set_option($l, LDAP_OPT_NETWORK_TIMEOUT, 1); ldap_set_option($l, LDAP_OPT_TIMEOUT, 1); ldap_bind($l); },
    'memcached' => function ($h) { $m = new Memcached(); $m->setOption(Memcached::OPT_CONNECT_TIMEOUT, 1000); $m->setOption(Memcached::OPT_RECV_TIMEOUT, 1000000); $m->addServer($h, 11211); $m->get('k'); echo 'Memcached: ' . $m->getResultMessage() . ' (' . $m->getResultCode() . ") on $h:11211\n"; },
    'amqp' => function ($h) { (new AMQPConnection(['host' => $h, 'connect_timeout' => 1.5, 'read_timeout' => 1.5, 'rpc_timeout' => 1.5]))->connect(); },
    'dns' => function ($h) { echo gethostbyname($h) . "\n"; dns_get_record("_sip._tcp.$h", DNS_SRV); },
];
foreach ($tries as $what => $try) foreach ($hosts as $h) {
    try { $try($h); } catch (Throwable $e) {
        echo '[' . date('d-M-Y H:i:s') . ' UTC] PHP Fatal error:  Uncaught ' . get_class($e) . ': ' . str_replace("\n", ' ', $e->getMessage()) . ' in /var/www/shop/src/' . ucfirst($what) . '.php:' . $e->getLine() . "\n";
    }
}
