package dev.mendline.lab.scenario;

import static dev.mendline.model.incident.Verdict.CONFIRMED;
import static dev.mendline.model.incident.Verdict.LIKELY;
import static dev.mendline.model.incident.Verdict.REFUTED;

import dev.mendline.lab.dns.DnsFault;
import dev.mendline.lab.peer.Connections;
import dev.mendline.lab.peer.Healthy;
import dev.mendline.lab.peer.Script;
import dev.mendline.lab.peer.ServerError;
import dev.mendline.lab.tls.Authority;
import dev.mendline.lab.tls.ServerIdentity;
import dev.mendline.lab.tls.TlsFront;
import dev.mendline.lab.tls.Validity;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** List of all faults in the lab, one entry each. */
public final class Faults {
    private static final int LIMIT = 500;
    private static final int PLACES = 10;
    private static final Connections NEARLY_FULL = new Connections(LIMIT - PLACES, PLACES, 48_211);

    private static final NodeBehavior EXPIRED = NodeBehavior.behind(node ->
            TlsFront.of(node.authority().issue(Validity.EXPIRED, node.cluster().names())));

    /** Faults of name resolution. */
    private static final List<Fault> RESOLVER = List.of(
            new Fault("srv-refused", "the resolver is not running")
                    .expecting("srv-refused", "resolver-unreachable", CONFIRMED)
                    .with(Names.at(Resolver.DEAD)),
            new Fault("srv-silent", "the resolver never answers")
                    .expecting("srv-failed", "resolver-unreachable", CONFIRMED)
                    .with(Names.at(Resolver.SILENT)),
            new Fault("srv-not-found", "no resolver knows the name")
                    .expecting("srv-not-found", "cluster-paused-or-deleted", LIKELY)
                    .with(Names.published(Publication.NONE))
                    .with(NodeBehavior.REFUSING),
            new Fault(
                            "srv-hidden",
                            "the resolver says that the SRV record does not exist, but another resolver returns it")
                    .expecting("srv-not-found", "resolver-lacks-srv", CONFIRMED)
                    .with(Names.withSrv(DnsFault.nxdomain())),
            new Fault(
                            "srv-servfail",
                            "the resolver answers SERVFAIL for the SRV record, but another resolver returns it")
                    .expecting("srv-failed", "resolver-lacks-srv", CONFIRMED)
                    .with(Names.withSrv(DnsFault.servfail())),
            new Fault("srv-large", "the resolver truncates answers over UDP and refuses TCP")
                    .expecting("srv-not-found", "resolver-lacks-srv", CONFIRMED)
                    .with(Names.at(Resolver.CUTTING_SHORT)),
            new Fault("two-txt", "the name has two TXT records")
                    .expecting("uri-malformed", "uri-malformed", CONFIRMED)
                    .with(Names.published(Publication.TWO_TXT)),
            new Fault("outside-parent", "the SRV record names hosts of another domain")
                    .expecting("uri-malformed", "uri-malformed", CONFIRMED)
                    .with(Names.published(Publication.OUTSIDE_PARENT)),
            new Fault("srv-name-as-host", "the service uses the name of an SRV record as a host name")
                    .expecting("host-not-found", "srv-name-without-srv-scheme", CONFIRMED)
                    .with(Client.by(Address.SRV_NAME_AS_HOST)));

    /** Faults of nodes: connections fail or do not last. */
    private static final List<Fault> NODE = List.of(
            new Fault("connection-refused", "the nodes refuse TCP connections")
                    .expecting("connection-refused", "node-refuses", CONFIRMED)
                    .with(NodeBehavior.REFUSING),
            new Fault("too-many-connections", "the nodes reject connections because their limit is reached")
                    .expecting("too-many-connections", "connection-limit-reached", CONFIRMED)
                    .with(NodeBehavior.saying(node -> Script.full(819))),
            new Fault("limit-without-words", "the nodes close connections above their limit without an error")
                    .expecting("tls-closed", "connection-limit-reached", CONFIRMED)
                    .with(Nodes.all(NodeBehavior.of(node -> new ConnectionLimit(PLACES, node.tls()), Faults::crowded))
                            .atLeast(2))
                    .with(Client.PATIENT.threads(PLACES + 4).options("retryReads=false&maxConnecting=14")),
            new Fault("firewall", "a firewall drops packets from the service's zone to the nodes")
                    .expecting("connection-timeout", "firewall-blocks-port", CONFIRMED)
                    .with(Nodes.all(NodeBehavior.DROPPING).elsewhere(NodeBehavior.HEALTHY))
                    .with(Client.BUSY.options("connectTimeoutMS=2000")),
            new Fault("not-listed", "a firewall drops packets to the nodes from every zone")
                    .expecting("connection-timeout", "ip-not-in-access-list", LIKELY)
                    .with(NodeBehavior.DROPPING)
                    .with(Client.BUSY.options("connectTimeoutMS=2000")),
            new Fault("idle-cut", "idle connections are cut")
                    .expecting("connection-reset", "idle-connection-cut", LIKELY)
                    .with(NodeBehavior.saying(node -> node.healthy().cutAfter(Duration.ofMillis(1200))))
                    .with(Client.PATIENT
                            .every(Duration.ofMillis(1500))
                            .options("retryReads=false&heartbeatFrequencyMS=500")));

