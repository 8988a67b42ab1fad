package dev.mendline.lab.tls;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.event.ServerHeartbeatFailedEvent;
import com.mongodb.event.ServerMonitorListener;
import dev.mendline.lab.net.Front;
import dev.mendline.lab.net.Ports;
import dev.mendline.lab.peer.Healthy;
import dev.mendline.lab.peer.Member;
import dev.mendline.lab.peer.MongoPeer;
import dev.mendline.lab.peer.Scram;
import dev.mendline.model.probe.Node;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TlsFrontTest {
    private static final Authority LAB = Authority.create("Lab authority");

    private static MongoPeer peer(Front front) throws IOException {
        return Ports.open(port -> {
            Member member = new Member("rs0", List.of(new Node("localhost", port)), 0);
            return MongoPeer.start(Ports.at(port), front, () -> new Healthy(member, new Scram("alice", "right")));
        });
    }

    /** A driver that tells what its monitor met, and so needs no time-out to fail. */
    private static MongoClient client(MongoPeer peer, String host, CompletableFuture<Throwable> failure) {
        ServerMonitorListener listener = new ServerMonitorListener() {
            @Override
            public void serverHeartbeatFailed(ServerHeartbeatFailedEvent event) {
                failure.complete(event.getThrowable());
            }
        };
        MongoClientSettings settings = MongoClientSettings.builder()
                .applyToClusterSettings(cluster -> cluster.hosts(List.of(new ServerAddress(host, peer.port())))
                        .mode(ClusterConnectionMode.SINGLE))
                .applyToServerSettings(server -> server.addServerMonitorListener(listener))
                .applyToSslSettings(ssl -> ssl.enabled(true).context(LAB.trusting()))
                .build();
        return MongoClients.create(settings);
    }

    private static MongoClient client(MongoPeer peer, String host) {
        return client(peer, host, new CompletableFuture<>());
    }

    private static String fault(Front front, String host) throws Exception {
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        try (MongoPeer peer = peer(front)) {
            MongoClient client = client(peer, host, failure);
            try {
                return Stream.iterate(failure.get(20, TimeUnit.SECONDS), Objects::nonNull, Throwable::getCause)
                        .map(String::valueOf)
                        .collect(Collectors.joining("; caused by "));
            } finally {
                client.close();
            }
        }
    }

    private static Document ping(MongoClient client) {
        return client.getDatabase("shop").runCommand(new Document("ping", 1));
    }

    @Test
    void a_driver_talks_to_a_peer_behind_tls() throws Exception {
        try (MongoPeer peer = peer(TlsFront.of(LAB.issue("localhost")));
                MongoClient client = client(peer, "localhost")) {
            assertThat(ping(client)).containsEntry("ok", 1.0);
        }
    }

    @Test
    void a_driver_that_connects_by_address_names_no_server_and_gets_alert_80() throws Exception {
        Front front = TlsFront.requiringSni(LAB.issue("node.lab.example", "127.0.0.1"));

        assertThat(fault(front, "127.0.0.1")).contains("Received fatal alert: internal_error");
    }

    @Test
    void whoever_wants_a_server_name_lets_a_driver_in_that_sends_one() throws Exception {
        try (MongoPeer peer = peer(TlsFront.requiringSni(LAB.issue("localhost")));
                MongoClient client = client(peer, "localhost")) {
            assertThat(ping(client)).containsEntry("ok", 1.0);
        }
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(TlsFront.alerting(80), "Received fatal alert: internal_error"),
                Arguments.of(TlsFront.alerting(40), "Received fatal alert: handshake_failure"),
                Arguments.of(TlsFront.hangingUp(), "Remote host terminated the handshake"),
                Arguments.of(TlsFront.resetting(), "Connection reset"),
                Arguments.of(TlsFront.oldProtocol(), "The server selected protocol version TLS11"),
                Arguments.of(TlsFront.plain("SSH-2.0-OpenSSH_9.2\r\n"), "Unsupported or unrecognized SSL message"),
                Arguments.of(TlsFront.of(LAB.issue(Validity.EXPIRED, "localhost")), "NotAfter: "),
                Arguments.of(TlsFront.of(LAB.issue(Validity.NOT_YET, "localhost")), "NotBefore: "),
                Arguments.of(
                        TlsFront.of(LAB.issue("other.example")),
                        "No subject alternative DNS name matching localhost found"),
                Arguments.of(TlsFront.of(ServerIdentity.selfSigned("localhost")), "PKIX path building failed"),
                Arguments.of(
                        TlsFront.of(Authority.create("Somebody else").issue("localhost")),
                        "PKIX path building failed"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void a_driver_says_what_is_wrong_with_the_handshake(Front front, String words) throws Exception {
        assertThat(fault(front, "localhost")).contains(words);
    }

    @Test
    void hangs_up_on_whoever_does_not_speak_tls() throws Exception {
        try (MongoPeer peer = peer(TlsFront.of(LAB.issue("localhost")));
                Socket socket = new Socket(Ports.loopback(), peer.port())) {
            socket.setSoTimeout(2000);
            socket.getOutputStream().write(new byte[300]);
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void an_authority_writes_its_certificate_as_a_file(@TempDir Path directory) throws Exception {
        Path file = LAB.writePem(directory.resolve("ca.pem"));

        try (var in = Files.newInputStream(file)) {
            assertThat(CertificateFactory.getInstance("X.509").generateCertificate(in))
                    .isEqualTo(LAB.certificate());
        }
    }
}
