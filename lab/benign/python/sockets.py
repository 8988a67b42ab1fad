"""What the standard library says of peers that misbehave; runs on Python 2.7 and 3. usage: sockets.py OUT.jsonl"""
import ftplib
import imaplib
import json
import poplib
import smtplib
import socket
import ssl
import sys
import traceback

try:
    from http.client import HTTPSConnection
    from urllib.request import urlopen
except ImportError:
    from httplib import HTTPSConnection
    from urllib2 import urlopen

socket.setdefaulttimeout(1.5)
NAMES = ["api.example.com", "www.corp.example.net", "files.partner.example.org", "old.legacy.example.org", "10.30.0.9",
         "10.31.0.9", "10.99.0.9"] + ["edge-%d.internal" % n for n in range(11, 29)]


def tls(host, port):
    context = ssl.create_default_context()
    return context.wrap_socket(socket.create_connection((host, port)), server_hostname=host)


def lines(host, port):
    s = socket.create_connection((host, port))
    s.sendall(b"PING\r\n" * 20)
    while s.recv(100):
        s.sendall(b"PING\r\n")


TRIES = [
    ("fetching stock", lambda h: urlopen("https://%s/v1/stock" % h).read()),
    ("fetching prices", lambda h: urlopen("http://%s:8080/prices" % h).read()),
    ("posting order", lambda h: HTTPSConnection(h, 8443).request("POST", "/orders", "{}")),
    ("mail", lambda h: smtplib.SMTP(h, 25).sendmail("a@example.com", ["b@example.com"], "x")),
    ("mail over TLS", lambda h: smtplib.SMTP_SSL(h, 587).noop()),
    ("mailbox", lambda h: imaplib.IMAP4_SSL(h).login("a", "b")),
    ("old mailbox", lambda h: poplib.POP3(h, 110).user("a")),
    ("upload", lambda h: ftplib.FTP(h).login()),
    ("metrics", lambda h: tls(h, 443)),
    ("cache", lambda h: lines(h, 6379)),
    ("queue", lambda h: lines(h, 5672)),
    ("lookup", lambda h: socket.getaddrinfo(h, 443)),
]


def main():
    with open(sys.argv[1], "w") as out:
        for host in NAMES:
            for what, attempt in TRIES:
                try:
                    attempt(host)
                except Exception:
                    out.write(json.dumps({"text": "ERROR:worker:%s failed\n%s" % (what, traceback.format_exc().rstrip())}) + "\n")


main()
