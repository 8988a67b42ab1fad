package dev.mendline.lab.broker;

import dev.mendline.lab.net.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;

/**
 * Cluster of three Kafka nodes in this process, each broker and controller, only on 127.0.0.1. All data is on at least
 * two nodes, so any one may stop at once while the others continue.
 */
public final class EmbeddedCluster implements AutoCloseable {
    private static final int NODES = 3;

    private final List<BrokerSettings> settings;
    private final TreeMap<Integer, KafkaNode> running = new TreeMap<>();

    private EmbeddedCluster(List<BrokerSettings> settings) {
        this.settings = settings;
    }

    /**
     * Starts the cluster.
     *
     * @param directory empty folder; created if missing
     * @throws IllegalStateException if a node cannot start
     */
    public static EmbeddedCluster start(Path directory) {
        String id = Uuid.randomUuid().toString();
        List<Integer> ports = Ports.several(2 * NODES);
        List<BrokerSettings.Member> members = IntStream.range(0, NODES)
                .mapToObj(i -> new BrokerSettings.Member(i + 1, ports.get(2 * i), ports.get(2 * i + 1)))
                .toList();
        List<BrokerSettings> settings = members.stream()
                .map(member -> new BrokerSettings(directory.resolve("node-" + member.id()), id, member, members))
                .toList();
        EmbeddedCluster cluster = new EmbeddedCluster(settings);
        List<KafkaNode> nodes = KafkaNode.start(settings);
        IntStream.range(0, NODES).forEach(index -> cluster.running.put(index + 1, nodes.get(index)));
        return cluster;
    }

    /** Returns {@code host:port} of all nodes, for clients. */
    public String bootstrapServers() {
        return settings.stream()
                .map(node -> Ports.LOOPBACK + ":" + node.self().port())
                .collect(Collectors.joining(","));
    }

    /** Returns the numbers of the running nodes, from 1. */
    public synchronized List<Integer> running() {
        return List.copyOf(running.keySet());
    }

    /** Stops a node without a handover; the others notice by timeout. */
    public synchronized void stop(int node) {
        KafkaNode stopped = running.remove(node);
        if (stopped == null) {
            throw new IllegalArgumentException("node " + node + " does not run");
        }
        stopped.close();
    }

    /** Restarts a stopped node with its data and ports. */
    public synchronized void restart(int node) {
        if (running.containsKey(node)) {
            throw new IllegalArgumentException("node " + node + " runs");
        }
        running.put(node, KafkaNode.start(List.of(settings.get(node - 1))).get(0));
    }

    /** Stops all nodes at the same time, because the last one would wait for the others. */
    @Override
    public synchronized void close() {
        running.values().parallelStream().forEach(KafkaNode::close);
        running.clear();
    }
}
