package dev.mendline.cli.runtime;

import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.process.CannotWork;
import dev.mendline.cli.process.Closing;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.cli.process.Interrupted;
import dev.mendline.lab.broker.EmbeddedBroker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;

/** Waiting for the roles of this process: until they run, and as long as they run. */
public final class Pipeline {
    private static final Duration START = Duration.ofSeconds(90);

    private Pipeline() {}

    /** The embedded broker as commands use it; the configuration's own broker is not meant here. */
    public static Broker own(EmbeddedBroker kafka, Configuration configuration) {
        Map<String, Object> client = new HashMap<>();
        client.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServer());
        return new Broker(kafka.bootstrapServer(), client, configuration.kafka().topics());
    }

    public static void awaitRunning(Roles roles) {
        long deadline = System.nanoTime() + START.toNanos();
        while (roles.classifier().filter(classifier -> !classifier.running()).isPresent()) {
            roles.failure().ifPresent(Pipeline::stopped);
            if (System.nanoTime() > deadline) {
                throw new CannotWork("the classifier did not start within " + START.toSeconds() + " s");
            }
            pause();
        }
    }

    /** Returns only when something stops by itself; Ctrl-C ends the process. */
    public static int watch(Roles roles) {
        Optional<Throwable> failure = roles.failure();
        long told = 0;
        while (failure.isEmpty()) {
            pause();
            told = tell(roles, told);
            failure = roles.failure();
        }
        stopped(failure.get());
        return ExitCode.CANNOT_WORK;
    }

    /** Says when records were kept aside. */
    private static long tell(Roles roles, long told) {
        long letters = roles.classifier()
                .map(classifier -> classifier.count("dead-letters"))
                .orElse(0L);
        if (letters > told) {
            System.err.println("mendline: " + letters + " record" + (letters == 1 ? "" : "s")
                    + " could not be processed; see the dead-letters topic");
        }
        return letters;
    }

    private static void stopped(Throwable fault) {
        throw new CannotWork("a part of the pipeline stopped: " + fault);
    }

    public static void pause() {
        if (Closing.stopping()) {
            throw new Interrupted();
        }
        try {
            new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }
}
