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
    private static final List<String> INTERNAL_TOPICS =
            List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic");

    private static final String NODE = """
            process.roles=broker,controller
            node.id=%1$d
            listeners=BROKER://%2$s:%3$d,CONTROLLER://%2$s:%4$d
            advertised.listeners=BROKER://%2$s:%3$d
            listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
            inter.broker.listener.name=BROKER
            controller.listener.names=CONTROLLER
            controller.quorum.voters=%5$s
            auto.create.topics.enable=false
            transaction.state.log.min.isr=%6$d
            share.coordinator.state.topic.min.isr=%6$d
            """;

    /**
     * Properties for low memory and fast tests. The cleaner buffer of 2 MiB instead of 128 saves most of an idle node's
     * memory. A share group's member gets its partitions with its second heartbeat, 5 s later by default. After a
     * crash, the controller accepts the node when its old session ends. Tests may request shorter locks and sessions
     * than Kafka's minimum.
     */
    private static final String SMALL = """
            group.initial.rebalance.delay.ms=0
            group.share.heartbeat.interval.ms=500
            group.share.min.heartbeat.interval.ms=500
            group.share.min.record.lock.duration.ms=1000
            group.min.session.timeout.ms=1000
            log.cleaner.dedupe.buffer.size=2097152
            message.max.bytes=16777216
            broker.heartbeat.interval.ms=500
            broker.session.timeout.ms=2000
            server.max.startup.time.ms=60000
            """;

    /**
     * Additional properties in a cluster: replication, and timeouts that tolerate a busy machine but detect a node that
     * stopped without notice.
     */
    private static final String AMONG_OTHERS = """
            default.replication.factor=%d
            min.insync.replicas=%d
            controlled.shutdown.enable=false
            broker.session.timeout.ms=6000
            """;

    /** Node with its ports; each is broker and controller. */
    record Member(int id, int port, int controllerPort) {
        private String voter() {
            return id + "@" + Ports.LOOPBACK + ":" + controllerPort;
        }
    }

    BrokerSettings {
        quorum = List.copyOf(quorum);
    }

    /** Returns the settings of a single node. */
    static BrokerSettings alone(Path directory, int preferredPort) {
        int port = Ports.free(preferredPort);
        List<Integer> others = Ports.several(2);
        Member self = new Member(1, port, others.get(others.get(0) == port ? 1 : 0));
        return new BrokerSettings(directory, Uuid.randomUuid().toString(), self, List.of(self));
    }

    /** Formats the directory (like {@code kafka-storage.sh format}) unless it is already formatted. */
    void formatOnce() throws IOException {
        Files.createDirectories(directory);
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
    Map<String, String> properties() {
        int majority = quorum.size() / 2 + 1;
        String voters = quorum.stream().map(Member::voter).collect(Collectors.joining(","));
        Map<String, String> all = new HashMap<>();
        put(all, NODE.formatted(self.id(), Ports.LOOPBACK, self.port(), self.controllerPort(), voters, majority));
        put(all, SMALL);
        if (quorum.size() > 1) {
            put(all, AMONG_OTHERS.formatted(quorum.size(), majority));
        }
        for (String topic : INTERNAL_TOPICS) {
            all.put(topic + ".replication.factor", Integer.toString(quorum.size()));
            all.put(topic + ".num.partitions", "2");
            all.put(topic + ".segment.bytes", Integer.toString(1 << 20));
        }
        all.put("log.dirs", directory.toString());
        return all;
    }

    private static void put(Map<String, String> all, String properties) {
        for (String line : properties.lines().toList()) {
            int equals = line.indexOf('=');
            all.put(line.substring(0, equals), line.substring(equals + 1));
        }
    }
}
