package dev.mendline.engine.incident;

import dev.mendline.engine.incident.state.Check;
import dev.mendline.model.facts.Attempt;
import dev.mendline.model.facts.AuthFacts;
import dev.mendline.model.facts.ConnectionsFacts;
import dev.mendline.model.facts.Difference;
import dev.mendline.model.facts.Facts;
import dev.mendline.model.facts.HelloFacts;
import dev.mendline.model.facts.HostFacts;
import dev.mendline.model.facts.IcmpFacts;
import dev.mendline.model.facts.ResolverAnswer;
import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.facts.TcpFacts;
import dev.mendline.model.facts.TlsFacts;
import dev.mendline.model.facts.TxtFacts;
import dev.mendline.model.facts.UriFacts;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.ProbeRequest;
import dev.mendline.model.probe.Reason;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A deployment made up from a seed: what each check sees of it is always the same, whenever it looks. */
public final class World {
    private static final List<Reason> REASONS = List.of(
            Reason.REFUSED,
            Reason.TIMED_OUT,
            Reason.NXDOMAIN,
            Reason.SERVFAIL,
            Reason.EXPIRED,
            Reason.SELF_SIGNED,
            Reason.TLS_ALERT,
            Reason.TOO_MANY_CONNECTIONS,
            Reason.AUTHENTICATION_FAILED,
            Reason.NOT_ALLOWED);

    private final long seed;

    public World(long seed) {
        this.seed = seed;
    }

    void answer(Desk desk, ProbeRequest request) {
        Random random = new Random(seed * 31 + new Check(request.probe(), request.node(), request.zone()).hashCode());
        random.nextLong();
        int luck = random.nextInt(10);
        Reason reason = REASONS.get(random.nextInt(REASONS.size()));
        Outcome outcome = luck < 5
                ? new Outcome.Passed()
                : luck < 9 ? new Outcome.Failed(reason) : new Outcome.Inconclusive(reason);
        desk.answer(request, outcome, luck == 9 ? null : facts(request, random, outcome.reason(), some(random)));
    }

    /** All is well with what this request asks about. */
    public void passed(Desk desk, ProbeRequest request) {
        desk.passed(request, facts(request, new Random(seed), null, nodes()));
    }

    /** The certificate has run out. */
    public void expired(Desk desk, ProbeRequest request) {
        desk.failed(request, Reason.EXPIRED, facts(request, new Random(seed), Reason.EXPIRED, nodes()));
    }

    private static Facts facts(ProbeRequest request, Random random, @Nullable Reason reason, List<Node> named) {
        Reason status = reason == null ? Reason.ANSWERED : reason;
        Node node = request.node() == null ? new Node(request.target(), 27017) : request.node();
        List<ResolverAnswer> system = List.of(answer("10.0.0.2:53", status));
        List<ResolverAnswer> reference =
                List.of(answer("10.0.0.3:53", random.nextBoolean() ? Reason.ANSWERED : Reason.NXDOMAIN));
        return switch (request.probe()) {
            case "uri" -> new UriFacts("mongodb+srv", true, List.of(), 1, false, true, false, List.of());
            case "dns-srv" -> new SrvFacts("_mongodb._tcp.c", system, reference, named, false, List.of());
            case "dns-txt" ->
                new TxtFacts(
                        "c", system, reference, 1, List.of("authSource=admin", "replicaSet=rs0"), List.of(), List.of());
            case "dns-host" ->
                new HostFacts(
                        node.host(),
                        system,
                        reference,
                        List.of("10.0.0.9"),
                        true,
                        null,
                        List.of(Difference.RECORDS_DIFFER));
            case "tcp" -> new TcpFacts(node.host(), node.port(), List.of(new Attempt("10.0.0.9", status, 3)), null);
            case "tls" -> tls(node, reason);
            case "hello" ->
                new HelloFacts(
                        node.host(),
                        node.port(),
                        "10.0.0.9",
                        HelloFacts.Role.SECONDARY,
                        "atlas-abc123-shard-0",
                        nodes(),
                        null,
                        0,
                        21,
                        null,
                        null);
            case "auth" ->
                new AuthFacts(
                        node.host(),
                        node.port(),
                        "10.0.0.9",
                        "SCRAM-SHA-256",
                        "admin",
                        18,
                        "AuthenticationFailed",
                        List.of());
            case "connections" ->
                new ConnectionsFacts(
                        node.host(), node.port(), "10.0.0.9", 485, 15, 90 + random.nextInt(10), 123_456, null, null);
            default -> new IcmpFacts(node.host(), List.of(new Attempt("10.0.0.9", status, 3)));
        };
    }

    private static ResolverAnswer answer(String resolver, Reason status) {
        return new ResolverAnswer(resolver, "udp", status, status == Reason.ANSWERED ? 3 : 0, 4, status);
    }

    private static List<Node> some(Random random) {
        return random.nextInt(3) == 0 ? List.of() : nodes().subList(0, 1 + random.nextInt(3));
    }

    private static List<Node> nodes() {
        return List.of(node(1), node(2), node(3));
    }

    private static Node node(int number) {
        return Node.of("c-shard-00-0" + number + ".ab1cd.mongodb.net:27017");
    }

    private static TlsFacts tls(Node node, @Nullable Reason reason) {
        TlsFacts.Certificate leaf = new TlsFacts.Certificate(
                "CN=*.ab1cd.mongodb.net",
                "C=US,O=Let's Encrypt,CN=R11",
                List.of("*.ab1cd.mongodb.net", "ab1cd.mongodb.net", "*.ab1cd.mesh.mongodb.net"),
                "2026-10-01T00:00:00Z",
                "2026-12-30T00:00:00Z");
        TlsFacts.Certificate above = new TlsFacts.Certificate(
                "C=US,O=Let's Encrypt,CN=R11",
                "C=US,O=Internet Security Research Group,CN=ISRG Root X1",
                List.of(),
                "2024-03-13T00:00:00Z",
                "2027-03-12T23:59:59Z");
        return new TlsFacts(
                node.host(),
                node.port(),
                "10.0.0.9",
                "TLSv1.3",
                reason == Reason.TLS_ALERT ? 80 : null,
                List.of(leaf, above),
                "C=US,O=Internet Security Research Group,CN=ISRG Root X1",
                reason == null,
                true,
                reason != Reason.EXPIRED);
    }
}
