package dev.mendline.lab.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.mendline.lab.net.Ports;
import dev.mendline.model.probe.Node;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

public class MongoPeerTest {
    @Test
    void a_driver_logs_in_to_a_healthy_peer_and_finds_nothing() throws Exception {
        try (MongoPeer peer = healthy();
                MongoClient client = client(peer, "alice:right@")) {
            assertThat(client.getDatabase("shop").runCommand(new Document("ping", 1)))
                    .containsEntry("ok", 1.0);
            assertThat(client.getDatabase("shop").getCollection("orders").find().first())
                    .isNull();
            assertThat(client.getDatabase("shop").listCollectionNames()).isEmpty();
            assertThat(client.getClusterDescription().getServerDescriptions())
                    .singleElement()
                    .satisfies(server -> assertThat(server.isPrimary()).isTrue());
        }
    }

    @Test
    void a_driver_with_another_password_or_user_is_refused_in_the_words_of_atlas() throws Exception {
        for (String credentials : List.of("alice:wrong@", "bob:right@")) {
            try (MongoPeer peer = healthy();
                    MongoClient client = client(peer, credentials)) {
                assertThatThrownBy(() -> client.getDatabase("shop").runCommand(new Document("ping", 1)))
                        .isInstanceOf(MongoSecurityException.class)
                        .hasRootCauseMessage("Command execution failed on MongoDB server with error 8000 (AtlasError): "
                                + "'bad auth : Authentication failed.' on server 127.0.0.1:" + peer.port()
                                + ". The full response is {\"ok\": 0.0, \"errmsg\": "
                                + "\"bad auth : Authentication failed.\", \"code\": 8000, "
                                + "\"codeName\": \"AtlasError\"}");
            }
        }
    }

    @Test
    void a_full_peer_says_so_to_every_handshake() throws Exception {
        try (MongoPeer peer = MongoPeer.start(0, () -> Script.full(819));
                MongoClient client = client(peer, "")) {
            assertThatThrownBy(() -> client.getDatabase("shop").runCommand(new Document("ping", 1)))
                    .isInstanceOf(MongoTimeoutException.class)
                    .hasMessageContaining("connection refused because too many open connections: 819");
        }
    }

    @Test
    void a_command_that_a_peer_does_not_know_is_an_error_and_no_silence() throws Exception {
        try (MongoPeer peer = healthy();
                MongoClient client = client(peer, "")) {
            assertThatThrownBy(() -> client.getDatabase("shop").runCommand(new Document("frobnicate", 1)))
                    .hasMessageContaining("no such command: 'frobnicate'");
            assertThatCode(() -> client.getDatabase("shop").runCommand(new Document("ping", 1)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void a_peer_tells_its_version_by_the_name_that_old_drivers_ask_for() throws Exception {
        try (MongoPeer peer = healthy();
                MongoClient client = client(peer, "")) {
            assertThat(client.getDatabase("admin").runCommand(new Document("buildinfo", 1)))
                    .containsEntry("version", "8.0.4");
        }
    }

    private static MongoPeer healthy() throws Exception {
        return Ports.open(port -> {
            Member member = new Member("rs0", List.of(new Node("localhost", port)), 0);
            return MongoPeer.start(port, () -> new Healthy(member, new Scram("alice", "right")));
        });
    }

    private static MongoClient client(MongoPeer peer, String credentials) {
        return MongoClients.create("mongodb://" + credentials + Ports.LOOPBACK + ":" + peer.port()
                + "/?directConnection=true&serverSelectionTimeoutMS=1000");
    }
}
