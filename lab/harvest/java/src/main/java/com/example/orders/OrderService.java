package com.example.orders;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An application as there are many: reads from several threads, pauses, reads again, and logs what goes wrong. Its source
 * suits every version of the driver.
 */
public final class OrderService {
    private static final Logger log = LoggerFactory.getLogger(OrderService.class);

    private static final int ROUNDS = 2;
    private static final int THREADS = 4;

    /** Longer than the lab's nodes keep an idle connection where they cut it. */
    private static final int PAUSE_MILLIS = 1600;

    private final Output output;
    private final boolean bare;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    private OrderService(Output output, boolean bare) {
        this.output = output;
        this.bare = bare;
    }

    /** Arguments: connection string, PEM file of the authority, logback pattern, {@code bare} or {@code uncaught}. */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        Output output = Output.attach(out, args[2]);
        new OrderService(output, args[3].equals("bare")).run(args[0], trusting(Path.of(args[1])));
        System.exit(0);
    }

    private static SSLContext trusting(Path pem) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("ca-" + store.size(), each);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private void run(String uri, SSLContext tls) throws InterruptedException {
        try (MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToSslSettings(ssl -> ssl.context(tls))
                .build())) {
            for (int round = 0; round < ROUNDS; round++) {
                readTogether(client);
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (RuntimeException e) {
            tell(e);
        }
    }

    private void readTogether(MongoClient client) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> read(client), "orders-worker-" + i);
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void read(MongoClient client) {
        try {
            client.getDatabase("shop").getCollection("orders").find().first();
        } catch (RuntimeException e) {
            tell(e);
        }
    }

    /** As applications do: with the stack trace, and in a second way besides, once for each message. */
    private void tell(RuntimeException e) {
        if (!told.add(String.valueOf(e))) {
            return;
        }
        log.error("Could not load the open orders", e);
        if (bare) {
            log.error("Could not load the open orders: {}", e.toString());
        } else {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace, true));
            output.print("Exception in thread \"main\" " + trace);
        }
    }
}
