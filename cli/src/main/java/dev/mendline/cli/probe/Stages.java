package dev.mendline.cli.probe;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.log.JournalPosition;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.ProbeRequest;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.ProbeTarget;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Goes the way of a driver, stage by stage, all nodes of a stage at the same time; stops where the rest cannot succeed,
 * and says what it did not try.
 */
final class Stages {
    /** Who is told while it goes on. */
    interface Audience {
        void asking(String probe, List<Node> nodes);

        void seen(Finding finding);
    }

    /** A stage that was left out, and why. */
    record NotTried(String probe, String why) {}

    private final Catalog catalog;
    private final ProbeTarget target;
    private final NamedTarget named;
    private final ProbeSession looking;
    private final Audience audience;
    private final boolean echo;
    private final Map<ProbeKind, List<Finding>> found = new EnumMap<>(ProbeKind.class);
    private final List<NotTried> notTried = new ArrayList<>();
    private final List<Finding> besides = new ArrayList<>();
    private List<Node> nodes;
    private boolean host;
    private Optional<String> stop = Optional.empty();

    /** @param echo whether ICMP is asked for whatever else shows */
    Stages(
            Catalog catalog,
            ProbeTarget target,
            NamedTarget named,
            ProbeSession looking,
            Audience audience,
            boolean echo) {
        this.catalog = catalog;
        this.target = target;
        this.named = named;
        this.looking = looking;
        this.audience = audience;
        this.echo = echo;
        this.nodes = target.nodes();
        this.host = target.kind() == ProbeTarget.Kind.NODES;
    }

    void run() {
        for (ProbeKind stage : ProbeKind.values()) {
            if (looking.knows(stage.id()) && applies(stage)) {
                leftOut(stage).ifPresentOrElse(why -> notTried.add(new NotTried(stage.id(), why)), () -> take(stage));
            }
        }
    }

    /** What this target has no such stage for is not worth a word. */
    private boolean applies(ProbeKind stage) {
        return switch (stage) {
            case URI -> target.connectionString() != null;
            case SRV, TXT -> !host;
            case HOST -> nodes.isEmpty() || !nodes.stream().allMatch(Node::isAddress);
            case ICMP -> echo || timedOut();
            default -> true;
        };
    }

    private boolean timedOut() {
        List<Finding> tcp = found.getOrDefault(ProbeKind.TCP, List.of());
        return !tcp.isEmpty() && tcp.stream().allMatch(finding -> finding.reason() == Reason.TIMED_OUT);
    }

    private Optional<String> leftOut(ProbeKind stage) {
        if (stage == ProbeKind.ICMP) {
            return Optional.empty();
        }
        if (stage == ProbeKind.TLS && !named.tls()) {
            return Optional.of(named.options().isPresent() ? "the connection string has no TLS" : "configured without");
        }
        return stage.needsLogin() ? stop.or(this::noLogin) : stop;
    }

    private Optional<String> noLogin() {
        if (!named.login()) {
            return Optional.of("no credentials at hand (a connection string or targets[].credentials has them)");
        }
        return named.options()
                .filter(options -> !options.byPassword())
                .map(options -> "no login by " + options.mechanism() + " here");
    }

    private void take(ProbeKind stage) {
        List<Finding> seen = stage.isPerNode() ? onNodes(stage) : onDeployment(stage);
        if (stage == ProbeKind.SRV && onlyAHost(seen.get(0))) {
            return;
        }
        found.put(stage, seen);
        seen.forEach(audience::seen);
        if (stage.isDriverStep()) {
            narrow(stage, seen);
        }
    }

    private List<Finding> onDeployment(ProbeKind stage) {
        audience.asking(stage.id(), List.of());
        return List.of(looking.at(stage.id()));
    }

    private List<Finding> onNodes(ProbeKind stage) {
        List<Node> asked = stage == ProbeKind.ICMP && echo ? known() : nodes;
        List<Node> named = stage == ProbeKind.HOST
                ? asked.stream().filter(node -> !node.isAddress()).toList()
                : asked;
        return stage == ProbeKind.AUTH ? onFirst(stage, named) : looked(stage, named);
    }

    private List<Finding> looked(ProbeKind stage, List<Node> at) {
        audience.asking(stage.id(), at);
        return looking.at(stage.id(), at);
    }

