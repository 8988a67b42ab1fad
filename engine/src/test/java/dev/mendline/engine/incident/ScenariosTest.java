package dev.mendline.engine.incident;

import static dev.mendline.engine.incident.ScenarioWorld.Sight.fail;
import static dev.mendline.engine.incident.ScenarioWorld.Sight.pass;
import static dev.mendline.engine.incident.Sights.NODES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.model.Difference;
import dev.mendline.model.HelloFacts.Role;
import dev.mendline.model.Incident;
import dev.mendline.model.Inventory;
import dev.mendline.model.Reason;
import dev.mendline.model.Verdict;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What services of the lab log and what probes find there, and what must come of it. Some texts stand in the table several
 * times, with another world behind them.
 */
class ScenariosTest {
    private static final String NODE = NODES.get(0).toString();
    private static final String MONITOR = "Exception in monitor thread while connecting to server " + NODE + "\n";
    private static final String VIEW = "com.mongodb.MongoTimeoutException: Timed out while waiting for a server that"
            + " matches ReadPreferenceServerSelector{readPreference=primary}. Client view of cluster state is"
            + " {type=REPLICA_SET, servers=[%s]";
    private static final String SRV = "Exception while resolving SRV records\n"
            + "com.mongodb.MongoConfigurationException: Failed looking up SRV record for"
            + " '_mongodb._tcp.c.ab1cd.mongodb.net'.\nCaused by: com.mongodb.spi.dns.DnsException: ";
    private static final String TIMED_OUT = MONITOR + "com.mongodb.MongoSocketOpenException: Exception opening socket\n"
            + "Caused by: java.net.SocketTimeoutException: Connect timed out";
    private static final String REFUSED = MONITOR + "com.mongodb.MongoSocketOpenException: Exception opening socket\n"
            + "Caused by: java.net.ConnectException: Connection refused";
    private static final String HANDSHAKE = MONITOR
            + "com.mongodb.MongoSocketWriteException: Exception sending message\n"
            + "Caused by: javax.net.ssl.SSLHandshakeException: ";
    private static final String UNTRUSTED =
            HANDSHAKE + "PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException:"
                    + " unable to find valid certification path to requested target";
    private static final String RAN_OUT = HANDSHAKE
            + "PKIX path validation failed: java.security.cert.CertPathValidatorException: validity check failed\n"
            + "Caused by: java.security.cert.CertificateExpiredException: NotAfter: Wed Apr 01 00:00:00 UTC 2020";
    private static final String SECONDARIES =
            VIEW.formatted("{address=" + NODE + ", type=REPLICA_SET_SECONDARY, roundTripTime=1.5 ms, state=CONNECTED}");
    private static final String NOTHING_KNOWN =
            VIEW.formatted("{address=" + NODE + ", type=UNKNOWN, state=CONNECTING}");
    private static final String CUT =
            "Shelf cannot be shown\n" + "com.mongodb.MongoSocketReadException: Prematurely reached end of stream";
    private static final String CUT_WHILE_SELECTING = VIEW.formatted("{address=" + NODE
            + ", type=UNKNOWN, state=CONNECTING,"
            + " exception={com.mongodb.MongoSocketReadException: Prematurely reached end of stream}}");

    record Row(String scenario, List<String> texts, ScenarioWorld world, String leading, Verdict verdict) {
        @Override
        public String toString() {
            return scenario;
        }
    }

    private static Row row(String scenario, String text, ScenarioWorld world, String leading, Verdict verdict) {
        return new Row(scenario, List.of(text), world, leading, verdict);
    }

    private static String command(String error) {
        return "com.mongodb.MongoCommandException: Command execution failed on MongoDB server with error " + error
                + " on server " + NODE + ". The full response is {}";
    }

    private static ScenarioWorld well() {
        return new ScenarioWorld();
    }

    /** A resolver that is not there is not there for any question. */
    private static ScenarioWorld lookup(Reason system, Reason reference, Difference... differences) {
        ScenarioWorld world = well().where("dns-srv", none -> fail(system, Sights.srv(system, reference, differences)));
        boolean gone = differences[differences.length - 1] != Difference.LARGE_ANSWER_LOST
                && (system == Reason.REFUSED || system == Reason.TIMED_OUT);
        return gone ? world.where("dns-host", node -> fail(system, Sights.host(node, system))) : world;
    }

