#!/usr/bin/env python3
"""Peers and a name server that misbehave, inside the namespace that record.sh makes.

The last number of an address says what its ports do; a name ending in -NN.internal has the address 10.20.0.NN:
11 nothing listens       12 reset at once        13 reset after the first bytes   14 closed at once
15 closed after bytes    16 silent               17 answers HTTP 400              18 SYN is dropped (full backlog)
19 TLS, unknown issuer   20 TLS, expired         21 TLS, another name             22 TLS alert 80
23 TLS alert 40          24 TLS alert 70         25 TLS alerts 42, 45, 46, 48, 112, 116 in turn
26 TLS, wants a client certificate               27 answers HTTP 503              28 TLS, closed after the certificate
"""
import itertools, os, socket, ssl, struct, sys, threading, time

PORTS = [22, 25, 80, 110, 143, 389, 443, 587, 636, 993, 1433, 1521, 1883, 2181, 2379, 3000, 3306, 4222, 5432, 5671,
         5672, 6379, 6380, 7687, 8080, 8443, 8883, 9042, 9092, 9093, 9200, 11211, 50051, 61616]
CERTS = sys.argv[1]
ALERTS = itertools.cycle([42, 45, 46, 48, 112, 116])
PG_SSL = struct.pack("!II", 8, 80877103)


def reset(c):
    c.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    c.close()


def first_bytes(c):
    c.settimeout(5)
    got = c.recv(4096)
    if got == PG_SSL:
        c.sendall(b"S")
        got = c.recv(4096)
    return got


def alert(c, number):
    first_bytes(c)
    c.sendall(b"\x15\x03\x03\x00\x02\x02" + bytes([number]))
    time.sleep(0.2)
    c.close()


def tls(c, name, want_client=False, close=False):
    ctx = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ctx.load_cert_chain(f"{CERTS}/{name}.pem", f"{CERTS}/{name}.key")
    if want_client:
        ctx.load_verify_locations(f"{CERTS}/ca.pem")
        ctx.verify_mode = ssl.CERT_REQUIRED
    c.settimeout(5)
    if c.recv(8, socket.MSG_PEEK) == PG_SSL:
        c.recv(8)
        c.sendall(b"S")
    s = ctx.wrap_socket(c, server_side=True)
    if close:
        s.close()
        return
    s.recv(4096)
    s.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
    time.sleep(0.5)
    s.close()


def answer(c, what):
    first_bytes(c)
    c.sendall(what)
    time.sleep(0.2)
    c.close()


def silent(c):
    time.sleep(20)
    c.close()


DOES = {
    12: reset,
    13: lambda c: (first_bytes(c), reset(c)),
    14: lambda c: c.close(),
    15: lambda c: (first_bytes(c), c.close()),
    16: silent,
    17: lambda c: answer(c, b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
    19: lambda c: tls(c, "internal"),
    20: lambda c: tls(c, "expired"),
    21: lambda c: tls(c, "othername"),
    22: lambda c: alert(c, 80),
    23: lambda c: alert(c, 40),
    24: lambda c: alert(c, 70),
    25: lambda c: alert(c, next(ALERTS)),
    26: lambda c: tls(c, "internal", want_client=True),
    27: lambda c: answer(c, b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 19\r\n"
                            b"Connection: close\r\n\r\nupstream not ready\n"),
    28: lambda c: tls(c, "internal", close=True),
}


def handle(c, does):
    try:
        does(c)
    except OSError:
        pass
    finally:
        c.close()


def serve(address, port, does):
    s = socket.socket()
    s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    s.bind((address, port))
    if does is None:
        s.listen(0)
        FULL.extend([s] + [socket.socket() for _ in range(3)])
        for filler in FULL[-3:]:
            filler.setblocking(False)
            filler.connect_ex((address, port))
        return
    s.listen(64)
    while True:
        c, _ = s.accept()
        threading.Thread(target=handle, args=(c, does), daemon=True).start()


FULL = []


def name_of(query):
    labels, i = [], 12
    while query[i]:
        labels.append(query[i + 1:i + 1 + query[i]].decode("latin-1"))
        i += query[i] + 1
    return ".".join(labels).lower(), struct.unpack("!H", query[i + 1:i + 3])[0], query[12:i + 5]


def dns(query):
    """The answer's bytes, or None for silence."""
    name, kind, question = name_of(query)

    def reply(rcode, records=b"", count=0):
        return query[:2] + struct.pack("!HHHHH", 0x8580 | rcode, 1, count, 0, 0) + question + records

    if name.endswith("corp.example.net"):
        return reply(2)
    if name.endswith("legacy.example.org"):
        return reply(5)
    if name.endswith("partner.example.org"):
        return None
    host = name.split(".")[0]
    if name.endswith(".internal") and host[-2:].isdigit():
        if kind != 1:
            return reply(0)
        address = bytes([10, 20, 0, int(host[-2:])])
        return reply(0, b"\xc0\x0c" + struct.pack("!HHIH", 1, 1, 60, 4) + address, 1)
    return reply(3)


def dns_udp(address):
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    s.bind((address, 53))
    while True:
        query, peer = s.recvfrom(4096)
        answer = dns(query)
        if answer:
            s.sendto(answer, peer)


def main():
    for number, does in list(DOES.items()) + [(18, None)]:
        for port in PORTS:
            threading.Thread(target=serve, args=(f"10.20.0.{number}", port, does), daemon=True).start()
    threading.Thread(target=dns_udp, args=("10.20.0.53",), daemon=True).start()
    silent_dns = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    silent_dns.bind(("10.20.0.55", 53))
    print("ready", flush=True)
    threading.Event().wait()


main()
