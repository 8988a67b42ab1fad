package dev.mendline.cli.kafka;

import dev.mendline.classifier.TopicCreation;
import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.process.CannotWork;
import dev.mendline.cli.process.OpenResources;
import dev.mendline.cli.process.UsageError;
import dev.mendline.lab.broker.EmbeddedBroker;
import dev.mendline.model.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Kafka cluster that a command uses: its address, client properties and topic names. */
public record Broker(String address, Map<String, Object> client, Topics topics) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Returns the embedded broker as a cluster, whatever broker the configuration names. */
    public static Broker embedded(EmbeddedBroker kafka, Configuration configuration) {
        String address = kafka.bootstrapServer();
        return new Broker(
                address,
                Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, address),
                configuration.kafka().topics());
    }

    public Admin admin() {
        Map<String, Object> properties = new HashMap<>(client);
        properties.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        properties.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return client(() -> Admin.create(properties));
    }

    /** Returns this broker if it answers. Fails within a few seconds otherwise. */
    public Broker reached() {
        try (Admin admin = admin()) {
            admin.describeCluster().clusterId().get(PATIENCE.toSeconds() + 1, TimeUnit.SECONDS);
            return this;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
                throw new UsageError(
                        "Kafka at " + address + " rejected the credentials or access: " + cause.getMessage());
            }
            throw away();
        } catch (TimeoutException e) {
            throw away();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    /** Retries until the broker answers or the process is stopped. Prints each retry on standard error. */
    public Broker awaited() {
        for (long wait = 1; ; wait = Math.min(wait * 2, 30)) {
            try {
                return reached();
            } catch (CannotWork e) {
                System.err.println("mendline: " + e.getMessage() + "; retrying in " + wait + " s");
                OpenResources.pause(Duration.ofSeconds(wait));
            }
        }
    }

    public CannotWork away() {
        return new CannotWork("Kafka does not answer at " + address);
    }

    /** Creates missing topics. Existing topics are not changed. */
    public void createTopics(Iterable<String> zones, int partitions) {
        try (Admin admin = admin()) {
            Set<String> there = admin.listTopics().names().get();
            TopicCreation.create(
                    admin,
                    topics.all(zones, partitions).stream()
                            .filter(topic -> !there.contains(topic.name()))
                            .toList());
            if (there.contains(topics.journal())) {
                journalKeepsBrokerTime(admin);
            }
        } catch (ExecutionException e) {
            throw new CannotWork("cannot create the topics at " + address + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    /** Requires broker time in the journal, because it is the engine's clock and no producer may set it. */
    private void journalKeepsBrokerTime(Admin admin) throws ExecutionException, InterruptedException {
        ConfigResource journal = new ConfigResource(ConfigResource.Type.TOPIC, topics.journal());
        Config settings = Objects.requireNonNull(
                admin.describeConfigs(List.of(journal)).all().get().get(journal));
        String type = settings.get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG).value();
        if (!"LogAppendTime".equals(type)) {
            throw new CannotWork("the topic " + topics.journal() + " has message.timestamp.type=" + type
                    + "; it must be LogAppendTime");
        }
    }

    public KafkaProducer<String, byte[]> producer() {
        Map<String, Object> properties = new HashMap<>(client);
        properties.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 17 << 20);
        properties.putIfAbsent(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        properties.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        properties.putIfAbsent(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        return client(() -> new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer()));
    }

    /** Creates a consumer without a group that reads committed records only. */
    KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return client(() -> new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer()));
    }

    private <T> T client(java.util.function.Supplier<T> maker) {
        try {
            return maker.get();
        } catch (KafkaException e) {
            Throwable root = e.getCause() == null ? e : e.getCause();
            if (root instanceof ConfigException) {
                throw new UsageError("wrong client settings for Kafka at '" + address + "': " + root.getMessage());
            }
            throw new CannotWork("cannot create a client for Kafka at " + address + ": " + root.getMessage());
        }
    }
}