    private static ScenarioWorld alert80() {
        return well().where("tls", node -> fail(Reason.TLS_ALERT, Sights.noHandshake(node, 80)))
                .where("hello", node -> fail(Reason.TLS_ALERT, Sights.hello(node, Role.UNKNOWN, null)));
    }

    private static ScenarioWorld noPrimary() {
        return well().where("hello", node -> pass(Sights.hello(node, Role.SECONDARY, null)));
    }

    private static ScenarioWorld crowded() {
        return well().where("tls", node -> fail(Reason.TLS_CLOSED, Sights.noHandshake(node, null)))
                .where("connections", node -> pass(Sights.connections(node, 970, 30)));
    }

    static Stream<Row> names() {
        return Stream.of(
                row(
                        "srv-refused",
                        SRV.replace("SRV record for '_mongodb._tcp.", "TXT record for host '")
                                + "DNS error\nCaused by: java.net.PortUnreachableException",
                        lookup(Reason.REFUSED, Reason.ANSWERED, Difference.FAILS_HERE_ONLY),
                        "resolver-unreachable",
                        Verdict.CONFIRMED),
                row(
                        "srv-silent",
                        SRV + "DNS error\nCaused by: java.net.SocketTimeoutException: Receive timed out",
                        lookup(Reason.TIMED_OUT, Reason.ANSWERED, Difference.FAILS_HERE_ONLY),
                        "resolver-unreachable",
                        Verdict.CONFIRMED),
                row(
                        "srv-silent, to SRV questions only",
                        SRV + "DNS error\nCaused by: java.net.SocketTimeoutException: Receive timed out",
                        well().where(
                                        "dns-srv",
                                        none -> fail(Reason.TIMED_OUT, Sights.srv(Reason.TIMED_OUT, Reason.ANSWERED))),
                        "resolver-lacks-srv",
                        Verdict.CONFIRMED),
                row(
                        "srv-not-found",
                        SRV + "DNS name not found [response code 3]",
                        lookup(Reason.NXDOMAIN, Reason.NXDOMAIN, Difference.GONE_EVERYWHERE),
                        "cluster-paused-or-deleted",
                        Verdict.LIKELY),
                row(
                        "srv-hidden",
                        SRV + "DNS name not found [response code 3]",
                        lookup(Reason.NXDOMAIN, Reason.ANSWERED, Difference.FAILS_HERE_ONLY),
                        "resolver-lacks-srv",
                        Verdict.CONFIRMED),
                new Row(
                        "srv-hidden, and what a selection says of it",
                        List.of(
                                VIEW.formatted("")
                                        .replace(
                                                "servers=",
                                                "srvResolutionException=com.mongodb.MongoConfigurationException: Failed"
                                                        + " looking up SRV record for"
                                                        + " '_mongodb._tcp.c.ab1cd.mongodb.net'., servers="),
                                SRV + "DNS name not found [response code 3]"),
                        lookup(Reason.NXDOMAIN, Reason.ANSWERED, Difference.FAILS_HERE_ONLY),
                        "resolver-lacks-srv",
                        Verdict.CONFIRMED),
                row(
                        "srv-servfail",
                        SRV + "DNS server failure [response code 2]",
                        lookup(Reason.SERVFAIL, Reason.ANSWERED, Difference.FAILS_HERE_ONLY),
                        "resolver-lacks-srv",
                        Verdict.CONFIRMED),
                row(
                        "srv-large",
                        "com.mongodb.MongoConfigurationException: No SRV records available for"
                                + " '_mongodb._tcp.c.ab1cd.mongodb.net'.",
                        lookup(
                                Reason.REFUSED,
                                Reason.ANSWERED,
                                Difference.FAILS_HERE_ONLY,
                                Difference.LARGE_ANSWER_LOST),
                        "resolver-lacks-srv",
                        Verdict.CONFIRMED),
                row(
                        "srv-large, in words that blame the resolver",
                        SRV + "DNS error\nCaused by: javax.naming.CommunicationException: DNS error [Root exception is"
                                + " java.net.ConnectException: Connection refused]",
                        lookup(
                                Reason.REFUSED,
                                Reason.ANSWERED,
                                Difference.FAILS_HERE_ONLY,
                                Difference.LARGE_ANSWER_LOST),
                        "resolver-lacks-srv",
                        Verdict.CONFIRMED),
                row(
                        "srv-name-as-host",
                        "com.mongodb.MongoSocketException: c.ab1cd.mongodb.net: No address associated with hostname\n"
                                + "Caused by: java.net.UnknownHostException: c.ab1cd.mongodb.net: No address"
                                + " associated with hostname",
                        well().where(
                                        "dns-host",
                                        node -> node.host().equals(Sights.TARGET)
                                                ? fail(Reason.NODATA, Sights.host(node, Reason.NODATA))
                                                : pass(Sights.host(node, Reason.ANSWERED))),
                        "srv-name-without-srv-scheme",
                        Verdict.CONFIRMED));
    }

