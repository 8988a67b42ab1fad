package dev.mendline.probes.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.lab.net.Ports;
import dev.mendline.lab.peer.Healthy;
import dev.mendline.lab.peer.Member;
import dev.mendline.lab.peer.MongoPeer;
import dev.mendline.lab.peer.Scram;
import dev.mendline.lab.peer.Script;
import dev.mendline.lab.peer.ServerError;
import dev.mendline.lab.tls.Authority;
import dev.mendline.lab.tls.ServerIdentity;
import dev.mendline.lab.tls.TlsFront;
import dev.mendline.lab.tls.Validity;
import dev.mendline.model.Json;
import dev.mendline.model.config.Secret;
import dev.mendline.model.facts.AuthFacts;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.Lookout;
import dev.mendline.probes.ProbeContract;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthProbeTest extends ProbeContract {
    private static final Member MEMBER = new Member("rs0", List.of(new Node("n0.example", 1)), 0);
    private static final Bench ALICE = Bench.of("auth").as("alice", "right");
    private static final Bench WRONG = Bench.of("auth").as("alice", "hunter2");

    @TempDir
    private Path files;

    @Override
    public String id() {
        return "auth";
    }

    private static AuthFacts facts(Finding finding) {
        return (AuthFacts) finding.facts();
    }

    private static Script healthy() {
        return new Healthy(MEMBER, new Scram("alice", "right"));
    }

    private static Script ownServer() {
        return new Healthy(MEMBER, new Scram("alice", "right", ServerError.AUTHENTICATION_FAILED));
    }

    @Test
    void passes_when_the_server_lets_the_user_in() throws Exception {
        Finding finding = ALICE.at(AuthProbeTest::healthy);

        assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
        assertThat(facts(finding).mechanism()).isEqualTo("SCRAM-SHA-256");
        assertThat(facts(finding).authSource()).isEqualTo("admin");
        assertThat(facts(finding).roles()).containsExactly("readWriteAnyDatabase@admin", "clusterMonitor@admin");
        assertThat(facts(finding).address()).isEqualTo(Ports.LOOPBACK);
        assertThat(finding.transcript())
                .anySatisfy(line -> assertThat(line).matches("login by SCRAM-SHA-256 in admin: accepted \\(\\d+ ms\\)"))
                .contains("connectionStatus: roles readWriteAnyDatabase@admin, clusterMonitor@admin");
    }

    @Test
    void fails_with_the_code_of_atlas_or_of_a_server_of_ones_own() throws Exception {
        Finding atlas = WRONG.at(AuthProbeTest::healthy);
        Finding own = WRONG.at(AuthProbeTest::ownServer);

        assertThat(List.of(atlas, own)).extracting(Finding::reason).containsOnly(Reason.AUTHENTICATION_FAILED);
        assertThat(facts(atlas).code()).isEqualTo(8000);
        assertThat(facts(own).code()).isEqualTo(18);
        assertThat(facts(own).codeName()).isEqualTo("AuthenticationFailed");
        assertThat(facts(own).mechanism()).isEqualTo("SCRAM-SHA-256");
        assertThat(own.transcript())
                .contains("login by SCRAM-SHA-256 in admin: login refused, error 18 (AuthenticationFailed)");
    }

    @Test
    void knocks_once_for_servers_lock_accounts() throws Exception {
        AtomicInteger logins = new AtomicInteger();
        Supplier<Script> counting = () -> {
            Script script = ownServer();
            return command -> {
                if (command.getFirstKey().equals("saslStart")) {
                    logins.incrementAndGet();
                }
                return script.answer(command);
            };
        };

        WRONG.at(counting);
        assertThat(logins).hasValue(1);
        ALICE.at(counting);
        assertThat(logins).hasValue(2);
    }

    @Test
    void shows_neither_user_nor_password_nor_what_the_server_words() throws Exception {
        Finding finding = Bench.of("auth").as("alicia", "hunter2").at(AuthProbeTest::healthy);

        assertThat(finding + Json.text(finding)).doesNotContain("alicia", "hunter2", "bad auth");
    }

    static Stream<Arguments> scripts() {
        return Stream.of(
                Arguments.of(Script.full(819), Reason.TOO_MANY_CONNECTIONS),
                Arguments.of(Script.garbage(), Reason.NOT_MONGODB),
                Arguments.of(Script.hangUp(), Reason.RESET),
                Arguments.of(new Healthy(MEMBER.speaking(0, 6)), Reason.INCOMPATIBLE),
                Arguments.of(new Healthy(MEMBER).silentTo("saslStart"), Reason.TIMED_OUT));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void gives_the_reason_why_there_was_no_login(Script script, Reason reason) throws Exception {
        Finding finding = ALICE.at(() -> script);

        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.outcome()).isEqualTo(Outcome.Kind.FAILED);
    }

    @Test
    void passes_when_the_server_fails_after_it_let_the_user_in() throws Exception {
        Finding finding = ALICE.at(() -> healthy().refusing(ServerError.QUEUE_FULL, "connectionStatus"));

        assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
        assertThat(finding.transcript())
                .contains("connectionStatus: the server failed, error 433 (AdmissionQueueOverflow)");
    }

    @Test
    void keeps_roles_that_may_pass_for_names() throws Exception {
        BsonDocument status = BsonDocument.parse("{ok: 1, authInfo: {authenticatedUserRoles: [7, {role: 'read'},"
                + " {role: 'hunter2\\n', db: 'x'}, {role: 'read', db: 'shop'}]}}");

        assertThat(facts(ALICE.at(() -> healthy().instead(status, "connectionStatus")))
                        .roles())
                .containsExactly("read@shop");
    }

    @Test
    void tells_its_password_to_no_server_that_cannot_prove_who_it_is() throws Exception {
        Authority trusted = Authority.create("Lab CA");
        Path pem = trusted.writePem(files.resolve("ca.pem"));
        AtomicInteger talks = new AtomicInteger();
        for (var bad : List.of(
                Arguments.of(ServerIdentity.selfSigned(Lookout.NODE), Reason.SELF_SIGNED),
                Arguments.of(Authority.create("Other CA").issue(Lookout.NODE), Reason.UNTRUSTED),
                Arguments.of(trusted.issue(Validity.EXPIRED, Lookout.NODE), Reason.EXPIRED),
                Arguments.of(trusted.issue(Validity.NOT_YET, Lookout.NODE), Reason.NOT_YET_VALID),
                Arguments.of(trusted.issue("other.example"), Reason.WRONG_NAME))) {
            ServerIdentity identity = (ServerIdentity) bad.get()[0];
            Finding finding = ALICE.trusting(pem).at(TlsFront.of(identity), () -> command -> {
                talks.incrementAndGet();
                return healthy().answer(command);
            });

            assertThat(finding.reason()).isEqualTo(bad.get()[1]);
            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.FAILED);
        }
        assertThat(talks).hasValue(0);

        Finding good =
                ALICE.trusting(pem).at(TlsFront.requiringSni(trusted.issue(Lookout.NODE)), AuthProbeTest::healthy);
        assertThat(good.outcome()).isEqualTo(Outcome.Kind.PASSED);
    }

    @Test
    void cannot_look_when_the_authorities_cannot_be_read() throws Exception {
        assertThat(ALICE.trusting(files.resolve("gone.pem"))
                        .at(AuthProbeTest::healthy)
                        .reason())
                .isEqualTo(Reason.OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://alice:right@" + Lookout.NODE + "/",
                "mongodb://alice:right@" + Lookout.NODE + "/shop?authSource=admin",
                "mongodb+srv://alice:right@" + Lookout.TARGET + "/shop",
                "mongodb+srv://alice:r%69ght@" + Lookout.TARGET + "/?authMechanism=SCRAM-SHA-256"
            })
    void logs_in_as_the_connection_string_says_before_what_is_configured(String string) throws Exception {
        try (MongoPeer peer = MongoPeer.start(0, AuthProbeTest::healthy)) {
            Finding finding = WRONG.at(
                    peer.port(), Secret.of(string), Lookout.TARGET + " TXT \"authSource=admin&replicaSet=rs0\"");

            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
            assertThat(facts(finding).authSource()).isEqualTo("admin");
        }
    }

    @Test
    void tells_the_database_that_the_string_names() throws Exception {
        try (MongoPeer peer = MongoPeer.start(0, AuthProbeTest::healthy)) {
            Finding finding = ALICE.at(peer.port(), Secret.of("mongodb://alice:right@" + Lookout.NODE + "/shop"));

            assertThat(finding.reason()).isEqualTo(Reason.AUTHENTICATION_FAILED);
            assertThat(facts(finding).authSource()).isEqualTo("shop");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://alice:right@" + Lookout.NODE + "/?authMechanism=PLAIN&authSource=$external",
                "mongodb://alice@" + Lookout.NODE + "/?authMechanism=MONGODB-X509&tls=true"
            })
    void logs_in_by_no_mechanism_that_gives_the_password_away_or_needs_more_than_one(String string) {
        assertThat(ALICE.at(27017, Secret.of(string)).reason()).isEqualTo(Reason.NOT_AVAILABLE);
    }

    @Test
    void has_nothing_to_probe_with_a_string_that_drivers_cannot_read() {
        Finding finding = ALICE.at(27017, STRING);

        assertThat(finding.reason()).isEqualTo(Reason.NOTHING_TO_PROBE);
        assertThat(finding.transcript()).contains("The driver cannot read the connection string; see uri");
    }
}
