package dev.mendline.engine.incident;

import static dev.mendline.engine.incident.Scenario.NODE;
import static dev.mendline.engine.incident.ScenarioWorld.Sight.fail;
import static dev.mendline.engine.incident.ScenarioWorld.Sight.pass;

import dev.mendline.model.facts.Attempt;
import dev.mendline.model.facts.HelloFacts.Role;
import dev.mendline.model.facts.TcpFacts;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.util.List;
import java.util.stream.Stream;

/** Scenarios that Atlas alone can tell apart, or tells for sure. */
final class AtlasScenarios {
    private static final String MONITOR = "Exception in monitor thread while connecting to server " + NODE + "\n";
    private static final String OPENING = MONITOR + "com.mongodb.MongoSocketOpenException: Exception opening socket\n";
    private static final String TIMED_OUT = OPENING + "Caused by: java.net.SocketTimeoutException: Connect timed out";
    private static final String REFUSED = OPENING + "Caused by: java.net.ConnectException: Connection refused";
    private static final String ALERT = MONITOR + "com.mongodb.MongoSocketWriteException: Exception sending message\n"
            + "Caused by: javax.net.ssl.SSLException: Received fatal alert: internal_error";
    private static final String CLOSED = MONITOR + "com.mongodb.MongoSocketWriteException: Exception sending message\n"
            + "Caused by: javax.net.ssl.SSLHandshakeException: Remote host terminated the handshake\n"
            + "Caused by: java.io.EOFException: SSL peer shut down incorrectly";
    private static final String NOT_FOUND = "com.mongodb.MongoConfigurationException: Failed looking up SRV record for"
            + " '_mongodb._tcp.c.ab1cd.mongodb.net'.\nCaused by: com.mongodb.spi.dns.DnsException: DNS name not found"
            + " [response code 3]";
    private static final String BAD_AUTH = "com.mongodb.MongoCommandException: Command execution failed on MongoDB"
            + " server with error 8000 (AtlasError): 'bad auth : Authentication failed.' on server " + NODE
            + ". The full response is {}";
    private static final String POOL =
            "com.mongodb.MongoTimeoutException: Timed out after 370 ms while waiting for a connection to server " + NODE
                    + ".";
    private static final String SECONDARIES = "com.mongodb.MongoTimeoutException: Timed out while waiting for a server"
            + " that matches ReadPreferenceServerSelector{readPreference=primary}. Client view of cluster state is"
            + " {type=REPLICA_SET, servers=[{address=" + NODE
            + ", type=REPLICA_SET_SECONDARY, roundTripTime=1.5 ms, state=CONNECTED}]";
    private static final String PRIVATE = "c-shard-00-00-pl-0.ab1cd.mongodb.net";
    private static final String OPTIMIZED = "c-pl-0-lb.ab1cd.mongodb.net";

    private AtlasScenarios() {}

    private static ScenarioWorld well() {
        return new ScenarioWorld();
    }

    private static ScenarioWorld silent() {
        return well().shutEverywhere(Reason.TIMED_OUT);
    }

    private static ScenarioWorld unknownName() {
        return well().where("dns-srv", none -> fail(Reason.NXDOMAIN, Sights.srv(Reason.NXDOMAIN, Reason.NXDOMAIN)));
    }

    private static ScenarioWorld refusing() {
        return well().shutEverywhere(Reason.REFUSED);
    }

    private static ScenarioWorld alert80() {
        return well().where("tls", node -> fail(Reason.TLS_ALERT, Sights.noHandshake(node, 80)))
                .where("hello", node -> fail(Reason.TLS_ALERT, Sights.hello(node, Role.UNKNOWN, null)));
    }

    private static ScenarioWorld unhappyLogin() {
        return well().where("auth", node -> fail(Reason.AUTHENTICATION_FAILED, Sights.auth(node, 8000)));
    }