    static Stream<Row> ways() {
        return Stream.of(
                row(
                        "connection-refused",
                        REFUSED,
                        well().shutEverywhere(Reason.REFUSED),
                        "node-refuses",
                        Verdict.CONFIRMED),
                row("healthy", REFUSED, well(), "node-refuses", Verdict.REFUTED),
                new Row(
                        "healthy, after a selection that knew no node",
                        List.of(REFUSED, NOTHING_KNOWN),
                        well(),
                        "node-refuses",
                        Verdict.REFUTED),
                row(
                        "firewall",
                        TIMED_OUT,
                        well().shutHere(Reason.TIMED_OUT),
                        "firewall-blocks-port",
                        Verdict.CONFIRMED),
                new Row(
                        "firewall, with a selection that knew no node",
                        List.of(NOTHING_KNOWN, TIMED_OUT),
                        well().shutHere(Reason.TIMED_OUT),
                        "firewall-blocks-port",
                        Verdict.CONFIRMED),
                row(
                        "not-listed",
                        TIMED_OUT,
                        well().shutEverywhere(Reason.TIMED_OUT),
                        "ip-not-in-access-list",
                        Verdict.LIKELY),
                row(
                        "not-listed, a bare selection time-out",
                        NOTHING_KNOWN,
                        well().shutEverywhere(Reason.TIMED_OUT),
                        "ip-not-in-access-list",
                        Verdict.LIKELY),
                row(
                        "too-many-connections",
                        command("8000 (AtlasError): 'connection refused because too many open connections: 819'"),
                        well(),
                        "connection-limit-reached",
                        Verdict.CONFIRMED),
                row(
                        "limit-without-words",
                        HANDSHAKE + "Remote host terminated the handshake\n"
                                + "Caused by: java.io.EOFException: SSL peer shut down incorrectly",
                        crowded(),
                        "connection-limit-reached",
                        Verdict.CONFIRMED),
                row(
                        "limit-without-words, as a reset",
                        CUT_WHILE_SELECTING,
                        crowded(),
                        "connection-limit-reached",
                        Verdict.CONFIRMED),
                row(
                        "pool-exhausted",
                        "com.mongodb.MongoTimeoutException: Timed out after 370 ms while waiting for a connection to"
                                + " server " + NODE + ".",
                        well(),
                        "pool-exhausted",
                        Verdict.CONFIRMED),
                row("idle-cut", CUT, well(), "idle-connection-cut", Verdict.LIKELY),
                row("tls-not-enabled", CUT_WHILE_SELECTING, well(), "tls-not-enabled", Verdict.LIKELY));
    }

