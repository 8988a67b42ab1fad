package dev.mendline.lab.broker;

import dev.mendline.lab.net.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** How a single node that starts fast and stays small is configured (kafka.apache.org, broker and topic configs). */
record BrokerSettings(Path directory, int port, int controllerPort) {
    private static final String MIB = Integer.toString(1 << 20);

    /** Makes the directory a node's own (what {@code kafka-storage.sh format} does), unless it already is one. */
    public void formatOnce() throws IOException {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(nowhere)
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setFeatureLevel("share.version", (short) 1)
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("cannot prepare " + directory, e);
        }
    }

    /** The controller's port may change from start to start: the only voter is told where it is each time. */
    public Map<String, String> properties() {
        Map<String, String> all = new HashMap<>(identity());
        all.putAll(internalTopics());
        all.putAll(small());
        return all;
    }

    private Map<String, String> identity() {
        String broker = "BROKER://" + Ports.LOOPBACK + ":" + port;
        return Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "log.dirs", directory.toString(),
                "listeners", broker + ",CONTROLLER://" + Ports.LOOPBACK + ":" + controllerPort,
                "advertised.listeners", broker,
                "listener.security.protocol.map", "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "BROKER",
                "controller.listener.names", "CONTROLLER",
                "controller.quorum.voters", "1@" + Ports.LOOPBACK + ":" + controllerPort,
                "auto.create.topics.enable", "false");
    }

    private static Map<String, String> internalTopics() {
        Map<String, String> settings = new HashMap<>();
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(topic + ".replication.factor", "1");
            settings.put(topic + ".num.partitions", "2");
            settings.put(topic + ".segment.bytes", MIB);
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        return settings;
    }

    /**
     * Two MiB of cleaner buffer instead of 128 are most of the memory that an idle node takes. A share group's member
     * gets its partitions with its second heartbeat, which Kafka lets come after five seconds. After a crash the
     * controller takes the node back only when the dead one's session is over. A test of members that die may ask for
     * shorter locks and sessions than Kafka allows by default.
     */
    private static Map<String, String> small() {
        return Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "group.share.heartbeat.interval.ms", "500",
                "group.share.min.heartbeat.interval.ms", "500",
                "group.share.min.record.lock.duration.ms", "1000",
                "group.min.session.timeout.ms", "1000",
                "log.cleaner.dedupe.buffer.size", Integer.toString(2 << 20),
                "message.max.bytes", Integer.toString(16 << 20),
                "broker.heartbeat.interval.ms", "500",
                "broker.session.timeout.ms", "2000",
                "server.max.startup.time.ms", "60000");
    }
}
