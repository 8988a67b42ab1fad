package dev.mendline.cli.runtime;

import dev.mendline.classifier.Classifier;
import dev.mendline.classifier.ClassifierSettings;
import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.config.DataDirectory;
import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.process.CannotWork;
import dev.mendline.cli.process.OpenResources;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.notifier.channel.Channel;
import dev.mendline.notifier.delivery.Notifier;
import dev.mendline.probes.Probes;
import dev.mendline.probes.worker.ProbeWorker;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/** Roles of the pipeline that run in this process. */
public final class Roles implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int PARTITIONS = 4;

    /** Argument of {@code mendline run}. */
    enum Role {
        CLASSIFIER,
        PROBES,
        NOTIFIER
    }

    private final Broker broker;
    private final Configuration configuration;
    private final List<AutoCloseable> running = new CopyOnWriteArrayList<>();
    private final List<ProbeWorker> workers = new CopyOnWriteArrayList<>();
    private @Nullable Classifier classifier;
    private @Nullable Notifier notifier;

    public Roles(Broker broker, Configuration configuration) {
        this.broker = broker;
        this.configuration = configuration;
    }

    /**
     * Creates the topics and starts all roles. Returns once the classifier runs; then other commands find the broker.
     *
     * @param channels empty for no notifier
     */
    public void startAll(Catalog catalog, DataDirectory data, List<Channel> channels) {
        broker.createTopics(configuration.zoneNames(), PARTITIONS);
        classifier(catalog, data.path().resolve("streams"));
        probes(configuration.zoneNames());
        if (!channels.isEmpty()) {
            notifier(channels);
        }
        data.announce(broker.address());
        awaitRunning();
    }

    public void classifier(Catalog catalog, Path stateDirectory) {
        ClassifierSettings settings = new ClassifierSettings(
                broker.topics(),
                configuration.kafka().logs(),
                catalog,
                configuration.inventory(),
                configuration.engine(),
                configuration.redactor(),
                configuration.samples());
        Map<String, Object> client = new HashMap<>(broker.client());
        putIfSet(
                client,
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                configuration.kafka().processingGuarantee());
        putIfSet(
                client,
                StreamsConfig.GROUP_PROTOCOL_CONFIG,
                configuration.kafka().groupProtocol());
        classifier = Classifier.start(settings, client, stateDirectory);
        running.add(classifier);
    }

    private static void putIfSet(Map<String, Object> client, String key, @Nullable String value) {
        if (value != null) {
            client.put(key, value);
        }
    }

    public void probes(List<String> zones) {
        Probes probes = new Probes(configuration.inventory(), Clock.systemUTC(), configuration.probing(null));
        for (String zone : zones) {
            ProbeWorker worker = ProbeWorker.start(
                    broker.client(),
                    broker.topics(),
                    zone,
                    probes,
                    configuration.probes().kind(),
                    configuration.probes().concurrency());
            workers.add(worker);
            running.add(worker);
        }
    }

    public void notifier(List<Channel> channels) {
        notifier = Notifier.start(broker.client(), broker.topics(), channels);
        running.add(notifier);
    }

    public Optional<Classifier> classifier() {
        return Optional.ofNullable(classifier);
    }

    /** Returns the failure of the first role that failed. */
    public Optional<Throwable> failure() {
        return classifier()
                .flatMap(Classifier::failure)
                .or(() -> Optional.ofNullable(notifier).flatMap(Notifier::failure))
                .or(() -> workers.stream()
                        .flatMap(worker -> worker.failure().stream())
                        .findFirst());
    }

    /** Returns once the classifier runs. Fails after 90 s. */
    public void awaitRunning() {
        long deadline = System.nanoTime() + START.toNanos();
        while (classifier().filter(each -> !each.running()).isPresent()) {
            requireNoFailure();
            if (System.nanoTime() > deadline) {
                throw new CannotWork("the classifier did not start within " + START.toSeconds() + " s");
            }
            OpenResources.pause(POLL);
        }
    }

    /** Throws {@link CannotWork} when a role fails. Prints the number of dead letters when it grows. */
    public void watch() {
        long told = 0;
        while (true) {
            requireNoFailure();
            long letters = classifier().map(each -> each.count("dead-letters")).orElse(0L);
            if (letters > told) {
                System.err.println("mendline: " + letters + " record" + (letters == 1 ? "" : "s")
                        + " could not be processed; see the dead-letters topic");
                told = letters;
            }
            OpenResources.pause(POLL);
        }
    }

    /** Throws {@link CannotWork} if a role failed. */
    public void requireNoFailure() {
        failure().ifPresent(fault -> {
            throw new CannotWork("a part of the pipeline stopped: " + fault);
        });
    }

    /** Stops all roles at the same time. */
    @Override
    public void close() {
        OpenResources.together(running);
    }
}