    static Stream<Row> handshakes() {
        String alert = MONITOR + "com.mongodb.MongoSocketWriteException: Exception sending message\n"
                + "Caused by: javax.net.ssl.SSLException: Received fatal alert: internal_error";
        return Stream.of(
                row("alert-80", alert, alert80(), "ip-not-in-access-list", Verdict.LIKELY),
                row("by-address", alert.replace(NODE, "198.51.100.7:27017"), well(), "sni-missing", Verdict.CONFIRMED),
                row(
                        "by-address, and not listed either",
                        alert.replace(NODE, "198.51.100.7:27017"),
                        alert80(),
                        "ip-not-in-access-list",
                        Verdict.LIKELY),
                row(
                        "certificate-expired",
                        RAN_OUT,
                        well().where(
                                        "tls",
                                        node -> fail(
                                                Reason.EXPIRED,
                                                Sights.certificate(
                                                        node, "CN=Authority", node.host(), "2020-04-01T00:00:00Z"))),
                        "tls-untrusted",
                        Verdict.CONFIRMED),
                row(
                        "certificate-wrong-name",
                        HANDSHAKE + "No subject alternative DNS name matching "
                                + NODES.get(0).host() + " found.",
                        well().where(
                                        "tls",
                                        node -> fail(
                                                Reason.WRONG_NAME,
                                                Sights.certificate(
                                                        node,
                                                        "CN=Authority",
                                                        "db.example.com",
                                                        "2027-01-31T00:00:00Z"))),
                        "tls-untrusted",
                        Verdict.CONFIRMED),
                row(
                        "certificate-self-signed",
                        UNTRUSTED,
                        well().where(
                                        "tls",
                                        node -> fail(
                                                Reason.SELF_SIGNED, Sights.certificate(node, "CN=" + node.host()))),
                        "tls-untrusted",
                        Verdict.CONFIRMED),
                row(
                        "tls-intercepted",
                        UNTRUSTED,
                        well().whereHere("tls", node -> fail(Reason.UNTRUSTED, Sights.certificate(node, "CN=Proxy"))),
                        "tls-intercepted",
                        Verdict.CONFIRMED),
                row("healthy-renewed", RAN_OUT, well(), "tls-untrusted", Verdict.REFUTED));
    }

    static Stream<Row> servers() {
        return Stream.of(
                row(
                        "auth-failed",
                        command("8000 (AtlasError): 'bad auth : Authentication failed.'"),
                        well().where("auth", node -> fail(Reason.AUTHENTICATION_FAILED, Sights.auth(node, 8000))),
                        "wrong-credentials",
                        Verdict.CONFIRMED),
                row(
                        "the configured user gets in, the service's does not",
                        command("8000 (AtlasError): 'bad auth : Authentication failed.'"),
                        well(),
                        "wrong-credentials",
                        Verdict.LIKELY),
                row("no-primary", SECONDARIES, noPrimary(), "no-primary", Verdict.CONFIRMED),
                row("healthy-failover", SECONDARIES, well(), "no-primary", Verdict.REFUTED),
                row(
                        "read-preference",
                        VIEW.formatted("{address=" + NODE
                                        + ", type=REPLICA_SET_PRIMARY, roundTripTime=1.5 ms, state=CONNECTED}")
                                .replace("readPreference=primary", "readPreference=ReadPreference{name=secondary}"),
                        well(),
                        "read-preference-unsatisfied",
                        Verdict.CONFIRMED),
                row(
                        "server-too-new",
                        "com.mongodb.MongoIncompatibleDriverException: Server at " + NODE
                                + " requires wire version 30, but this version of the driver only supports up to 29.",
                        well(),
                        "driver-too-old",
                        Verdict.CONFIRMED),
                row(
                        "op-query-refused",
                        command("352 (UnsupportedOpQueryCommand): 'Unsupported OP_QUERY command: isMaster.'"),
                        well(),
                        "driver-too-old",
                        Verdict.CONFIRMED),
                row(
                        "load-balanced",
                        "com.mongodb.MongoClientException: Driver attempted to initialize in load balancing mode, but"
                                + " the server does not support this mode",
                        well(),
                        "serverless-driver",
                        Verdict.CONFIRMED),
                row(
                        "overloaded",
                        command("433 (AdmissionQueueOverflow): 'MongoDB is overloaded'"),
                        well(),
                        "overloaded",
                        Verdict.CONFIRMED),
                row(
                        "not-authorized",
                        command("13 (Unauthorized): 'not authorized on shop to execute command { find: \"seats\" }'"),
                        well(),
                        "not-authorized",
                        Verdict.CONFIRMED));
    }

