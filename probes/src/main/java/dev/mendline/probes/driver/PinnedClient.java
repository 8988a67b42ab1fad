package dev.mendline.probes.driver;

import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.connection.ServerDescription;
import com.mongodb.connection.ServerMonitoringMode;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.ServerDescriptionChangedEvent;
import com.mongodb.event.ServerListener;
import dev.mendline.model.probe.Node;
import dev.mendline.probes.net.PermittedRoute;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Stopwatch;
import dev.mendline.probes.spi.Subject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * One client of the driver at one node and at no other: it knows no host but the node, and the node's name has no
 * addresses but the permitted ones. It looks once, logs in once, and tries nothing again.
 */
final class PinnedClient implements AutoCloseable {
    static final String APPLICATION = "mendline-probe";

    private final Node node;
    private final List<InetAddress> permitted;
    private final CertificateCheck certificates;
    private final PinnedSockets sockets;
    private final @Nullable MongoCredential credential;
    private final MongoClientSettings settings;
    private final CompletableFuture<ServerDescription> greeting = new CompletableFuture<>();
    private final List<String> transcript = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean admitted;
    private volatile @Nullable MongoClient client;

    /**
     * Opens nothing yet.
     *
     * @param approach which found an address
     * @param credential null for no login
     */
    PinnedClient(
            Subject subject,
            PermittedRoute approach,
            CertificateCheck certificates,
            @Nullable MongoCredential credential,
            ProbeSettings limits) {
        this.node = Objects.requireNonNull(subject.node());
        this.permitted = approach.addresses();
        this.transcript.addAll(approach.transcript());
        this.certificates = certificates;
        this.credential = credential;
        SSLContext context = certificates.context();
        this.sockets = new PinnedSockets(subject.tls() ? context.getSocketFactory() : null);
        note("mongosh 'mongodb://" + node + "/?directConnection=true&tls=" + subject.tls() + "'");
        this.settings = settings(new SocketContext(context, sockets), credential, limits);
    }

    private MongoClientSettings settings(
            SSLContext context, @Nullable MongoCredential credential, ProbeSettings limits) {
        int connect = (int) limits.tcpConnect().toMillis();
        int answer = (int) limits.answer().toMillis();
        MongoClientSettings.Builder builder = MongoClientSettings.builder()
                .applicationName(APPLICATION)
                .retryReads(false)
                .retryWrites(false)
                .inetAddressResolver(this::addresses)
                .addCommandListener(new CommandListener() {
                    @Override
                    public void commandStarted(CommandStartedEvent event) {
                        admitted = true;
                    }
                })
                .applyToClusterSettings(cluster -> cluster.mode(ClusterConnectionMode.SINGLE)
                        .hosts(List.of(new ServerAddress(node.host(), node.port())))
                        .serverSelectionTimeout(answer, TimeUnit.MILLISECONDS))
                .applyToServerSettings(server -> server.serverMonitoringMode(ServerMonitoringMode.POLL)
                        .heartbeatFrequency(1, TimeUnit.HOURS)
                        .addServerListener(new ServerListener() {
                            @Override
                            public void serverDescriptionChanged(ServerDescriptionChangedEvent event) {
                                greeted(event.getNewDescription());
                            }
                        }))
                .applyToSocketSettings(socket -> socket.connectTimeout(connect, TimeUnit.MILLISECONDS)
                        .readTimeout(answer, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.minSize(0).maxSize(1).maxWaitTime(connect + answer, TimeUnit.MILLISECONDS))
                .applyToSslSettings(
                        ssl -> ssl.enabled(true).context(context).invalidHostNameAllowed(!certificates.verifies()));
        return (credential == null ? builder : builder.credential(credential)).build();
    }

    /** All connections of a visit go where the first one went. */
    private List<InetAddress> addresses(String host) throws UnknownHostException {
        if (!host.equals(node.host())) {
            throw new UnknownHostException("not the node that is visited");
        }
        InetAddress reached = sockets.reached();
        return reached == null ? permitted : List.of(reached);
    }

    private void greeted(ServerDescription description) {
        if (description.isOk() || description.getException() != null) {
            greeting.complete(description);
        }
    }

    /** Runs the errand on the calling thread; nothing of it is open when this returns. */
    Observation attend(DriverTask errand) {
        try (MongoClient opened = MongoClients.create(settings)) {
            client = opened;
            try {
                return errand.run(this);
            } catch (RuntimeException e) {
                return errand.failed(this, Fault.of(e, certificates.fault()));
            } finally {
                // Before the client goes: else it connects and logs in once more to end its sessions.
                close();
            }
        }
    }

    /**
     * What the server says to {@code hello}, waited for.
     *
     * @throws RuntimeException with what the driver ran into as its cause
     */
    ServerDescription greet() {
        ServerDescription description = greeting.join();
        Throwable failure = description.getException();
        if (failure != null) {
            throw new CompletionException(failure);
        }
        return description;
    }

    /** The server's reply; logs in first where there is a credential. */
    BsonDocument run(BsonDocument command) {
        MongoClient open = client;
        if (open == null) {
            throw new IllegalStateException("the errand has not begun");
        }
        return open.getDatabase("admin").runCommand(command, BsonDocument.class);
    }

    /** The same, where a reply would be welcome and nothing depends on it; null when there is none. */
    @Nullable
    BsonDocument ask(BsonDocument command) {
        try {
            return run(command);
        } catch (MongoException e) {
            return null;
        }
    }

    /** Whether the server has let us as far as a command of our own. */
    boolean admitted() {
        return admitted;
    }

    /** Who logs in. */
    MongoCredential credential() {
        return Objects.requireNonNull(credential);
    }

    Node node() {
        return node;
    }

    /** The address that was connected to; null while none opened. */
    @Nullable
    String address() {
        InetAddress reached = sockets.reached();
        return reached == null ? null : reached.getHostAddress();
    }

    void note(String line) {
        transcript.add(line);
    }

    /** What has been noted so far, and what it came to. */
    List<String> transcript(String... last) {
        List<String> lines = new ArrayList<>(List.copyOf(transcript));
        lines.addAll(List.of(last));
        return lines;
    }

    /** Measures from now on. */
    Stopwatch watch() {
        return new Stopwatch(Duration.ZERO);
    }

    /** Ends it, whatever it is waiting for. */
    @Override
    public void close() {
        sockets.close();
        greeting.completeExceptionally(new CancellationException());
    }
}
