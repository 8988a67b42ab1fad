package benign;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.naming.directory.InitialDirContext;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryOneTime;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.neo4j.driver.Config;
import org.neo4j.driver.GraphDatabase;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;

/** Caches, queues, directories, mail, name service. */
final class Queues {
    private Queues() {}

    static void into(Map<String, Attempt> all) {
        all.put("jedis", host -> {
            try (Jedis jedis = new Jedis(host, 6379, 2000)) {
                jedis.get("k");
            }
        });
        all.put("jedis-tls", host -> {
            try (Jedis jedis = new Jedis(host, 6380, 2000, true)) {
                jedis.ping();
            }
        });
        all.put("jedis-pool", host -> {
            try (JedisPool pool = new JedisPool(host, 6379)) {
                pool.getResource();
            }
        });
        all.put("lettuce", host -> lettuce(RedisURI.builder().withHost(host).withTimeout(Duration.ofSeconds(2)).build()));
        all.put("lettuce-tls", host -> lettuce(
                RedisURI.builder().withHost(host).withPort(6380).withSsl(true).withTimeout(Duration.ofSeconds(2)).build()));
        all.put("redisson", host -> {
            var config = new org.redisson.config.Config();
            config.useSingleServer().setAddress("redis://" + host + ":6379").setConnectTimeout(1500).setRetryAttempts(0);
            org.redisson.Redisson.create(config).shutdown();
        });
        all.put("kafka-admin", host -> kafkaAdmin(host + ":9092", Map.of()));
        all.put("kafka-ssl", host -> kafkaAdmin(host + ":9093", Map.of("security.protocol", "SSL")));
        all.put("kafka-sasl", host -> kafkaAdmin(host + ":9092", Map.of(
                "security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", "PLAIN", "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"a\" password=\"b\";")));
        all.put("kafka-producer", Queues::producer);
        all.put("kafka-consumer", Queues::consumer);
        all.put("amqp", host -> {
            var factory = new com.rabbitmq.client.ConnectionFactory();
            factory.setHost(host);
            factory.setConnectionTimeout(2000);
            factory.setHandshakeTimeout(2000);
            factory.newConnection().close();
        });
        all.put("amqps", host -> {
            var factory = new com.rabbitmq.client.ConnectionFactory();
            factory.setHost(host);
            factory.setPort(5671);
            factory.setConnectionTimeout(2000);
            factory.setHandshakeTimeout(2000);
            factory.useSslProtocol(javax.net.ssl.SSLContext.getDefault());
            factory.newConnection().close();
        });
        all.put("activemq", host -> new ActiveMQConnectionFactory("tcp://" + host + ":61616?connectionTimeout=2000&soTimeout=2000")
                .createConnection().close());
        all.put("mqtt", host -> {
            MqttConnectOptions options = new MqttConnectOptions();
            options.setConnectionTimeout(2);
            new MqttClient("tcp://" + host + ":1883", "orders", new MemoryPersistence()).connect(options);
        });
        all.put("nats", host -> Nats.connect(new Options.Builder().server("nats://" + host + ":4222")
                .connectionTimeout(Duration.ofSeconds(2)).maxReconnects(0).build()).close());
        all.put("ldap", host -> ldap("ldap://" + host + ":389"));
        all.put("ldaps", host -> ldap("ldaps://" + host + ":636"));
        all.put("jndi-dns", host -> {
            Hashtable<String, String> env = new Hashtable<>(Map.of(
                    "java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory",
                    "com.sun.jndi.dns.timeout.initial", "500", "com.sun.jndi.dns.timeout.retries", "1"));
            new InitialDirContext(env).getAttributes("_sip._tcp." + host, new String[] {"SRV"});
        });
        all.put("jndi-dns-dead", host -> {
            Hashtable<String, String> env = new Hashtable<>(Map.of(
                    "java.naming.factory.initial", "com.sun.jndi.dns.DnsContextFactory",
                    "java.naming.provider.url", host.hashCode() % 2 == 0 ? "dns://10.20.0.54" : "dns://10.20.0.55",
                    "com.sun.jndi.dns.timeout.initial", "500", "com.sun.jndi.dns.timeout.retries", "1"));
            new InitialDirContext(env).getAttributes(host, new String[] {"A", "TXT"});
        });
        all.put("dnsjava", host -> {
            var resolver = new org.xbill.DNS.SimpleResolver(host.hashCode() % 2 == 0 ? "10.20.0.54" : "10.20.0.53");
            resolver.setTimeout(Duration.ofSeconds(1));
            var lookup = new org.xbill.DNS.Lookup("_xmpp-client._tcp." + host, org.xbill.DNS.Type.SRV);
            lookup.setResolver(resolver);
            lookup.run();
            if (lookup.getResult() != 0) {
                throw new IllegalStateException("lookup of _xmpp-client._tcp." + host + ": " + lookup.getErrorString());
            }
        });
        all.put("cassandra", host -> com.datastax.oss.driver.api.core.CqlSession.builder()
                .addContactPoint(new java.net.InetSocketAddress(host, 9042)).withLocalDatacenter("dc1").build().close());
        all.put("neo4j", host -> {
            try (var driver = GraphDatabase.driver("bolt://" + host + ":7687",
                    Config.builder().withConnectionTimeout(2, TimeUnit.SECONDS).withLogging(org.neo4j.driver.Logging.slf4j()).build())) {
                driver.verifyConnectivity();
            }
        });
        all.put("zookeeper", host -> {
            var zk = new org.apache.zookeeper.ZooKeeper(host + ":2181", 2000, event -> {});
            try {
                Thread.sleep(1200);
                zk.exists("/brokers", false);
            } finally {
                zk.close();
            }
        });
        all.put("curator", host -> {
            try (var curator = CuratorFrameworkFactory.newClient(host + ":2181", 1500, 1200, new RetryOneTime(100))) {
                curator.start();
                curator.checkExists().forPath("/config");
            }
        });
        all.put("mail", host -> {
            Properties p = new Properties();
            p.putAll(Map.of("mail.smtp.host", host, "mail.smtp.connectiontimeout", "2000", "mail.smtp.timeout", "2000",
                    "mail.smtp.starttls.enable", "true"));
            try (var transport = jakarta.mail.Session.getInstance(p).getTransport("smtp")) {
                transport.connect();
            }
        });
        all.put("mails", host -> {
            Properties p = new Properties();
            p.putAll(Map.of("mail.imaps.host", host, "mail.imaps.connectiontimeout", "2000", "mail.imaps.timeout", "2000"));
            try (var store = jakarta.mail.Session.getInstance(p).getStore("imaps")) {
                store.connect("a", "b");
            }
        });
        all.put("sftp", host -> {
            var session = new com.jcraft.jsch.JSch().getSession("deploy", host, 22);
            session.setConfig("StrictHostKeyChecking", "no");
            session.connect(2000);
        });
    }