    /** Faults of TLS on nodes that accept connections. */
    private static final List<Fault> TLS = List.of(
            new Fault("alert-80", "the nodes end every TLS handshake with alert 80")
                    .expecting("tls-internal-error", "ip-not-in-access-list", LIKELY)
                    .with(NodeBehavior.behind(node -> TlsFront.alerting(80))),
            new Fault("by-address", "the service connects to IP addresses, but the nodes require SNI")
                    .expecting("tls-internal-error", "sni-missing", CONFIRMED)
                    .with(NodeBehavior.behind(node -> TlsFront.requiringSni(
                            node.authority().issue(node.cluster().names()))))
                    .with(Client.by(Address.IP)),
            new Fault("certificate-expired", "the nodes' certificate has expired")
                    .expecting("tls-failure", "tls-untrusted", CONFIRMED)
                    .with(EXPIRED),
            new Fault("certificate-wrong-name", "the nodes' certificate is for another host name")
                    .expecting("tls-failure", "tls-untrusted", CONFIRMED)
                    .with(NodeBehavior.behind(node -> TlsFront.of(
                            node.authority().issue("*." + node.cluster().neighbour())))),
            new Fault("certificate-self-signed", "the nodes' certificate is self-signed")
                    .expecting("tls-failure", "tls-untrusted", CONFIRMED)
                    .with(NodeBehavior.behind(node ->
                            TlsFront.of(ServerIdentity.selfSigned(node.cluster().names())))),
            new Fault(
                            "tls-intercepted",
                            "a proxy in the service's zone intercepts TLS and presents its own certificate")
                    .expecting("tls-failure", "tls-intercepted", CONFIRMED)
                    .with(Nodes.all(NodeBehavior.behind(node -> TlsFront.of(Authority.create("Perimeter Issuing CA 2")
                                    .issue(node.cluster().names()))))
                            .elsewhere(NodeBehavior.HEALTHY)),
            new Fault("tls-not-enabled", "the service does not use TLS")
                    .expecting("connection-reset", "tls-not-enabled", LIKELY)
                    .with(Client.BUSY.options("tls=false")));

    /** Faults in the nodes' answers. */
    private static final List<Fault> SERVER = List.of(
            new Fault("auth-failed", "the password is wrong")
                    .expecting("auth-failed", "wrong-credentials", CONFIRMED)
                    .with(Client.PATIENT.mistyped()),
            new Fault("no-primary", "all members are secondaries")
                    .expecting("no-primary", "no-primary", CONFIRMED)
                    .with(NodeBehavior.saying(node -> node.healthy(node.member().leaderless())))
                    .with(Client.BUSY),
            new Fault("server-too-new", "the nodes support only newer wire versions")
                    .expecting("driver-incompatible", "driver-too-old", CONFIRMED)
                    .with(NodeBehavior.saying(node -> node.healthy(node.member().speaking(30, 35))))
                    .with(Client.PATIENT),
            new Fault("op-query-refused", "the nodes reject the OP_QUERY handshake")
                    .expecting("driver-incompatible", "driver-too-old", CONFIRMED)
                    .with(NodeBehavior.saying(node ->
                            node.healthy().refusing(ServerError.OP_QUERY_REFUSED, "isMaster", "ismaster", "hello"))),
            new Fault("load-balanced", "the TXT record says loadBalanced=true, but there is no load balancer")
                    .expecting("serverless-unsupported", "serverless-driver", CONFIRMED)
                    .with(Names.published(Publication.LOAD_BALANCED))
                    .with(Nodes.HEALTHY.atMost(1))
                    .with(Client.PATIENT),
            new Fault("overloaded", "the nodes shed load")
                    .expecting("overloaded", "overloaded", CONFIRMED)
                    .with(NodeBehavior.refusingReads(
                            ServerError.QUEUE_FULL, ServerError.RATE_LIMITED, ServerError.NETWORK_TIME_LIMIT))
                    .with(Client.PATIENT),
            new Fault("not-authorized", "the user has no read permission")
                    .expecting("not-authorized", "not-authorized", CONFIRMED)
                    .with(NodeBehavior.saying(node -> node.healthy().refusing(ServerError.NOT_AUTHORIZED, "find")))
                    .with(Client.PATIENT));

