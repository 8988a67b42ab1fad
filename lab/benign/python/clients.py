"""Clients of other systems against peers that misbehave. usage: clients.py OUT-PREFIX (makes .log and .jsonl)"""
import asyncio
import json
import logging
import sys
import traceback
import warnings

warnings.simplefilter("ignore")
single, several = open(sys.argv[1] + ".log", "w"), open(sys.argv[1] + ".jsonl", "w")
LAYOUTS = [logging.Formatter(f) for f in (
    "%(asctime)s - %(name)s - %(levelname)s - %(message)s",
    "%(levelname)s:%(name)s:%(message)s",
    "[%(asctime)s: %(levelname)s/MainProcess] %(message)s",
    "[%(asctime)s] [%(process)d] [%(levelname)s] %(message)s",
    "%(asctime)s %(levelname)-8s [%(filename)s:%(lineno)d] %(message)s")]


class Write(logging.Handler):
    count = 0

    def emit(self, record):
        Write.count += 1
        text = LAYOUTS[Write.count % len(LAYOUTS)].format(record)
        record.exc_text = None
        if "\n" in text:
            several.write(json.dumps({"text": text}) + "\n")
        else:
            single.write(text + "\n")


logging.basicConfig(level=logging.DEBUG, handlers=[Write()])
log = logging.getLogger("orders.jobs")
HOSTS = ["api.example.com", "www.corp.example.net", "old.legacy.example.org", "10.30.0.9"] + [
    "%s-%d.internal" % (name, n) for n in range(11, 29) for name in ("node",)]
TRIES = {}


def attempt(f):
    TRIES[f.__name__.replace("_", " ")] = f
    return f


@attempt
def postgres(h):
    import psycopg2
    psycopg2.connect(host=h, dbname="orders", user="orders", password="x", connect_timeout=2)


@attempt
def postgres_tls(h):
    import psycopg2
    psycopg2.connect(host=h, dbname="orders", user="orders", password="x", connect_timeout=2, sslmode="verify-full",
                     sslrootcert=CA)


@attempt
def sqlalchemy_engine(h):
    import sqlalchemy
    sqlalchemy.create_engine("postgresql://orders:x@%s/orders" % h, connect_args={"connect_timeout": 2}).connect()


@attempt
def asyncpg_pool(h):
    import asyncpg
    asyncio.run(asyncpg.connect(host=h, user="orders", password="x", database="orders", timeout=2))


@attempt
def mysql(h):
    import pymysql
    pymysql.connect(host=h, user="orders", password="x", connect_timeout=2, read_timeout=2)


@attempt
def redis_cache(h):
    import redis
    redis.Redis(host=h, socket_timeout=1.5, socket_connect_timeout=1.5).ping()


@attempt
def redis_tls(h):
    import redis
    redis.Redis(host=h, port=6380, ssl=True, ssl_ca_certs=CA, socket_timeout=1.5, socket_connect_timeout=1.5).get("k")


@attempt
def kafka_consumer(h):
    import kafka
    kafka.KafkaConsumer("orders", bootstrap_servers=h + ":9092", api_version_auto_timeout_ms=1500,
                        request_timeout_ms=3500, session_timeout_ms=3000)


@attempt
def amqp(h):
    import pika
    pika.BlockingConnection(pika.ConnectionParameters(h, socket_timeout=1.5, blocked_connection_timeout=2,
                                                      stack_timeout=2))


@attempt
def requests_get(h):
    import requests
    requests.get("https://%s/v1/stock" % h, timeout=1.5).raise_for_status()


@attempt
def requests_session(h):
    import requests
    from requests.adapters import HTTPAdapter, Retry
    s = requests.Session()
    s.mount("http://", HTTPAdapter(max_retries=Retry(2, backoff_factor=0.01, status_forcelist=[503])))
    s.get("http://%s:8080/prices" % h, timeout=1)


@attempt
def httpx_get(h):
    import httpx
    httpx.get("https://%s:8443/" % h, timeout=1.5).raise_for_status()


@attempt
def aiohttp_get(h):
    import aiohttp

    async def get():
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(2)) as s:
            async with s.get("https://%s/" % h) as r:
                await r.text()
    asyncio.run(get())


@attempt
def ldap(h):
    import ldap3
    ldap3.Connection(ldap3.Server(h, connect_timeout=1.5), receive_timeout=1.5, auto_bind=True)


@attempt
def ldaps(h):
    import ldap3
    ldap3.Connection(ldap3.Server(h, port=636, use_ssl=True, connect_timeout=1.5), receive_timeout=1.5, auto_bind=True)


@attempt
def dns_srv(h):
    import dns.resolver
    r = dns.resolver.Resolver()
    r.lifetime = 1.5
    r.resolve("_sip._tcp." + h, "SRV")


@attempt
def dns_dead(h):
    import dns.resolver
    r = dns.resolver.Resolver(configure=False)
    r.nameservers, r.lifetime = ["10.20.0.54"], 1
    r.resolve("_xmpp-client._tcp." + h, "SRV")


@attempt
def elastic(h):
    import elasticsearch
    elasticsearch.Elasticsearch("https://%s:9200" % h, request_timeout=1.5, max_retries=1).info()


@attempt
def grpc_call(h):
    import grpc
    c = grpc.insecure_channel(h + ":50051")
    c.unary_unary("/stock.Stock/Get")(b"", timeout=1.5)


@attempt
def zookeeper(h):
    from kazoo.client import KazooClient
    KazooClient(hosts=h + ":2181", timeout=1.5).start(timeout=1.5)


@attempt
def ssh(h):
    import paramiko
    c = paramiko.SSHClient()
    c.connect(h, username="deploy", password="x", timeout=1.5, banner_timeout=1.5, auth_timeout=1.5)


@attempt
def tornado_get(h):
    from tornado.httpclient import HTTPClient
    HTTPClient().fetch("https://%s/" % h, request_timeout=1.5)


@attempt
def asyncio_stream(h):
    async def talk():
        r, w = await asyncio.wait_for(asyncio.open_connection(h, 6379), 1.5)
        w.write(b"PING\r\n")
        await w.drain()
        print(await asyncio.wait_for(r.readexactly(7), 1.5))
    asyncio.run(talk())


@attempt
def celery_task(h):
    from celery import Celery
    app = Celery("orders", broker="amqp://guest:guest@%s//" % h, broker_connection_timeout=1.5)
    app.conf.task_publish_retry = False
    app.send_task("tasks.add", args=[1, 2], retry=False)


@attempt
def memcached(h):
    import memcache
    memcache.Client([h + ":11211"], debug=1, socket_timeout=1.5).set("k", "v")


@attempt
def mqtt(h):
    import paho.mqtt.client as m
    m.Client().connect(h, 1883, 5)


@attempt
def s3(h):
    import boto3
    from botocore.config import Config
    boto3.client("s3", endpoint_url="https://%s" % h, aws_access_key_id="x", aws_secret_access_key="y",
                 region_name="eu-central-1",
                 config=Config(connect_timeout=1, read_timeout=1, retries={"max_attempts": 1})).list_buckets()


def main():
    for name, f in TRIES.items():
        for h in HOSTS:
            try:
                f(h)
            except ImportError as e:
                print("missing", e, file=sys.stderr)
                break
            except BaseException as e:
                Write.count += 1
                if Write.count % 3:
                    log.exception("%s failed", name)
                else:
                    log.error("%s: %s: %s", name, type(e).__name__, e)
        single.flush()


import os  # noqa: E402
CA = os.environ["CERTS"] + "/ca.pem"
main()
