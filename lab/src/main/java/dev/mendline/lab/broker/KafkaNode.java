package dev.mendline.lab.broker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/** Running Kafka node in this process. */
final class KafkaNode implements AutoCloseable {
    private final KafkaRaftServer server;

    private KafkaNode(KafkaRaftServer server) {
        this.server = server;
    }

    /**
     * Starts nodes at the same time, because they may wait for each other, and returns them in order. Kafka would end
     * the process if a node cannot start; here that is an exception.
     *
     * @throws IllegalStateException if a node cannot start; then none runs
     */
    static synchronized List<KafkaNode> start(List<BrokerSettings> all) {
        Exit.setExitProcedure((status, message) -> {});
        Exit.setHaltProcedure((status, message) -> {});
        try {
            return together(all);
        } finally {
            Exit.resetExitProcedure();
            Exit.resetHaltProcedure();
        }
    }

    private static List<KafkaNode> together(List<BrokerSettings> all) {
        ExecutorService starters = Executors.newFixedThreadPool(all.size());
        try {
            List<CompletableFuture<KafkaNode>> starting = all.stream()
                    .map(settings -> CompletableFuture.supplyAsync(() -> started(settings), starters))
                    .toList();
            return awaited(starting);
        } finally {
            starters.shutdown();
        }
    }

    private static List<KafkaNode> awaited(List<CompletableFuture<KafkaNode>> starting) {
        List<KafkaNode> running = new ArrayList<>();
        List<Throwable> faults = new ArrayList<>();
        for (CompletableFuture<KafkaNode> one : starting) {
            try {
                running.add(one.join());
            } catch (CompletionException e) {
                faults.add(e.getCause());
            }
        }
        if (!faults.isEmpty()) {
            running.forEach(KafkaNode::close);
            throw new IllegalStateException(
                    faults.stream().map(Throwable::getMessage).collect(Collectors.joining("; ")), faults.get(0));
        }
        return running;
    }

    private static KafkaNode started(BrokerSettings settings) {
        KafkaNode node = null;
        try {
            settings.formatOnce();
            node = new KafkaNode(new KafkaRaftServer(new KafkaConfig(settings.properties()), Time.SYSTEM));
            node.server.startup();
            return node;
        } catch (IOException | RuntimeException | Error e) {
            stop(node, e);
            throw new IllegalStateException(
                    "the broker on " + settings.directory() + " cannot start: " + e.getMessage(), e);
        }
    }

    private static void stop(@Nullable KafkaNode node, Throwable because) {
        try {
            if (node != null) {
                node.close();
            }
        } catch (RuntimeException | Error e) {
            because.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
