package dev.mendline.lab.broker;

import dev.mendline.lab.net.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * Settings of a small Kafka node that starts fast (kafka.apache.org, broker and topic configs).
 *
 * @param clusterId cluster id for a new directory
 * @param quorum all nodes of its cluster, including itself
 */
record BrokerSettings(Path directory, String clusterId, Member self, List<Member> quorum) {
    private static final String MIB = Integer.toString(1 << 20);

    /** Node with its ports; each is broker and controller. */
    record Member(int id, int port, int controllerPort) {
        static Member onFreePorts(int id, int preferredPort) {
            int port = Ports.free(preferredPort);
            return new Member(id, port, anotherThan(port));
        }

        private static int anotherThan(int port) {
            int other = Ports.free(0);
            return other == port ? anotherThan(port) : other;
        }

        private String voter() {
            return id + "@" + Ports.LOOPBACK + ":" + controllerPort;
        }
    }

    BrokerSettings {
        quorum = List.copyOf(quorum);
    }

    /** Returns the settings of a single node. */
    static BrokerSettings alone(Path directory, int preferredPort) {
        Member self = Member.onFreePorts(1, preferredPort);
        return new BrokerSettings(directory, Uuid.randomUuid().toString(), self, List.of(self));
    }

    /** Formats the directory (like {@code kafka-storage.sh format}) unless it is already formatted. */
    public void formatOnce() throws IOException {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(nowhere)
                    .setNodeId(self.id())
                    .setClusterId(clusterId)
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

    /** Returns the node's properties; each start lists the current controller ports because they may change. */
    public Map<String, String> properties() {
        Map<String, String> all = new HashMap<>(identity());
        all.putAll(internalTopics());
        all.putAll(small());
        if (quorum.size() > 1) {
            all.putAll(amongOthers());
        }
        return all;
    }

    private Map<String, String> identity() {
        String broker = "BROKER://" + Ports.LOOPBACK + ":" + self.port();
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(self.id()),
                "log.dirs",
                directory.toString(),
                "listeners",
                broker + ",CONTROLLER://" + Ports.LOOPBACK + ":" + self.controllerPort(),
                "advertised.listeners",
                broker,
                "listener.security.protocol.map",
                "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name",
                "BROKER",
                "controller.listener.names",
                "CONTROLLER",
                "controller.quorum.voters",
                quorum.stream().map(Member::voter).collect(Collectors.joining(",")),
                "auto.create.topics.enable",
                "false");
    }

    private Map<String, String> internalTopics() {
        Map<String, String> settings = new HashMap<>();
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(topic + ".replication.factor", Integer.toString(quorum.size()));
            settings.put(topic + ".num.partitions", "2");
            settings.put(topic + ".segment.bytes", MIB);
        }
        settings.put("transaction.state.log.min.isr", majority());
        settings.put("share.coordinator.state.topic.min.isr", majority());
        return settings;
    }

    private String majority() {
        return Integer.toString(quorum.size() / 2 + 1);
    }

    /**
     * Returns the additional properties in a cluster: replication, and timeouts that tolerate a busy machine but detect
     * a node that stopped without notice.
     */
    private Map<String, String> amongOthers() {
        return Map.of(
                "default.replication.factor",
                Integer.toString(quorum.size()),
                "min.insync.replicas",
                majority(),
                "controlled.shutdown.enable",
                "false",
                "broker.session.timeout.ms",
                "6000");
    }

    /**
     * Returns the properties for low memory and fast tests. The cleaner buffer of 2 MiB instead of 128 saves most of an
     * idle node's memory. A share group's member gets its partitions with its second heartbeat, 5 s later by default.
     * After a crash, the controller accepts the node when its old session ends. Tests may request shorter locks and
     * sessions than Kafka's minimum.
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
