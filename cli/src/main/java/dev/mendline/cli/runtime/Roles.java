package dev.mendline.cli.runtime;

import dev.mendline.classifier.Classifier;
import dev.mendline.classifier.ClassifierSettings;
import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.process.OpenResources;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.notifier.channel.Channel;
import dev.mendline.notifier.delivery.Notifier;
import dev.mendline.probes.Probes;
import dev.mendline.probes.worker.ProbeWorker;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/** Roles of the pipeline that run in this process. */
public final class Roles implements AutoCloseable {
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

    public Optional<Notifier> notifier() {
        return Optional.ofNullable(notifier);
    }

    /** Returns the failure of the first role that failed. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(classifier)
                .flatMap(Classifier::failure)
                .or(() -> Optional.ofNullable(notifier).flatMap(Notifier::failure))
                .or(() -> workers.stream()
                        .flatMap(worker -> worker.failure().stream())
                        .findFirst());
    }

    /** Stops all roles at the same time. */
    @Override
    public void close() {
        OpenResources.together(running);
    }
}
