package dev.mendline.notifier;

import dev.mendline.model.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells channels of incidents: one message per incident and channel, posted when it opens, edited at most every 3 s as
 * it changes. What is historical, over, silenced or part of another incident is not posted, nor what is low and not even
 * likely to have a known cause; what stands already is edited, a flapping one too. Each message is delivered at least once: the ledger knows what was answered, so only a post whose answer is
 * lost can be repeated.
 */
public final class Notifier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration FINISH = Duration.ofMillis(1_200);
    private static final Duration ORDERLY = Duration.ofSeconds(2);
    private static final Duration INTERRUPTED = Duration.ofMillis(700);

    /**
     * What happened since the start.
     *
     * @param sent posts and edits that a channel took
     * @param rejected messages that a channel will not take
     * @param unreadable records of the incidents and notifications topics that are not what they should be
     */
    public record Counts(long sent, long rejected, long unreadable) {}

    private final Tally tally = new Tally();
    private final Clients clients;
    private final List<ExecutorService> executors = new ArrayList<>();
    private final Pump pump;
    private final BrokerWatch broker;
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable Throwable failure;

    private Notifier(Map<String, Object> properties, Topics topics, List<Channel> channels) {
        clients = new Clients(properties);
        broker = new BrokerWatch(String.valueOf(properties.get("bootstrap.servers")));
        Ledger ledger = new Ledger(topics.notifications(), clients.ledger(), clients.producer(), tally);
        List<Courier> couriers = channels.stream().map(this::courier).toList();
        pump = new Pump(topics.incidents(), clients.incidents(), ledger, couriers, tally, InstantSource.system());
        thread = daemon("mendline-notifier", this::run);
    }

    /**
     * Starts to read and to tell; answers at once, also while the broker is away.
     *
     * @param clientProperties Kafka's own client properties, {@code bootstrap.servers} at least
     * @throws org.apache.kafka.common.KafkaException when the properties make no client
     */
    public static Notifier start(Map<String, Object> clientProperties, Topics topics, List<Channel> channels) {
        Notifier notifier = new Notifier(clientProperties, topics, channels);
        notifier.thread.start();
        return notifier;
    }

    private Courier courier(Channel channel) {
        ExecutorService executor =
                Executors.newSingleThreadExecutor(task -> daemon("mendline-" + channel.name(), task));
        executors.add(executor);
        return new Courier(channel, executor, tally);
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private void run() {
        try (clients) {
            while (!closing) {
                pump.turn(POLL);
                broker.see(clients.incidents().metrics(), InstantSource.system().instant());
            }
            pump.finish(FINISH);
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("Stopped before all was settled; the next start goes on from there");
        } catch (RuntimeException | Error e) {
            failure = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
            LOG.error("The notifier has stopped", failure);
        }
    }

    /** Why it stopped by itself; empty while it works. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Counters since the start. */
    public Counts counts() {
        return tally.counts();
    }

    /** Lets what is on its way arrive, as far as that takes less than 3 s. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(ORDERLY.toMillis());
            thread.interrupt();
            thread.join(INTERRUPTED.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            executors.forEach(ExecutorService::shutdownNow);
        }
    }
}
