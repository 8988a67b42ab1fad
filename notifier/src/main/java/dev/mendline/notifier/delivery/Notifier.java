package dev.mendline.notifier.delivery;

import dev.mendline.model.Topics;
import dev.mendline.notifier.channel.Channel;
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
 * Service that shows incidents in channels, one message per incident and channel. The {@link PostingPolicy} decides what
 * is posted and edited. Delivery is at least once: the notification log records each confirmed message, so a post is
 * repeated only if its confirmation is lost.
 */
public final class Notifier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration FINISH_TIMEOUT = Duration.ofMillis(1_200);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration INTERRUPT_TIMEOUT = Duration.ofMillis(700);

    private final KafkaClients clients;
    private final List<ExecutorService> executors = new ArrayList<>();
    private final NotificationLoop loop;
    private final BrokerWatch broker;
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable Throwable failure;

    private Notifier(Map<String, Object> properties, Topics topics, List<Channel> channels) {
        clients = KafkaClients.of(properties);
        broker = new BrokerWatch(String.valueOf(properties.get("bootstrap.servers")));
        NotificationLog log = new NotificationLog(topics.notifications(), clients.logReader(), clients.producer());
        List<ChannelSender> senders = channels.stream().map(this::sender).toList();
        loop = new NotificationLoop(topics.incidents(), clients.incidents(), log, senders, InstantSource.system());
        thread = daemon("mendline-notifier", this::run);
    }

    /**
     * Starts the notifier and returns at once, even if the broker is unreachable.
     *
     * @param clientProperties Kafka client properties; {@code bootstrap.servers} is required
     * @throws org.apache.kafka.common.KafkaException if Kafka rejects the properties
     */
    public static Notifier start(Map<String, Object> clientProperties, Topics topics, List<Channel> channels) {
        Notifier notifier = new Notifier(clientProperties, topics, channels);
        notifier.thread.start();
        return notifier;
    }

    private ChannelSender sender(Channel channel) {
        ExecutorService executor =
                Executors.newSingleThreadExecutor(task -> daemon("mendline-" + channel.name(), task));
        executors.add(executor);
        return new ChannelSender(channel, executor);
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private void run() {
        try (clients) {
            while (!closing) {
                loop.turn(POLL);
                broker.check(
                        clients.incidents().metrics(), InstantSource.system().instant());
            }
            loop.finish(FINISH_TIMEOUT);
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("Stopped before all messages were settled; the next start continues from there");
        } catch (RuntimeException | Error e) {
            failure = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
            LOG.error("The notifier stopped because of an internal error", failure);
        }
    }

    /** Returns the error that stopped the notifier; empty while it runs. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Stops the notifier. Waits less than 3 s for messages in flight. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(STOP_TIMEOUT.toMillis());
            thread.interrupt();
            thread.join(INTERRUPT_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            executors.forEach(ExecutorService::shutdownNow);
        }
    }
}