    /** Faults of the service: it overloads a healthy deployment or has a wrong configuration. */
    private static final List<Fault> SERVICE = List.of(
            new Fault("read-preference", "the read preference requires tags that no node has")
                    .expecting("server-selection-timeout", "read-preference-unsatisfied", CONFIRMED)
                    .with(Client.BUSY.options("readPreference=secondary&readPreferenceTags=use:reports")),
            new Fault("pool-exhausted", "the service's pool is too small for its threads")
                    .expecting("pool-exhausted", "pool-exhausted", CONFIRMED)
                    .with(NodeBehavior.saying(node -> node.healthy().slow(Duration.ofMillis(600), "find")))
                    .with(Client.PATIENT.threads(3).options("maxPoolSize=1&waitQueueTimeoutMS=200")),
            new Fault("password-not-encoded", "the password in the connection string is not percent-encoded")
                    .expecting("uri-unescaped-credentials", "password-not-encoded", CONFIRMED)
                    .with(Client.by(Address.SRV_UNESCAPED)));

    /** Faults that end before anyone reads the log, but after the log shows them. */
    private static final List<Fault> TRANSIENT = List.of(
            new Fault("healthy", "recovered: the nodes started listening a moment too late")
                    .expecting("connection-refused", "node-refuses", REFUTED)
                    .with(Nodes.all(NodeBehavior.REFUSING)
                            .later("java.net.ConnectException: Connection refused", NodeBehavior.HEALTHY)),
            new Fault("healthy-failover", "recovered: the replica set had no primary for a moment")
                    .expecting("no-primary", "no-primary", REFUTED)
                    .with(Nodes.all(NodeBehavior.saying(
                                    node -> node.healthy(node.member().leaderlessUntil(node.elected()::get))))
                            .passing("type=REPLICA_SET_SECONDARY"))
                    .with(Client.BUSY),
            new Fault("healthy-renewed", "recovered: the nodes' certificate had expired and was renewed")
                    .expecting("tls-failure", "tls-untrusted", REFUTED)
                    .with(Nodes.all(EXPIRED).later("CertificateExpiredException: NotAfter", NodeBehavior.HEALTHY)));

    public static final List<Fault> ALL = Stream.of(RESOLVER, NODE, TLS, SERVER, SERVICE, TRANSIENT)
            .flatMap(List::stream)
            .toList();

    /** Faults that affect many deployments; the names suffice for few of them at a time. */
    public static final List<Fault> SHARED = List.of(
            new Fault("shared-resolver", "the resolver that the services of twenty deployments share is not running")
                    .expecting("srv-refused", "resolver-unreachable", CONFIRMED)
                    .striking(20)
                    .with(Names.at(Resolver.DEAD)));

    /** Scenarios of the demo. */
    public static final List<String> DEMO = List.of(
            "srv-refused", "srv-not-found", "connection-refused", "too-many-connections", "auth-failed", "healthy");

    private static final int MOST = 38;

    private Faults() {}

    /** Healthy node near its limit with slow reads, so that clients need many connections. */
    private static Script crowded(NodeContext node) {
        return new Healthy(node.member(), node.scram(), NEARLY_FULL).slow(Duration.ofSeconds(2), "find");
    }

    /**
     * Returns the faults with these names in the order of {@link #ALL}, {@link #SHARED} ones last.
     *
     * @throws IllegalArgumentException if a name is unknown or occurs twice, or there are not enough deployment names
     */
    public static List<Fault> named(Collection<String> names) {
        List<Fault> all = Stream.concat(ALL.stream(), SHARED.stream()).toList();
        List<String> allowed = all.stream().map(Fault::name).toList();
        for (String name : names) {
            if (!allowed.contains(name)) {
                throw new IllegalArgumentException(
                        "no scenario '" + name + "'; scenarios: " + String.join(", ", allowed));
            }
            if (Collections.frequency(names, name) > 1) {
                throw new IllegalArgumentException(
                        "duplicate scenario '" + name + "'; allowed once each: " + String.join(", ", allowed));
            }
        }
        List<Fault> named =
                all.stream().filter(fault -> names.contains(fault.name())).toList();
        int deployments = named.stream().mapToInt(Fault::deployments).sum();
        if (deployments > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " deployments at once (was " + deployments + ")");
        }
        return named;
    }
}
