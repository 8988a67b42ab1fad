package dev.mendline.engine.incident;

import static dev.mendline.engine.incident.Scenario.NODE;
import static dev.mendline.engine.incident.ScenarioWorld.Sight.fail;
import static dev.mendline.engine.incident.ScenarioWorld.Sight.pass;

import dev.mendline.model.facts.Difference;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.probe.Reason;
import java.util.List;
import java.util.stream.Stream;

/** Scenarios in which a name is not found, or a connection string is not as it should be. */
final class LookupScenarios {
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

    private static ScenarioWorld well() {
        return new ScenarioWorld();
    }

    private static ScenarioWorld lookup(Reason system, Reason reference, Difference... differences) {
        ScenarioWorld world = well().where("dns-srv", none -> fail(system, Sights.srv(system, reference, differences)));
        boolean gone = differences[differences.length - 1] != Difference.LARGE_ANSWER_LOST
                && (system == Reason.REFUSED || system == Reason.TIMED_OUT);
        return gone ? world.where("dns-host", node -> fail(system, Sights.host(node, system))) : world;
    }

    static Stream<Scenario> names() {
        return Stream.of(
                Scenario.of(
                        "srv-refused",
                        SRV.replace("SRV record for '_mongodb._tcp.", "TXT record for host '")
                                + "DNS error\nCaused by: java.net.PortUnreachableException",
                        lookup(Reason.REFUSED, Reason.ANSWERED, Difference.FAILS_HERE_ONLY),
                        "resolver-unreachable",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "srv-silent",
                        SRV + "DNS error\nCaused by: java.net.SocketTimeoutException: Receive timed out",
                        lookup(Reason.TIMED_OUT, Reason.ANSWERED, Difference.FAILS_HERE_ONLY),
                        "resolver-unreachable",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "srv-silent, to SRV questions only",
                        SRV + "DNS error\nCaused by: java.net.SocketTimeoutException: Receive timed out",
                        well().where(
                                        "dns-srv",
                                        none -> fail(Reason.TIMED_OUT, Sights.srv(Reason.TIMED_OUT, Reason.ANSWERED))),
                        "resolver-lacks-srv",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "srv-not-found",
                        SRV + "DNS name not found [response code 3]",
                        lookup(Reason.NXDOMAIN, Reason.NXDOMAIN, Difference.GONE_EVERYWHERE),
                        "cluster-paused-or-deleted",
                        Verdict.LIKELY),
                Scenario.of(
                        "srv-hidden",
                        SRV + "DNS name not found [response code 3]",
                        lookup(Reason.NXDOMAIN, Reason.ANSWERED, Difference.FAILS_HERE_ONLY),
                        "resolver-lacks-srv",
                        Verdict.CONFIRMED),
                new Scenario(
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
                Scenario.of(
                        "srv-servfail",
                        SRV + "DNS server failure [response code 2]",
                        lookup(Reason.SERVFAIL, Reason.ANSWERED, Difference.FAILS_HERE_ONLY),
                        "resolver-lacks-srv",
                        Verdict.CONFIRMED),
                Scenario.of(
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
                Scenario.of(
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
                Scenario.of(
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

    static Stream<Scenario> strings() {
        String twoTxt = "com.mongodb.MongoConfigurationException: Multiple TXT records found for host"
                + " 'c.ab1cd.mongodb.net'.  Only one is permitted";
        return Stream.of(
                Scenario.of(
                        "two-txt",
                        twoTxt,
                        well().where("dns-txt", none -> fail(Reason.BAD_TXT, Sights.twoTxt())),
                        "uri-malformed",
                        Verdict.CONFIRMED),
                Scenario.of("two-txt, of which one is gone now", twoTxt, well(), "uri-malformed", Verdict.REFUTED),
                Scenario.of(
                        "outside-parent",
                        "com.mongodb.MongoConfigurationException: The SRV host name 'c.ab1cd.mongodb.net' resolved to a"
                                + " host 'n.example.org' that does not share domain name",
                        well().where("dns-srv", none -> fail(Reason.OUTSIDE_PARENT, Sights.outsideParent())),
                        "uri-malformed",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "a port in an SRV string",
                        "java.lang.IllegalArgumentException: Host for when using mongodb+srv protocol can not contain a"
                                + " port",
                        well(),
                        "uri-malformed",
                        Verdict.CONFIRMED),
                Scenario.of(
                        "password-not-encoded",
                        "java.lang.IllegalArgumentException: The connection string contains invalid user information."
                                + " If the username or password contains a colon (:) or an at-sign (@) then it must be"
                                + " urlencoded",
                        well(),
                        "password-not-encoded",
                        Verdict.CONFIRMED));
    }
}