    private static void lettuce(RedisURI uri) {
        RedisClient client = RedisClient.create(uri);
        try {
            client.connect().sync().ping();
        } finally {
            client.shutdown(0, 1, TimeUnit.SECONDS);
        }
    }

    private static void kafkaAdmin(String server, Map<String, Object> more) throws Exception {
        Map<String, Object> config = new java.util.HashMap<>(more);
        config.putAll(Map.of("bootstrap.servers", server, "request.timeout.ms", "1500", "default.api.timeout.ms", "1800", "client.id", "orders-admin"));
        try (Admin admin = Admin.create(config)) {
            admin.listTopics().names().get(3, TimeUnit.SECONDS);
        }
    }

    private static void producer(String host) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", host + ":9092", "max.block.ms", 1800, "request.timeout.ms", 1000,
                "delivery.timeout.ms", 1500, "linger.ms", 0, "client.id", "orders-out", "key.serializer", StringSerializer.class,
                "value.serializer", StringSerializer.class);
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(config)) {
            producer.send(new ProducerRecord<>("orders", "a", "b")).get(3, TimeUnit.SECONDS);
        }
    }

    private static void consumer(String host) {
        Map<String, Object> config = Map.of("bootstrap.servers", host + ":9092", "group.id", "orders", "request.timeout.ms", 1500,
                "default.api.timeout.ms", 1800, "session.timeout.ms", 1400, "heartbeat.interval.ms", 300,
                "key.deserializer", StringDeserializer.class, "value.deserializer", StringDeserializer.class);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(config)) {
            consumer.subscribe(List.of("orders"));
            consumer.poll(Duration.ofMillis(1000));
            consumer.partitionsFor("orders");
        }
    }

    private static void ldap(String url) throws Exception {
        new InitialDirContext(new Hashtable<>(Map.of(
                "java.naming.factory.initial", "com.sun.jndi.ldap.LdapCtxFactory", "java.naming.provider.url", url,
                "com.sun.jndi.ldap.connect.timeout", "2000", "com.sun.jndi.ldap.read.timeout", "2000"))).close();
    }
}
