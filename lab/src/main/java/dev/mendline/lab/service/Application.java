package dev.mendline.lab.service;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.ClusterListener;
import com.mongodb.event.ClusterOpeningEvent;
import dev.mendline.lab.dns.JndiDns;
import dev.mendline.lab.net.Listener;
import dev.mendline.lab.scenario.Client;
import dev.mendline.lab.world.Business;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Typical application code: connects with the real driver, reads, logs exceptions and tries again. */
final class Application implements AutoCloseable {
    /**
     * Environment of a service.
     *
     * @param tls trusts the deployments' authority
     * @param delay delay before the first read
     */
    record Surroundings(JndiDns dns, SSLContext tls, LogTap tap, Duration delay) {}

    private static final Duration PATIENCE_AT_THE_END = Duration.ofMillis(1500);

    private final Business business;
    private final Client client;
    private final String uri;
    private final Surroundings surroundings;
    private final Runnable onSuccess;
    private final Logger log;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable MongoClient connection;

    /**
     * Creates an application that does not run yet.
     *
     * @param onSuccess runs after each successful read
     */
    Application(Business business, Client client, String uri, Surroundings surroundings, Runnable onSuccess) {
        this.business = business;
        this.client = client;
        this.uri = uri;
        this.surroundings = surroundings;
        this.onSuccess = onSuccess;
        this.log = LoggerFactory.getLogger(business.logger());
        for (int i = 1; i <= client.threads(); i++) {
            threads.add(Listener.daemon(business.service() + "-worker-" + i, this::work));
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    private void work() {
        surroundings.tap().speakFor(business.service());
        Duration pause = client.pause();
        try {
            boolean stopped = stopsWithin(surroundings.delay());
            while (!stopped) {
                read();
                stopped = stopsWithin(pause);
                Duration longer = pause.multipliedBy(2);
                pause = longer.compareTo(client.longestPause()) < 0 ? longer : client.longestPause();
            }
        } catch (InterruptedException e) {
            // Stopped while waiting.
        }
    }

    private boolean stopsWithin(Duration time) throws InterruptedException {
        return stop.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void read() {
        try {
            Document first = connected()
                    .getDatabase("shop")
                    .getCollection(business.collection())
                    .find()
                    .first();
            log.debug("First of {}: {}", business.collection(), first);
            onSuccess.run();
        } catch (MongoException | IllegalArgumentException e) {
            log.error(business.complaint(), e);
        }
    }

    private synchronized MongoClient connected() {
        if (connection == null) {
            connection = MongoClients.create(settings());
        }
        return connection;
    }

    private MongoClientSettings settings() {
        MongoClientSettings.Builder settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri, surroundings.dns()))
                .applicationName(business.service())
                .dnsClient(surroundings.dns())
                .inetAddressResolver(surroundings.dns())
                .applyToClusterSettings(cluster -> cluster.addClusterListener(new ClusterListener() {
                    @Override
                    public void clusterOpening(ClusterOpeningEvent event) {
                        surroundings.tap().belongs(event.getClusterId(), business.service());
                    }
                }));
        if (client.tls()) {
            settings.applyToSslSettings(ssl -> ssl.enabled(true).context(surroundings.tls()));
        }
        return settings.build();
    }

    /** Requests a stop; {@link #close} waits for it. */
    void stop() {
        if (stop.getCount() > 0) {
            stop.countDown();
            threads.forEach(Thread::interrupt);
        }
    }

    /**
     * Waits for the threads and then disconnects, because a driver leaks threads if its caller is interrupted. After a
     * timeout it disconnects anyway, because nothing else wakes a thread that reads from a socket.
     */
    @Override
    public void close() {
        stop();
        awaitThreads();
        disconnect();
        awaitThreads();
    }

    private void awaitThreads() {
        long end = System.nanoTime() + PATIENCE_AT_THE_END.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(
                        Math.max(1, Duration.ofNanos(end - System.nanoTime()).toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean ended() {
        return threads.stream().noneMatch(Thread::isAlive);
    }

    private synchronized void disconnect() {
        if (connection != null) {
            connection.close();
        }
    }
}
