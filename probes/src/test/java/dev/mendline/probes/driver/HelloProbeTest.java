package dev.mendline.probes.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.lab.net.BoundPort;
import dev.mendline.lab.net.Ports;
import dev.mendline.lab.net.TcpFault;
import dev.mendline.lab.peer.Healthy;
import dev.mendline.lab.peer.Identity;
import dev.mendline.lab.peer.Member;
import dev.mendline.lab.peer.MongoPeer;
import dev.mendline.lab.peer.Reply;
import dev.mendline.lab.peer.Script;
import dev.mendline.lab.peer.ServerError;
import dev.mendline.lab.tls.Authority;
import dev.mendline.lab.tls.ServerIdentity;
import dev.mendline.lab.tls.TlsFront;
import dev.mendline.lab.tls.Validity;
import dev.mendline.model.Json;
import dev.mendline.model.facts.HelloFacts;
import dev.mendline.model.facts.HelloFacts.Role;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.Lookout;
import dev.mendline.probes.ProbeContract;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HelloProbeTest extends ProbeContract {
    private static final List<Node> NODES =
            List.of(new Node("n0.example", 1), new Node("n1.example", 2), new Node("n2.example", 3));
    private static final Member PRIMARY = new Member("rs0", NODES, 0);
    private static final Identity STANDALONE = () -> BsonDocument.parse("{helloOk: true, isWritablePrimary: true,"
            + " maxBsonObjectSize: 16777216, maxMessageSizeBytes: 48000000, maxWriteBatchSize: 100000,"
            + " minWireVersion: 0, maxWireVersion: 25}");
    private static final Identity MONGOS = () -> STANDALONE.hello().append("msg", new BsonString("isdbgrid"));
    private static final Bench BENCH = Bench.of("hello");

    @Override
    public String id() {
        return "hello";
    }

    private static HelloFacts facts(Finding finding) {
        return (HelloFacts) finding.facts();
    }

    private static HelloFacts said(Identity identity) throws Exception {
        Finding finding = BENCH.at(() -> new Healthy(identity));
        assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
        return facts(finding);
    }

    @Test
    void tells_what_a_primary_says_of_itself() throws Exception {
        Finding finding = BENCH.at(() -> new Healthy(PRIMARY));

        HelloFacts facts = facts(finding);
        assertThat(facts.role()).isEqualTo(Role.PRIMARY);
        assertThat(facts.setName()).isEqualTo("rs0");
        assertThat(facts.hosts()).containsExactlyElementsOf(NODES);
        assertThat(facts.primary()).isEqualTo(NODES.get(0));
        assertThat(facts.minWireVersion()).isZero();
        assertThat(facts.maxWireVersion()).isEqualTo(25);
        assertThat(facts.address()).isEqualTo(Ports.LOOPBACK);
        assertThat(finding.transcript())
                .anySatisfy(line -> assertThat(line)
                        .matches("hello: primary of rs0, primary n0.example:1, 3 members, wire versions 0–25"
                                + " \\(\\d+ ms\\)"));
    }

    @Test
    void tells_the_roles_apart() throws Exception {
        assertThat(said(new Member("rs0", NODES, 2)).role()).isEqualTo(Role.SECONDARY);
        assertThat(said(MONGOS).role()).isEqualTo(Role.MONGOS);
        assertThat(said(STANDALONE).role()).isEqualTo(Role.STANDALONE);
    }

    @Test
    void sees_that_a_set_has_no_primary() throws Exception {
        HelloFacts facts = said(PRIMARY.leaderless());

        assertThat(facts.role()).isEqualTo(Role.SECONDARY);
        assertThat(facts.primary()).isNull();
    }

    @Test
    void hears_of_wire_versions_that_the_driver_does_not_speak() throws Exception {
        Finding old = BENCH.at(() -> new Healthy(PRIMARY.speaking(0, 6)));
        Finding young = BENCH.at(() -> new Healthy(PRIMARY.speaking(30, 31)));

        assertThat(List.of(old, young)).extracting(Finding::reason).containsOnly(Reason.INCOMPATIBLE);
        assertThat(facts(old).maxWireVersion()).isEqualTo(6);
        assertThat(facts(young).minWireVersion()).isEqualTo(30);
        assertThat(facts(young).role()).isEqualTo(Role.PRIMARY);
    }

    static Stream<Arguments> scripts() {
        Script healthy = new Healthy(PRIMARY);
        return Stream.of(
                Arguments.of(Script.full(819), Reason.TOO_MANY_CONNECTIONS, 8000, "AtlasError"),
                Arguments.of(
                        healthy.refusing(ServerError.OP_QUERY_REFUSED, "hello", "isMaster", "ismaster"),
                        Reason.INCOMPATIBLE,
                        352,
                        "UnsupportedOpQueryCommand"),
                Arguments.of(
                        healthy.refusing(ServerError.QUEUE_FULL, "hello", "isMaster", "ismaster"),
                        Reason.SERVER_ERROR,
                        433,
                        "AdmissionQueueOverflow"),
                Arguments.of(Script.hangUp(), Reason.RESET, null, null),
                Arguments.of(Script.silence(), Reason.TIMED_OUT, null, null),
                Arguments.of(Script.garbage(), Reason.NOT_MONGODB, null, null));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void gives_the_reason_that_the_server_gives(Script script, Reason reason, Integer code, String codeName)
            throws Exception {
        Finding finding = BENCH.at(() -> script);

        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.outcome()).isEqualTo(Outcome.Kind.FAILED);
        assertThat(facts(finding).role()).isEqualTo(Role.UNKNOWN);
        assertThat(facts(finding).code()).isEqualTo(code);
        assertThat(facts(finding).codeName()).isEqualTo(codeName);
        assertThat(finding.transcript()).anySatisfy(line -> assertThat(line).startsWith("hello: "));
    }

    @ParameterizedTest
    @EnumSource
    void gives_the_reason_that_the_port_gives(TcpFault fault) throws Exception {
        try (BoundPort broken = fault.at(Ports.at(0))) {
            Reason expected = switch (fault) {
                case REFUSE -> Reason.REFUSED;
                case DROP, HALF_OPEN -> Reason.TIMED_OUT;
                case RESET, HANG_UP -> Reason.RESET;
            };

            Finding finding = BENCH.at(broken);

            assertThat(finding.reason()).isEqualTo(expected);
            boolean opened = fault != TcpFault.REFUSE && fault != TcpFault.DROP;
            if (fault != TcpFault.RESET) {
                assertThat(facts(finding).address()).isEqualTo(opened ? Ports.LOOPBACK : null);
            }
            // A reset that comes before connect() looks whether it is done makes connect() itself fail.
        }
    }

    static Stream<Arguments> fronts() {
        return Stream.of(
                Arguments.of(TlsFront.alerting(80), Reason.TLS_ALERT),
                Arguments.of(TlsFront.hangingUp(), Reason.TLS_CLOSED),
                Arguments.of(TlsFront.resetting(), Reason.RESET),
                Arguments.of(TlsFront.oldProtocol(), Reason.OLD_PROTOCOL),
                Arguments.of(TlsFront.plain("HTTP/1.1 400 Bad Request\r\n\r\n"), Reason.NOT_TLS),
                Arguments.of(TlsFront.silent(), Reason.TIMED_OUT));
    }

    @ParameterizedTest
    @MethodSource("fronts")
    void gives_the_reason_why_there_is_no_tls(TlsFront front, Reason reason) throws Exception {
        assertThat(BENCH.trusting(null).at(front, () -> new Healthy(PRIMARY)).reason())
                .isEqualTo(reason);
    }

    @Test
    void listens_to_a_server_whatever_its_certificate_and_tells_it_the_name_that_it_wants() throws Exception {
        for (ServerIdentity identity : List.of(
                ServerIdentity.selfSigned(Lookout.NODE),
                Authority.create("Unknown CA").issue(Validity.EXPIRED, Lookout.NODE))) {
            Finding finding = BENCH.trusting(null).at(TlsFront.requiringSni(identity), () -> new Healthy(PRIMARY));

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
            assertThat(facts(finding).role()).isEqualTo(Role.PRIMARY);
        }
    }

    @Test
    void never_follows_the_hosts_that_a_server_names() throws Exception {
        AtomicInteger followers = new AtomicInteger();
        try (MongoPeer decoy = MongoPeer.start(0, () -> {
            followers.incrementAndGet();
            return new Healthy(PRIMARY);
        })) {
            List<Node> elsewhere = List.of(new Node("localhost", decoy.port()));

            HelloFacts facts = said(new Member("rs0", NODES, 1).naming(elsewhere));

            assertThat(facts.hosts()).containsExactlyElementsOf(elsewhere);
            assertThat(followers).hasValue(0);
        }
    }

    @Test
    void connects_once() throws Exception {
        AtomicInteger connections = new AtomicInteger();

        BENCH.at(() -> {
            connections.incrementAndGet();
            return Script.hangUp();
        });

        assertThat(connections).hasValue(1);
    }

    @Test
    void repeats_nothing_that_a_server_words() throws Exception {
        String words = "hunter2\r\n\u001b[31mhunter2";
        BsonDocument error = BsonDocument.parse("{ok: 0, code: 4711}")
                .append("errmsg", new BsonString(words))
                .append("codeName", new BsonString(words));
        Finding failed = BENCH.at(() -> command -> Reply.of(error));
        Finding passed = BENCH.at(() -> new Healthy(() ->
                PRIMARY.hello().append("setName", new BsonString(words)).append("primary", new BsonString(words))));

        assertThat(failed.reason()).isEqualTo(Reason.SERVER_ERROR);
        assertThat(facts(failed).code()).isEqualTo(4711);
        assertThat(facts(failed).codeName()).isNull();
        assertThat(passed + Json.text(passed) + failed + Json.text(failed)).doesNotContain("hunter2", "\u001b");
    }

    @Test
    void keeps_no_more_hosts_than_the_facts_hold() throws Exception {
        List<Node> many = IntStream.range(0, 200)
                .mapToObj(at -> new Node("n" + at + ".example", 27017))
                .toList();

        assertThat(said(PRIMARY.naming(many)).hosts()).hasSize(HelloFacts.MAX_HOSTS);
    }

    @Test
    void takes_a_reply_with_fields_of_other_types_for_no_mongodb() throws Exception {
        Finding finding =
                BENCH.at(() -> new Healthy(() -> PRIMARY.hello().append("maxWireVersion", new BsonString("hunter2"))));

        assertThat(finding.reason()).isEqualTo(Reason.NOT_MONGODB);
        assertThat(finding.toString()).doesNotContain("hunter2");
    }
}
