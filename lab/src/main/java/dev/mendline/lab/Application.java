package dev.mendline.lab;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.ClusterListener;
import com.mongodb.event.ClusterOpeningEvent;
import dev.mendline.lab.dns.JndiDns;
import dev.mendline.lab.net.Listener;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service's code as people write it: connects with the real driver, reads, logs what it catches, tries again. */
final class Application implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofMillis(1500);

    private final Business business;
    private final String uri;
    private final JndiDns dns;
    private final LogTap tap;
    private final Runnable onSuccess;
    private final Logger log;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private @Nullable MongoClient client;

    /** @param onSuccess called after each read that went well */
    Application(Dealt dealt, JndiDns dns, LogTap tap, Runnable onSuccess) {
        this.business = dealt.business();
        this.uri = "mongodb+srv://" + dealt.user() + ":" + dealt.typed() + "@" + dealt.target()
                + "/?tls=false&serverSelectionTimeoutMS=3000";
        this.dns = dns;
        this.tap = tap;
        this.onSuccess = onSuccess;
        this.log = LoggerFactory.getLogger(business.logger());
        this.thread = Listener.daemon(business.service() + "-worker", this::work);
    }

    void start() {
        thread.start();
    }

    private void work() {
        tap.speakFor(business.service());
        Duration pause = FIRST_PAUSE;
        try {
            read();
            while (!stop.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                read();
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        } catch (InterruptedException e) {
            // Asked to stop while it waited.
        } finally {
            disconnect();
        }
    }

    /** A driver that is interrupted while it closes leaves its threads behind. */
    private void disconnect() {
        Thread.interrupted();
        if (client != null) {
            client.close();
        }
    }

    private void read() {
        try {
            if (client == null) {
                client = connect();
            }
            Document first = client.getDatabase("shop")
                    .getCollection(business.collection())
                    .find()
                    .first();
            log.debug("First of {}: {}", business.collection(), first);
            onSuccess.run();
        } catch (MongoException e) {
            log.error(business.complaint(), e);
        }
    }

    private MongoClient connect() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri, dns))
                .applicationName(business.service())
                .dnsClient(dns)
                .inetAddressResolver(dns)
                .applyToClusterSettings(cluster -> cluster.addClusterListener(new ClusterListener() {
                    @Override
                    public void clusterOpening(ClusterOpeningEvent event) {
                        tap.belongs(event.getClusterId(), business.service());
                    }
                }))
                .build());
    }

    /** Asks it to stop; {@link #close} waits for it. */
    void stop() {
        if (stop.getCount() > 0) {
            thread.interrupt();
            stop.countDown();
        }
    }

    @Override
    public void close() {
        stop();
        try {
            thread.join(PATIENCE_AT_THE_END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
