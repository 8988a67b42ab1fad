package dev.mendline.engine.incident;

import static dev.mendline.engine.incident.Scenario.NODE;
import static dev.mendline.engine.incident.ScenarioWorld.Sight.fail;
import static dev.mendline.engine.incident.ScenarioWorld.Sight.pass;

import dev.mendline.model.incident.Verdict;
import dev.mendline.model.probe.Reason;
import java.util.List;
import java.util.stream.Stream;

/** Scenarios in which connections do not open or do not hold. */
final class NetworkScenarios {
    private static final String MONITOR = "Exception in monitor thread while connecting to server " + NODE + "\n";
    private static final String VIEW = "com.mongodb.MongoTimeoutException: Timed out while waiting for a server that"
            + " matches ReadPreferenceServerSelector{readPreference=primary}. Client view of cluster state is"
            + " {type=REPLICA_SET, servers=[%s]";
    private static final String TIMED_OUT = MONITOR + "com.mongodb.MongoSocketOpenException: Exception opening socket\n"
            + "Caused by: java.net.SocketTimeoutException: Connect timed out";
    private static final String REFUSED = MONITOR + "com.mongodb.MongoSocketOpenException: Exception opening socket\n"
            + "Caused by: java.net.ConnectException: Connection refused";
    private static final String HANDSHAKE = MONITOR
            + "com.mongodb.MongoSocketWriteException: Exception sending message\n"
            + "Caused by: javax.net.ssl.SSLHandshakeException: ";
    private static final String NOTHING_KNOWN =
            VIEW.formatted("{address=" + NODE + ", type=UNKNOWN, state=CONNECTING}");
    private static final String CUT =
            "Shelf cannot be shown\n" + "com.mongodb.MongoSocketReadException: Prematurely reached end of stream";
    private static final String CUT_WHILE_SELECTING = VIEW.formatted("{address=" + NODE
            + ", type=UNKNOWN, state=CONNECTING,"
            + " exception={com.mongodb.MongoSocketReadException: Prematurely reached end of stream}}");

    private static String command(String error) {
        return "com.mongodb.MongoCommandException: Command execution failed on MongoDB server with error " + error
                + " on server " + NODE + ". The full response is {}";
    }

    private static ScenarioWorld well() {
        return new ScenarioWorld();
    }

    private static ScenarioWorld crowded() {
        return well().where("tls", node -> fail(Reason.TLS_CLOSED, Sights.noHandshake(node, null)))
                .where(
                        "connections",
                        node -> node.equals(Sights.PRIMARY)
                                ? fail(Reason.TLS_CLOSED, Sights.connections(node, 0, 1))
                                : pass(Sights.connections(node, 970, 30)));
    }

    static Stream<Scenario> ways() {
        return Stream.of(
                Scenario.of(
                        "connection-refused",
                        REFUSED,
                        well().shutEverywhere(Reason.REFUSED),
                        "node-refuses",
                        Verdict.CONFIRMED),
                Scenario.of("healthy", REFUSED, well(), "node-refuses", Verdict.REFUTED),
                new Scenario(
                        "healthy, after a selection that knew no node",
                        List.of(REFUSED, NOTHING_KNOWN),
                        well(),
                        "node-refuses",
                        Verdict.REFUTED),
                Scenario.of(
                        "firewall",
                        TIMED_OUT,
                        well().shutHere(Reason.TIMED_OUT),
                        "firewall-blocks-port",
                        Verdict.CONFIRMED),
                new Scenario(
                        "firewall, with a selection that knew no node",
                        List.of(NOTHING_KNOWN, TIMED_OUT),
                        well().shutHere(Reason.TIMED_OUT),
                        "firewall-blocks-port",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "not-listed",
                        TIMED_OUT,
                        well().shutEverywhere(Reason.TIMED_OUT),
                        "ip-not-in-access-list",
                        Verdict.LIKELY),
                Scenario.of(
                        "not-listed, a bare selection time-out",
                        NOTHING_KNOWN,
                        well().shutEverywhere(Reason.TIMED_OUT),
                        "ip-not-in-access-list",
                        Verdict.LIKELY),
                Scenario.of(
                        "too-many-connections",
                        command("8000 (AtlasError): 'connection refused because too many open connections: 819'"),
                        well(),
                        "connection-limit-reached",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "limit-without-words",
                        HANDSHAKE + "Remote host terminated the handshake\n"
                                + "Caused by: java.io.EOFException: SSL peer shut down incorrectly",
                        crowded(),
                        "connection-limit-reached",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "limit-without-words, as a reset",
                        CUT_WHILE_SELECTING,
                        crowded(),
                        "connection-limit-reached",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "pool-exhausted",
                        "com.mongodb.MongoTimeoutException: Timed out after 370 ms while waiting for a connection to"
                                + " server " + NODE + ".",
                        well(),
                        "pool-exhausted",
                        Verdict.CONFIRMED),
                Scenario.of("idle-cut", CUT, well(), "idle-connection-cut", Verdict.LIKELY),
                Scenario.of("tls-not-enabled", CUT_WHILE_SELECTING, well(), "tls-not-enabled", Verdict.LIKELY));
    }
}
