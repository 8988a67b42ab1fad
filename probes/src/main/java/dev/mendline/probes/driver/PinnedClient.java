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
import dev.mendline.probes.net.PeerCertificates;
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
 * Driver client that is limited to one node. It knows no other host, and resolves the node's name only to permitted
 * addresses. It connects once, logs in once, and does not retry.
 */
final class PinnedClient implements AutoCloseable {
    static final String APPLICATION = "mendline-probe";

    private final Node node;
    private final List<InetAddress> permitted;
    private final PeerCertificates certificates;
    private final PinnedSockets sockets;
    private final @Nullable MongoCredential credential;
    private final MongoClientSettings settings;
    private final CompletableFuture<ServerDescription> greeting = new CompletableFuture<>();
    private final List<String> transcript = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean admitted;
    private volatile @Nullable MongoClient client;

    /**
     * Creates the client; opens no connection yet.
     *
     * @param route permitted route, with at least one address
     * @param credential null for no login
     */
    PinnedClient(
            Subject subject,
            PermittedRoute route,
            PeerCertificates certificates,
            @Nullable MongoCredential credential,
            ProbeSettings limits) {
        this.node = Objects.requireNonNull(subject.node());
        this.permitted = route.addresses();
        this.transcript.addAll(route.transcript());
        this.certificates = certificates;
        this.credential = credential;
        SSLContext context = certificates.context();
        this.sockets = new PinnedSockets(subject.tls() ? context.getSocketFactory() : null);
        note("mongosh 'mongodb://" + node + "/?directConnection=true&tls=" + subject.tls() + "'");
        this.settings = settings(sockets.context(context), credential, limits);
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
                        ssl -> ssl.enabled(true).context(context).invalidHostNameAllowed(!certificates.areJudged()));
        return (credential == null ? builder : builder.credential(credential)).build();
    }

    /** All connections of a session use the address of the first one. */
    private List<InetAddress> addresses(String host) throws UnknownHostException {
        if (!host.equals(node.host())) {
            throw new UnknownHostException("not the node of this session");
        }
        InetAddress reached = sockets.reached();
        return reached == null ? permitted : List.of(reached);
    }

    private void greeted(ServerDescription description) {
        if (description.isOk() || description.getException() != null) {
            greeting.complete(description);
        }
    }

    /** Runs the probe on the calling thread. All connections are closed when it returns. */
    Observation perform(DriverProbe probe) {
        try (MongoClient opened = MongoClients.create(settings)) {
            client = opened;
            try {
                return probe.ask(this);
            } catch (RuntimeException e) {
                return probe.failed(this, DriverFault.of(e, certificates.fault()));
            } finally {
                // Before the client goes: else it connects and logs in once more to end its sessions.
                close();
            }
        }
    }

    /**
     * Waits for the server's reply to {@code hello}.
     *
     * @throws RuntimeException with the driver's exception as its cause
     */
    ServerDescription greet() {
        ServerDescription description = greeting.join();
        Throwable failure = description.getException();
        if (failure != null) {
            throw new CompletionException(failure);
        }
        return description;
    }

    /** Runs a command and returns the reply. Logs in first if there is a credential. */
    BsonDocument run(BsonDocument command) {
        MongoClient open = client;
        if (open == null) {
            throw new IllegalStateException("the probe has not begun");
        }
        return open.getDatabase("admin").runCommand(command, BsonDocument.class);
    }

    /** Runs an optional command; returns null if it fails. */
    @Nullable
    BsonDocument ask(BsonDocument command) {
        try {
            return run(command);
        } catch (MongoException e) {
            return null;
        }
    }

    /** Returns true if the server accepted the connection so far that a command was sent. */
    boolean admitted() {
        return admitted;
    }

    MongoCredential credential() {
        return Objects.requireNonNull(credential);
    }

    Node node() {
        return node;
    }

    /** Returns the connected address; null if none is connected. */
    @Nullable
    String address() {
        InetAddress reached = sockets.reached();
        return reached == null ? null : reached.getHostAddress();
    }

    void note(String line) {
        transcript.add(line);
    }

    /** Returns the transcript so far, followed by these lines. */
    List<String> transcript(String... last) {
        List<String> lines = new ArrayList<>(List.copyOf(transcript));
        lines.addAll(List.of(last));
        return lines;
    }

    Stopwatch watch() {
        return new Stopwatch(Duration.ZERO);
    }

    /** Closes all connections and ends any wait. */
    @Override
    public void close() {
        sockets.close();
        greeting.completeExceptionally(new CancellationException());
    }
}
