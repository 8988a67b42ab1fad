package dev.mendline.probes.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.lab.peer.Connections;
import dev.mendline.lab.peer.Healthy;
import dev.mendline.lab.peer.Member;
import dev.mendline.lab.peer.Scram;
import dev.mendline.lab.peer.Script;
import dev.mendline.lab.peer.ServerError;
import dev.mendline.model.facts.ConnectionsFacts;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.ProbeContract;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsProbeTest extends ProbeContract {
    private static final Member MEMBER = new Member("rs0", List.of(new Node("n0.example", 1)), 0);
    private static final Bench NOBODY = Bench.of("connections");
    private static final Bench ALICE = NOBODY.as("alice", "right");

    @Override
    public String id() {
        return "connections";
    }

    private static ConnectionsFacts facts(Finding finding) {
        return (ConnectionsFacts) finding.facts();
    }

    private static Script counting(Connections connections) {
        return new Healthy(MEMBER, new Scram("alice", "right"), connections);
    }

    private static Script healthy() {
        return counting(new Connections(12, 488, 3456));
    }

    @Test
    void counts_the_connections_of_a_server_that_is_nearly_full() throws Exception {
        Finding finding = ALICE.at(() -> counting(new Connections(485, 15, 123_456_789_012L)));

        assertThat(finding.outcome()).isEqualTo(Outcome.Kind.PASSED);
        assertThat(facts(finding).current()).isEqualTo(485);
        assertThat(facts(finding).available()).isEqualTo(15);
        assertThat(facts(finding).percent()).isEqualTo(97);
        assertThat(facts(finding).totalCreated()).isEqualTo(123_456_789_012L);
        assertThat(finding.transcript())
                .anySatisfy(line -> assertThat(line)
                        .matches("serverStatus.connections: 485 open, 15 available, 97 % in use,"
                                + " 123456789012 since it started \\(\\d+ ms\\)"));
    }

    @Test
    void asks_without_a_login_where_there_are_no_users() throws Exception {
        assertThat(NOBODY.at(() -> new Healthy(MEMBER)).outcome()).isEqualTo(Outcome.Kind.PASSED);
    }

    @Test
    void cannot_tell_what_it_may_not_see() throws Exception {
        for (Finding finding : List.of(
                NOBODY.at(ConnectionsProbeTest::healthy),
                ALICE.at(() -> healthy().refusing(ServerError.NOT_AUTHORIZED, "serverStatus")),
                ALICE.at(() -> healthy().refusing(ServerError.NOT_ALLOWED, "serverStatus")))) {
            assertThat(finding.outcome()).isEqualTo(Outcome.Kind.INCONCLUSIVE);
            assertThat(finding.reason()).isEqualTo(Reason.NOT_AUTHORIZED);
            assertThat(facts(finding).code()).isIn(13, 8000);
        }
        Finding stranger = NOBODY.as("bob", "hunter2").at(ConnectionsProbeTest::healthy);
        assertThat(stranger.outcome()).isEqualTo(Outcome.Kind.INCONCLUSIVE);
        assertThat(stranger.reason()).isEqualTo(Reason.AUTHENTICATION_FAILED);
    }

    static Stream<Arguments> scripts() {
        return Stream.of(
                Arguments.of(Script.full(819), Reason.TOO_MANY_CONNECTIONS),
                Arguments.of(Script.garbage(), Reason.NOT_MONGODB),
                Arguments.of(Script.hangUp(), Reason.RESET),
                Arguments.of(new Healthy(MEMBER).silentTo("serverStatus"), Reason.TIMED_OUT),
                Arguments.of(
                        new Healthy(MEMBER).refusing(ServerError.RATE_LIMITED, "serverStatus"), Reason.SERVER_ERROR),
                Arguments.of(new Healthy(MEMBER.speaking(30, 31)), Reason.INCOMPATIBLE));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void gives_the_reason_why_it_could_not_look(Script script, Reason reason) throws Exception {
        Finding finding = NOBODY.at(() -> script);

        assertThat(finding.reason()).isEqualTo(reason);
        assertThat(finding.outcome()).isEqualTo(Outcome.Kind.FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ok: 1}",
                "{ok: 1, connections: 7}",
                "{ok: 1, connections: {current: 'many', available: 3}}",
                "{ok: 1, connections: {current: -7, available: 3}}"
            })
    void makes_nothing_of_a_status_that_does_not_count(String status) throws Exception {
        Finding finding = NOBODY.at(() -> new Healthy(MEMBER).instead(BsonDocument.parse(status), "serverStatus"));

        assertThat(finding.outcome()).isEqualTo(Outcome.Kind.INCONCLUSIVE);
        assertThat(finding.reason()).isEqualTo(Reason.NOT_AVAILABLE);
    }

    @Test
    void stays_within_100_percent_however_a_server_counts() throws Exception {
        BsonDocument status = BsonDocument.parse("{ok: 1, connections: {current: {$numberLong: '9223372036854775807'},"
                + " available: {$numberLong: '0'}}}");
        Finding full = NOBODY.at(() -> new Healthy(MEMBER).instead(status, "serverStatus"));
        BsonDocument none = BsonDocument.parse("{ok: 1, connections: {current: 0, available: 0}}");
        Finding empty = NOBODY.at(() -> new Healthy(MEMBER).instead(none, "serverStatus"));

        assertThat(facts(full).percent()).isEqualTo(100);
        assertThat(facts(empty).percent()).isZero();
    }
}