    static Stream<Scenario> clusters() {
        return Stream.of(
                Scenario.of(
                        "paused, and idle as Atlas says",
                        NOT_FOUND,
                        unknownName().atlas(Reason.PAUSED, AtlasSights.cluster("IDLE", true)),
                        "cluster-paused-or-deleted",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "paused, while resolvers still know it",
                        NOT_FOUND,
                        well().atlas(Reason.PAUSED, AtlasSights.cluster("IDLE", true)),
                        "cluster-paused-or-deleted",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "being deleted",
                        NOT_FOUND,
                        unknownName().atlas(Reason.NOT_READY, AtlasSights.cluster("DELETING", false)),
                        "cluster-paused-or-deleted",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "deleted",
                        NOT_FOUND,
                        unknownName().atlas(Reason.NOT_FOUND, AtlasSights.gone()),
                        "cluster-paused-or-deleted",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "there and not paused, though no resolver knows it",
                        NOT_FOUND,
                        unknownName(),
                        "cluster-paused-or-deleted",
                        Verdict.REFUTED),
                Scenario.of(
                        "being created",
                        REFUSED,
                        refusing().atlas(Reason.NOT_READY, AtlasSights.cluster("CREATING", false)),
                        "cluster-provisioning",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "resumed just now",
                        REFUSED,
                        refusing().atlas(AtlasSights.events("CLUSTER_INSTANCE_STOP_START")),
                        "cluster-provisioning",
                        Verdict.CONFIRMED),
                Scenario.of("refused though idle for long", REFUSED, refusing(), "node-refuses", Verdict.CONFIRMED),
                Scenario.of(
                        "said to be not ready, and being changed",
                        "MongoDB Atlas: your cluster is being scaled: c.ab1cd.mongodb.net",
                        well().atlas(Reason.NOT_READY, AtlasSights.cluster("UPDATING", false)),
                        "cluster-provisioning",
                        Verdict.LIKELY),
                Scenario.of(
                        "said to be not ready, and idle for long",
                        "MongoDB Atlas: your cluster is being scaled: c.ab1cd.mongodb.net",
                        well(),
                        "cluster-provisioning",
                        Verdict.REFUTED),
                Scenario.of(
                        "an election that goes on",
                        SECONDARIES,
                        well().where("hello", node -> fail(Reason.RESET, Sights.hello(node, Role.UNKNOWN, null)))
                                .atlas(AtlasSights.events("PRIMARY_ELECTED")),
                        "no-primary",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "no member answers, and no election is known",
                        SECONDARIES,
                        well().where("hello", node -> fail(Reason.RESET, Sights.hello(node, Role.UNKNOWN, null))),
                        "no-primary",
                        Verdict.LIKELY),
                Scenario.of(
                        "an election that is over",
                        SECONDARIES,
                        well().atlas(AtlasSights.events("PRIMARY_ELECTED")),
                        "no-primary",
                        Verdict.REFUTED));
    }

    static Stream<Scenario> access() {
        return Stream.of(
                Scenario.of(
                        "not listed, dedicated",
                        TIMED_OUT,
                        silent().atlas(Reason.NOT_LISTED, AtlasSights.accessList(null)),
                        "ip-not-in-access-list",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "not listed, and let in elsewhere as behind a firewall",
                        TIMED_OUT,
                        well().shutHere(Reason.TIMED_OUT).atlas(Reason.NOT_LISTED, AtlasSights.accessList(null)),
                        "ip-not-in-access-list",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "not listed, shared",
                        ALERT,
                        alert80().atlas(Reason.NOT_LISTED, AtlasSights.accessList(null)),
                        "ip-not-in-access-list",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "listed, but the entry is pending",
                        ALERT,
                        alert80().atlas(Reason.NOT_LISTED, AtlasSights.accessList("PENDING")),
                        "ip-not-in-access-list",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "listed, but the entry has run out",
                        TIMED_OUT,
                        silent().atlas(Reason.NOT_LISTED, AtlasSights.accessList("EXPIRED")),
                        "ip-not-in-access-list",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "perhaps listed by a security group",
                        TIMED_OUT,
                        silent().atlas(AtlasSights.securityGroups()),
                        "ip-not-in-access-list",
                        Verdict.LIKELY),
                Scenario.of(
                        "not listed, but private",
                        TIMED_OUT,
                        well().where(
                                        "tcp",
                                        node -> fail(
                                                Reason.TIMED_OUT,
                                                new TcpFacts(
                                                        node.host(),
                                                        node.port(),
                                                        List.of(new Attempt("10.1.2.3", Reason.TIMED_OUT, 3)),
                                                        null)))
                                .atlas(Reason.NOT_LISTED, AtlasSights.accessList(null)),
                        "ip-not-in-access-list",
                        Verdict.LIKELY),
                Scenario.of(
                        "listed, and shut by a firewall",
                        TIMED_OUT,
                        well().shutHere(Reason.TIMED_OUT),
                        "firewall-blocks-port",
                        Verdict.CONFIRMED));
    }