    /** Servers lock accounts after a few wrong passwords: one node that has judged the login speaks for all. */
    private List<Finding> onFirst(ProbeKind stage, List<Node> at) {
        List<Finding> seen = new ArrayList<>();
        for (Node node : at) {
            seen.addAll(looked(stage, List.of(node)));
            Reason reason = seen.get(seen.size() - 1).reason();
            if (reason == null || reason == Reason.AUTHENTICATION_FAILED) {
                break;
            }
        }
        return seen;
    }

    /** A bare name may be a host's: that it has no SRV record is then no failure. */
    private boolean onlyAHost(Finding srv) {
        boolean none = srv.reason() == Reason.NXDOMAIN || srv.reason() == Reason.NODATA;
        host = target.kind() == ProbeTarget.Kind.EITHER && none && passes(looking.at(ProbeKind.HOST.id(), nodes.get(0)));
        return host;
    }

    /** Only what passed can come further. */
    private void narrow(ProbeKind stage, List<Finding> seen) {
        if (seen.get(0).facts() instanceof SrvFacts srv) {
            nodes = srv.nodes();
        }
        List<Finding> passed = seen.stream().filter(Stages::passes).toList();
        if (!stage.isPerNode()) {
            stop = passed.isEmpty() ? Optional.of("a driver comes no further than " + stage.id()) : stop;
            return;
        }
        List<Node> left = new ArrayList<>(nodes);
        seen.stream().filter(finding -> !passes(finding)).map(Finding::node).forEach(left::remove);
        if (left.isEmpty()) {
            stop = Optional.of((nodes.size() == 1 ? "the node does" : "all nodes do") + " not pass " + stage.id());
        } else {
            nodes = left;
        }
    }

    private static boolean passes(Finding finding) {
        return finding.outcome() == Outcome.Kind.PASSED;
    }

    /** What the engine asks for besides, to tell causes apart. */
    Finding answer(ProbeRequest request) {
        boolean known = looking.saw(request);
        if (!known) {
            audience.asking(request.probe(), request.node() == null ? List.of() : List.of(request.node()));
        }
        Finding finding = looking.answer(request);
        if (!known && looking.knows(request.probe())) {
            add(finding);
        }
        return finding;
    }

    private synchronized void add(Finding finding) {
        besides.add(finding);
        audience.seen(finding);
    }

    /** What was found on the way, in the order of the stages. */
    private List<Finding> found() {
        return found.values().stream().flatMap(List::stream).toList();
    }

    /** All that was found, what the engine asked for at the end. */
    synchronized List<Finding> findings() {
        return Stream.concat(found().stream(), besides.stream()).toList();
    }

    List<NotTried> notTried() {
        return notTried;
    }

    /** Whether a driver would get through: what is not on its way may be unable to say. */
    boolean passed() {
        boolean way = Stream.of(ProbeKind.values())
                .filter(ProbeKind::isDriverStep)
                .flatMap(stage -> found.getOrDefault(stage, List.of()).stream())
                .allMatch(Stages::passes);
        return way && trouble().isEmpty() && symptom().isEmpty();
    }

    /** The first failure that an application would have met. */
    Optional<Finding> trouble() {
        return found().stream()
                .filter(finding -> finding.outcome() == Outcome.Kind.FAILED
                        && ProbeKind.matches(finding.probe(), ProbeKind::blocksResolution))
                .findFirst();
    }

    /** The symptom that an application would have logged: the first failure's, otherwise that of all steps that passed. */
    Optional<Catalog.Observed> symptom() {
        List<Finding> passed = found().stream().filter(Stages::passes).toList();
        return trouble().flatMap(failure -> observed(List.of(failure))).or(() -> observed(passed));
    }

    private Optional<Catalog.Observed> observed(List<Finding> findings) {
        return catalog.observed(findings.stream().map(Stages::evidence).toList());
    }

    /** The finding as the engine weighs it. It is in no journal, so its position does not matter. */
    private static Incident.Evidence evidence(Finding finding) {
        return new Incident.Evidence(
                finding.probe(),
                finding.node(),
                finding.vantage().zone(),
                finding.outcome(),
                finding.reason(),
                finding.facts(),
                finding.at(),
                new JournalPosition(0, 0),
                null);
    }

    /** What is known to be a node: a bare name whose SRV record could not be asked for is none. */
    List<Node> known() {
        List<Node> srv = found.getOrDefault(ProbeKind.SRV, List.of()).stream()
                .map(Finding::facts)
                .filter(SrvFacts.class::isInstance)
                .flatMap(facts -> ((SrvFacts) facts).nodes().stream())
                .toList();
        return !srv.isEmpty() || !host ? srv : target.nodes();
    }
}
