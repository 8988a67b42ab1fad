package dev.mendline.lab.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ServerDescription;
import com.mongodb.connection.ServerType;
import dev.mendline.lab.net.Ports;
import dev.mendline.model.probe.Node;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each variation as the real driver sees it. */
@Timeout(60)
class ScriptTest {
    private static final List<Node> NODES =
            List.of(new Node("n0.example", 1), new Node("n1.example", 2), new Node("n2.example", 3));
    private static final Member MEMBER = new Member("rs0", NODES, 0);

    private static Scram alice() {
        return new Scram("alice", "right");
    }

    private static MongoClient client(MongoPeer peer, String credentials) {
        return client(peer, credentials, "");
    }

    private static MongoClient client(MongoPeer peer, String credentials, String options) {
        return MongoClients.create("mongodb://" + credentials + Ports.LOOPBACK + ":" + peer.port()
                + "/?directConnection=true&retryReads=false&serverSelectionTimeoutMS=4000" + options);
    }

    private static Document run(MongoClient client, String command) {
        return client.getDatabase("shop").runCommand(new Document(command, 1));
    }

    private static Document find(MongoClient client) {
        return client.getDatabase("shop").getCollection("orders").find().first();
    }

    private static ServerDescription described(Identity identity) throws Exception {
        try (MongoPeer peer = MongoPeer.start(0, () -> new Healthy(identity));
                MongoClient client = client(peer, "")) {
            run(client, "ping");
            return client.getClusterDescription().getServerDescriptions().get(0);
        }
    }

    private static void fails(Supplier<Script> scripts, ServerError error) throws Exception {
        try (MongoPeer peer = MongoPeer.start(0, scripts);
                MongoClient client = client(peer, "alice:right@")) {
            assertThatThrownBy(() -> find(client))
                    .isInstanceOfSatisfying(
                            MongoCommandException.class,
                            e -> assertThat(e.getResponse())
                                    .isEqualTo(error.to(new BsonDocument("find", new BsonString("orders"))
                                            .append("$db", new BsonString("shop")))));
        }
    }

    @Test
    void a_server_with_users_wants_a_login_first() throws Exception {
        try (MongoPeer peer = MongoPeer.start(0, () -> new Healthy(MEMBER, alice()));
                MongoClient client = client(peer, "")) {
            assertThat(run(client, "ping")).containsEntry("ok", 1.0);
            assertThatThrownBy(() -> find(client)).hasMessageContaining("Command find requires authentication");
            assertThatThrownBy(() -> run(client, "serverStatus")).hasMessageContaining("error 13 (Unauthorized)");
        }
    }

    @Test
    void a_login_is_refused_in_the_words_of_a_server_of_ones_own_or_of_atlas_and_by_another_database()
            throws Exception {
        Scram own = new Scram("alice", "right", ServerError.AUTHENTICATION_FAILED);
        try (MongoPeer peer = MongoPeer.start(0, () -> new Healthy(MEMBER, own));
                MongoClient client = client(peer, "alice:wrong@")) {
            assertThatThrownBy(() -> find(client))
                    .hasRootCauseInstanceOf(MongoCommandException.class)
                    .rootCause()
                    .hasMessageContaining("error 18 (AuthenticationFailed)");
        }
        try (MongoPeer peer = MongoPeer.start(0, () -> new Healthy(MEMBER, alice()));
                MongoClient client = client(peer, "alice:right@", "&authSource=shop")) {
            assertThatThrownBy(() -> find(client)).rootCause().hasMessageContaining("bad auth");
        }
    }

    @Test
    void who_logged_in_sees_roles_and_how_many_connections_there_are() throws Exception {
        Connections many = new Connections(970, 30, 123_456_789_012L);
        try (MongoPeer peer = MongoPeer.start(0, () -> new Healthy(MEMBER, alice(), many));
                MongoClient client = client(peer, "alice:right@")) {
            assertThat(run(client, "serverStatus").get("connections", Document.class))
                    .containsEntry("current", 970)
                    .containsEntry("available", 30)
                    .containsEntry("totalCreated", 123_456_789_012L);
            assertThat(run(client, "connectionStatus").toJson())
                    .contains("\"user\": \"alice\"", "\"role\": \"clusterMonitor\", \"db\": \"admin\"");
        }
    }

    @Test
    void a_command_fails_with_the_servers_own_code() throws Exception {
        for (ServerError error : List.of(
                ServerError.NOT_AUTHORIZED,
                ServerError.NOT_ALLOWED,
                ServerError.QUEUE_FULL,
                ServerError.RATE_LIMITED,
                ServerError.NETWORK_TIME_LIMIT)) {
            fails(() -> new Healthy(MEMBER, alice()).refusing(error, "find"), error);
        }
        assertThat(ServerError.NOT_AUTHORIZED
                        .to(BsonDocument.parse("{find: 'orders', '$db': 'shop'}"))
                        .getString("errmsg")
                        .getValue())
                .isEqualTo("not authorized on shop to execute command { find: \"orders\", $db: \"shop\" }");
    }

