package dev.mendline.lab.broker;

import dev.mendline.lab.net.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;

/**
 * Three Kafka nodes in this process, each broker and controller at once, on 127.0.0.1 only: what is written stands on two
 * of them at least, so each may stop, at once and without a word to the others, while the other two go on.
 */
public final class EmbeddedCluster implements AutoCloseable {
    private static final int NODES = 3;

    private final List<BrokerSettings> settings;
    private final TreeMap<Integer, KafkaNode> running = new TreeMap<>();

    private EmbeddedCluster(List<BrokerSettings> settings) {
        this.settings = settings;
    }

    /**
     * Starts all of it.
     *
     * @param directory an empty folder, or one that is made
     * @throws IllegalStateException when a node cannot start
     */
    public static EmbeddedCluster start(Path directory) {
        String id = Uuid.randomUuid().toString();
        List<BrokerSettings.Member> members = members();
        List<BrokerSettings> settings = members.stream()
                .map(member -> new BrokerSettings(directory.resolve("node-" + member.id()), id, member, members))
                .toList();
        EmbeddedCluster cluster = new EmbeddedCluster(settings);
        settings.forEach(EmbeddedCluster::format);
        List<KafkaNode> nodes = KafkaNode.start(settings);
        IntStream.range(0, NODES).forEach(index -> cluster.running.put(index + 1, nodes.get(index)));
        return cluster;
    }

    /** Nobody listens on any of these ports yet, so each is looked for after the one before. */
    private static List<BrokerSettings.Member> members() {
        List<BrokerSettings.Member> members = new ArrayList<>();
        List<Integer> taken = new ArrayList<>();
        while (members.size() < NODES) {
            BrokerSettings.Member next = BrokerSettings.Member.onFreePorts(members.size() + 1, 0);
            if (!taken.contains(next.port()) && !taken.contains(next.controllerPort())) {
                members.add(next);
                taken.addAll(List.of(next.port(), next.controllerPort()));
            }
        }
        return List.copyOf(members);
    }

    private static void format(BrokerSettings settings) {
        try {
            Files.createDirectories(settings.directory());
            settings.formatOnce();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code host:port} of every node, for clients. */
    public String bootstrapServers() {
        return settings.stream()
                .map(node -> Ports.LOOPBACK + ":" + node.self().port())
                .collect(Collectors.joining(","));
    }

    /** Numbers of the nodes that run, from 1. */
    public synchronized List<Integer> running() {
        return List.copyOf(running.keySet());
    }

    /** Stops a node without handing anything over: the others notice when they hear no more of it. */
    public synchronized void stop(int node) {
        KafkaNode stopped = running.remove(node);
        if (stopped == null) {
            throw new IllegalArgumentException("node " + node + " does not run");
        }
        stopped.close();
    }

    /** Starts a node that was stopped, on what it has and where it was. */
    public synchronized void restart(int node) {
        if (running.containsKey(node)) {
            throw new IllegalArgumentException("node " + node + " runs");
        }
        running.put(node, KafkaNode.start(List.of(settings.get(node - 1))).get(0));
    }

    /** All at the same time: a node that is the last one would wait for the others. */
    @Override
    public synchronized void close() {
        running.values().parallelStream().forEach(KafkaNode::close);
        running.clear();
    }
}
