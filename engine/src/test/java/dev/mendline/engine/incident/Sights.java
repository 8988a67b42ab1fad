package dev.mendline.engine.incident;

import dev.mendline.model.facts.Attempt;
import dev.mendline.model.facts.AuthFacts;
import dev.mendline.model.facts.ConnectionsFacts;
import dev.mendline.model.facts.Difference;
import dev.mendline.model.facts.HelloFacts;
import dev.mendline.model.facts.HostFacts;
import dev.mendline.model.facts.ResolverAnswer;
import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.facts.TcpFacts;
import dev.mendline.model.facts.TlsFacts;
import dev.mendline.model.facts.TxtFacts;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Reason;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Facts as the probes write them down, of the deployment c.ab1cd.mongodb.net. */
public final class Sights {
    static final String HOME = "local";
    static final String AWAY = "reference";
    static final String TARGET = "c.ab1cd.mongodb.net";
    static final List<Node> NODES = Stream.of("00", "01", "02")
            .map(shard -> Node.of("c-shard-00-" + shard + ".ab1cd.mongodb.net:27017"))
            .toList();
    static final Node PRIMARY = NODES.get(0);

    private Sights() {}

    static ResolverAnswer answer(String resolver, Reason status) {
        return new ResolverAnswer(resolver, "udp", status, status == Reason.ANSWERED ? 3 : 0, 1, status);
    }

    static SrvFacts srv(Reason system, Reason reference, Difference... differences) {
        boolean known = system == Reason.ANSWERED || reference == Reason.ANSWERED;
        return new SrvFacts(
                "_mongodb._tcp." + TARGET,
                List.of(answer("10.0.0.2:53", system)),
                List.of(answer("10.0.0.3:53", reference)),
                known ? NODES : List.of(),
                false,
                List.of(differences));
    }

    static SrvFacts outsideParent() {
        SrvFacts srv = srv(Reason.ANSWERED, Reason.ANSWERED, Difference.OUTSIDE_PARENT);
        return new SrvFacts(srv.name(), srv.system(), srv.reference(), srv.nodes(), true, srv.differences());
    }

    static TxtFacts txt(String... options) {
        List<ResolverAnswer> answered = List.of(answer("10.0.0.2:53", Reason.ANSWERED));
        return new TxtFacts(TARGET, answered, answered, 1, List.of(options), List.of(), List.of());
    }

    static TxtFacts twoTxt() {
        TxtFacts txt = txt();
        return new TxtFacts(TARGET, txt.system(), txt.reference(), 2, List.of(), List.of(), List.of());
    }

    static HostFacts host(Node node, Reason status) {
        List<ResolverAnswer> answers = List.of(answer("10.0.0.2:53", status));
        List<String> addresses = status == Reason.ANSWERED ? List.of("198.51.100.7") : List.of();
        return new HostFacts(node.host(), answers, answers, addresses, false, null, List.of());
    }

    public static TcpFacts tcp(Node node, Reason status) {
        return new TcpFacts(node.host(), node.port(), List.of(new Attempt("198.51.100.7", status, 3)), null);
    }

    /** A certificate in which only the authority may be wrong. */
    static TlsFacts certificate(Node node, String issuer) {
        return certificate(node, issuer, node.host(), "2027-01-31T00:00:00Z");
    }

    static TlsFacts certificate(Node node, String issuer, String name, String notAfter) {
        return new TlsFacts(
                node.host(),
                node.port(),
                "198.51.100.7",
                "TLSv1.3",
                null,
                List.of(new TlsFacts.Certificate(
                        "CN=" + name, issuer, List.of(name), "2020-01-01T00:00:00Z", notAfter)),
                issuer,
                issuer.equals("CN=Authority"),
                name.equals(node.host()),
                notAfter.startsWith("2027"));
    }

    /** A handshake that came to nothing. */
    static TlsFacts noHandshake(Node node, @Nullable Integer alert) {
        return new TlsFacts(node.host(), node.port(), "198.51.100.7", null, alert, List.of(), "", false, false, false);
    }

    static HelloFacts hello(Node node, HelloFacts.Role role, @Nullable Node primary) {
        return new HelloFacts(node.host(), node.port(), "198.51.100.7", role, "rs0", NODES, primary, 0, 25, null, null);
    }

    static AuthFacts auth(Node node, @Nullable Integer code) {
        return new AuthFacts(node.host(), node.port(), "198.51.100.7", "SCRAM-SHA-256", "admin", code, null, List.of());
    }

    static ConnectionsFacts connections(Node node, long current, long available) {
        int percent = (int) (100 * current / (current + available));
        return new ConnectionsFacts(
                node.host(), node.port(), "198.51.100.7", current, available, percent, 4_000, null, null);
    }
}