    @Test
    void a_set_tells_its_roles_and_hosts() throws Exception {
        assertThat(described(MEMBER).getType()).isEqualTo(ServerType.REPLICA_SET_PRIMARY);
        ServerDescription secondary = described(new Member("rs0", NODES, 1));
        assertThat(secondary.getType()).isEqualTo(ServerType.REPLICA_SET_SECONDARY);
        assertThat(secondary.getPrimary()).isEqualTo("n0.example:1");
        ServerDescription leaderless = described(MEMBER.leaderless());
        assertThat(leaderless.getType()).isEqualTo(ServerType.REPLICA_SET_SECONDARY);
        assertThat(leaderless.getPrimary()).isNull();
        assertThat(described(MEMBER.naming(List.of(new Node("elsewhere.example", 9))))
                        .getHosts())
                .containsExactly("elsewhere.example:9");
    }

    @Test
    void a_primary_comes_back_when_told() throws Exception {
        AtomicBoolean elected = new AtomicBoolean();
        Identity member = MEMBER.leaderlessUntil(elected::get);
        assertThat(described(member).getPrimary()).isNull();

        elected.set(true);

        assertThat(described(member).isPrimary()).isTrue();
    }

    @Test
    void servers_that_are_too_old_or_too_new_are_incompatible() throws Exception {
        for (Identity identity : List.of(MEMBER.speaking(0, 6), MEMBER.speaking(30, 31))) {
            assertThatThrownBy(() -> described(identity)).hasMessageContaining("wire version");
        }
    }

    @Test
    void a_server_that_refuses_op_query_says_so_to_the_first_handshake() throws Exception {
        try (MongoPeer peer = MongoPeer.start(
                        0,
                        () -> new Healthy(MEMBER)
                                .refusing(ServerError.OP_QUERY_REFUSED, "hello", "isMaster", "ismaster"));
                MongoClient client = client(peer, "")) {
            assertThatThrownBy(() -> run(client, "ping"))
                    .hasMessageContaining("error 352 (UnsupportedOpQueryCommand): 'Unsupported OP_QUERY command: ");
        }
    }

    private static boolean place(MongoPeer peer) throws Exception {
        try (Socket socket = new Socket(Ports.LOOPBACK, peer.port())) {
            socket.getOutputStream().write(request("{hello: 1, '$db': 'admin'}"));
            return socket.getInputStream().read() >= 0;
        }
    }

    @Test
    void a_connection_that_was_idle_is_cut_and_a_new_one_is_fine() throws Exception {
        try (MongoPeer peer = MongoPeer.start(0, () -> new Healthy(MEMBER).cutAfter(Duration.ofNanos(1)));
                Socket socket = new Socket(Ports.LOOPBACK, peer.port())) {
            socket.getOutputStream().write(request("{hello: 1, '$db': 'admin'}"));
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        try (MongoPeer peer = MongoPeer.start(0, () -> new Healthy(MEMBER).cutAfter(Duration.ofMinutes(1)))) {
            assertThat(place(peer)).isTrue();
        }
    }

    @Test
    void a_peer_may_be_slow_or_silent_about_a_command_or_talk_nonsense() throws Exception {
        try (MongoPeer peer = MongoPeer.start(0, () -> new Healthy(MEMBER).slow(Duration.ofMillis(300), "find"));
                MongoClient client = client(peer, "")) {
            run(client, "ping");
            long begun = System.nanoTime();
            find(client);
            assertThat(System.nanoTime() - begun).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(299));
        }
        try (MongoPeer peer = MongoPeer.start(0, () -> new Healthy(MEMBER).silentTo("find"));
                MongoClient client = client(peer, "", "&socketTimeoutMS=300")) {
            run(client, "ping");
            assertThatThrownBy(() -> find(client)).isInstanceOf(MongoException.class);
        }
        for (Supplier<Script> strange : List.<Supplier<Script>>of(Script::garbage, Script::hangUp)) {
            try (MongoPeer peer = MongoPeer.start(0, strange);
                    MongoClient client = client(peer, "")) {
                assertThatThrownBy(() -> run(client, "ping")).hasMessageContaining("Timed out");
                assertThat(client.getClusterDescription()
                                .getServerDescriptions()
                                .get(0)
                                .getException())
                        .isNotNull();
            }
        }
    }

    /** One OP_MSG, by hand, for one connection. */
    private static byte[] request(String command) {
        RawBsonDocument body = RawBsonDocument.parse(command);
        ByteBuffer bytes = body.getByteBuffer().asNIO();
        int length = 21 + bytes.remaining();
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .putInt(1)
                .putInt(0)
                .putInt(2013)
                .putInt(0)
                .put((byte) 0)
                .put(bytes)
                .array();
    }
}