    static Stream<Scenario> users() {
        return Stream.of(
                Scenario.of(
                        "no such user",
                        BAD_AUTH,
                        unhappyLogin().atlas(Reason.NOT_FOUND, AtlasSights.nobody()),
                        "user-not-ready",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "limited to other clusters",
                        BAD_AUTH,
                        unhappyLogin().atlas(Reason.NOT_AUTHORIZED, AtlasSights.user(true, false, false, false)),
                        "user-not-ready",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "a temporary user, too late",
                        BAD_AUTH,
                        unhappyLogin().atlas(Reason.EXPIRED, AtlasSights.user(true, true, true, false)),
                        "user-not-ready",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "a new user, too early",
                        BAD_AUTH,
                        unhappyLogin().atlas(Reason.NOT_READY, AtlasSights.user(false, true, false, true)),
                        "user-not-ready",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "a good user, a wrong password",
                        BAD_AUTH,
                        unhappyLogin(),
                        "wrong-credentials",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "a wrong password, as Atlas' own log has it",
                        BAD_AUTH,
                        well().atlas(AtlasSights.logins(3, true)),
                        "wrong-credentials",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "refused logins from who knows where",
                        BAD_AUTH,
                        well().atlas(AtlasSights.logins(3, false)),
                        "wrong-credentials",
                        Verdict.LIKELY));
    }

    static Stream<Scenario> loads() {
        return Stream.of(
                Scenario.of(
                        "at the limit, as Atlas counts",
                        CLOSED,
                        well().where("connections", node -> fail(Reason.TLS_CLOSED, Sights.connections(node, 0, 1)))
                                .atlas(Reason.TOO_MANY_CONNECTIONS, AtlasSights.connections("M30", 2_970, 0)),
                        "connection-limit-reached",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "too fast for an M10",
                        CLOSED,
                        alert80().atlas(AtlasSights.connections("M10", 900, 15)),
                        "connection-rate-limited",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "rather fast for an M20",
                        CLOSED,
                        well().atlas(AtlasSights.connections("M20", 900, 9)),
                        "connection-rate-limited",
                        Verdict.LIKELY),
                Scenario.of(
                        "the pool alone, as Atlas counts",
                        POOL,
                        well().where("connections", node -> fail(Reason.NOT_AUTHORIZED, null)),
                        "pool-exhausted",
                        Verdict.LIKELY),
                Scenario.of(
                        "the pool, and the server as well",
                        POOL,
                        well().where("connections", node -> inconclusive())
                                .atlas(Reason.TOO_MANY_CONNECTIONS, AtlasSights.connections("M30", 2_970, 0)),
                        "connection-limit-reached",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "the pool, of which only Atlas can count the server's side",
                        POOL,
                        well().where("connections", node -> inconclusive()),
                        "pool-exhausted",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "a spike behind a private endpoint",
                        TIMED_OUT,
                        well().where("hello", node -> pass(Sights.hello(node, Role.MONGOS, null)))
                                .atlas(AtlasSights.sharded(true, false, OPTIMIZED))
                                .atlas(AtlasSights.connections("M30", 900, 40)),
                        "sharded-connection-spike",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "no spike, but the string for it is not used",
                        TIMED_OUT,
                        well().where("hello", node -> pass(Sights.hello(node, Role.MONGOS, null)))
                                .atlas(AtlasSights.sharded(true, false, OPTIMIZED)),
                        "sharded-connection-spike",
                        Verdict.LIKELY));
    }

    private static ScenarioWorld.Sight inconclusive() {
        return new ScenarioWorld.Sight(new Outcome.Inconclusive(Reason.NOTHING_TO_PROBE), null);
    }

    static Stream<Scenario> endpoints() {
        String lost = OPENING.replace(NODE, PRIVATE + ":1024")
                + "Caused by: java.net.SocketTimeoutException: Connect timed out";
        return Stream.of(
                Scenario.of(
                        "rejected",
                        lost,
                        privately().atlas(Reason.NOT_READY, AtlasSights.endpoints(false)),
                        "private-endpoint-down",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "one of two",
                        lost,
                        privately().atlas(Reason.NOT_READY, AtlasSights.endpoints(true, false)),
                        "private-endpoint-down",
                        Verdict.LIKELY),
                Scenario.of("none there", lost, privately(), "private-endpoint-down", Verdict.LIKELY));
    }

    private static ScenarioWorld privately() {
        return silent();
    }
}