    static Stream<Row> strings() {
        String twoTxt = "com.mongodb.MongoConfigurationException: Multiple TXT records found for host"
                + " 'c.ab1cd.mongodb.net'.  Only one is permitted";
        return Stream.of(
                row(
                        "two-txt",
                        twoTxt,
                        well().where("dns-txt", none -> fail(Reason.BAD_TXT, Sights.twoTxt())),
                        "uri-malformed",
                        Verdict.CONFIRMED),
                row("two-txt, of which one is gone now", twoTxt, well(), "uri-malformed", Verdict.REFUTED),
                row(
                        "outside-parent",
                        "com.mongodb.MongoConfigurationException: The SRV host name 'c.ab1cd.mongodb.net' resolved to a"
                                + " host 'n.example.org' that does not share domain name",
                        well().where("dns-srv", none -> fail(Reason.OUTSIDE_PARENT, Sights.outsideParent())),
                        "uri-malformed",
                        Verdict.CONFIRMED),
                row(
                        "a port in an SRV string",
                        "java.lang.IllegalArgumentException: Host for when using mongodb+srv protocol can not contain a"
                                + " port",
                        well(),
                        "uri-malformed",
                        Verdict.CONFIRMED),
                row(
                        "password-not-encoded",
                        "java.lang.IllegalArgumentException: The connection string contains invalid user information."
                                + " If the username or password contains a colon (:) or an at-sign (@) then it must be"
                                + " urlencoded",
                        well(),
                        "password-not-encoded",
                        Verdict.CONFIRMED));
    }

    @ParameterizedTest
    @MethodSource({"names", "ways", "handshakes", "servers", "strings"})
    void the_true_cause_leads_with_its_due_verdict(Row row) {
        Incident incident = diagnosed(row);

        assertThat(incident.diagnosis().candidates().get(0))
                .as("%s", incident.diagnosis().candidates())
                .returns(row.leading(), candidate -> candidate.cause())
                .returns(row.verdict(), candidate -> candidate.verdict());
        assertThat(incident.diagnosis().candidates().stream().skip(1))
                .noneMatch(candidate -> candidate.verdict() == Verdict.CONFIRMED);
        assertThat(incident.diagnosis().candidates())
                .allSatisfy(candidate ->
                        assertThat(candidate.because()).isNotBlank().doesNotContain("{", "}"));
        assertThat(incident.advice().summary()).doesNotContain("{", "}");
    }

    /** Whichever probe answers first, it ends the same. */
    @ParameterizedTest
    @MethodSource({"names", "ways", "handshakes", "servers", "strings"})
    void the_order_of_the_answers_does_not_matter(Row row) {
        assertThat(diagnosed(row, false).diagnosis().leading()).isEqualTo(row.leading());
        assertThat(diagnosed(row, false).diagnosis().verdict()).isEqualTo(row.verdict());
    }

    private static Incident diagnosed(Row row) {
        return diagnosed(row, true);
    }

    private static Incident diagnosed(Row row, boolean firstAskedFirst) {
        Desk desk = new Desk(Desk.CATALOGUE, inventory(), EngineSettings.DEFAULT.withReferenceZone(Sights.AWAY));
        row.texts().forEach(desk::log);
        Deque<Integer> open = new ArrayDeque<>();
        int known = 0;
        do {
            for (; known < desk.requests.size(); known++) {
                open.add(known);
            }
            if (!open.isEmpty()) {
                var request = desk.requests.get(firstAskedFirst ? open.removeFirst() : open.removeLast());
                ScenarioWorld.Sight sight = row.world().at(request);
                desk.answer(request, sight.outcome(), sight.facts());
            }
        } while (!open.isEmpty() || known < desk.requests.size());
        return desk.last();
    }

    /** The service is known to talk to the deployment, so that a text without a name is told of it. */
    private static Inventory inventory() {
        return new Inventory(
                List.of(new Inventory.Target(
                        Sights.TARGET,
                        NODES.stream().map(node -> node.host()).toList(),
                        List.of("orders"),
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null)),
                List.of(),
                Stream.of(Sights.HOME, Sights.AWAY)
                        .map(zone -> new Inventory.Zone(
                                zone,
                                List.of(),
                                List.of(),
                                List.of(),
                                zone.equals(Sights.HOME) ? List.of("*") : List.of(),
                                List.of()))
                        .toList());
    }
}
