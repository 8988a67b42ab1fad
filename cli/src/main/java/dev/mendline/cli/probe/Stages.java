package dev.mendline.cli.probe;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.diagnosis.FindingHandler;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.facts.SrvFacts;
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
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps of a driver in order, each at all nodes at the same time. Stops if the next steps cannot succeed, and
 * lists the steps that it did not try.
 */
final class Stages {
    /** Step that was not tried, and the reason. */
    record NotTried(String probe, Obstacle obstacle) {}

    private final Catalog catalog;
    private final ProbeTarget target;
    private final NamedTarget named;
    private final ProbeSession looking;
    private final ProbeScreen screen;
    private final boolean echo;
    private final Map<ProbeKind, List<Finding>> found = new EnumMap<>(ProbeKind.class);
    private final List<NotTried> notTried = new ArrayList<>();
    private final List<Finding> besides = new ArrayList<>();
    private List<Node> nodes;
    private boolean host;
    private Optional<Obstacle> stop = Optional.empty();

    /** @param echo true to run ICMP in any case */
    Stages(Catalog catalog, NamedTarget named, ProbeSession looking, ProbeScreen screen, boolean echo) {
        this.catalog = catalog;
        this.target = named.target();
        this.named = named;
        this.looking = looking;
        this.screen = screen;
        this.echo = echo;
        this.nodes = target.nodes();
        this.host = target.kind() == ProbeTarget.Kind.NODES;
    }

    void run() {
        for (ProbeKind stage : ProbeKind.values()) {
            if (looking.knows(stage.id()) && applies(stage)) {
                obstacle(stage).ifPresentOrElse(why -> notTried.add(new NotTried(stage.id(), why)), () -> take(stage));
            }
        }
    }

    /** Returns false for steps that this kind of target does not have; they are not listed as skipped. */
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

    private Optional<Obstacle> obstacle(ProbeKind stage) {
        if (stage == ProbeKind.ICMP) {
            return Optional.empty();
        }
        if (stage == ProbeKind.TLS && !named.tls()) {
            return obstacle(
                    named.options().isPresent() ? Obstacle.Kind.STRING_WITHOUT_TLS : Obstacle.Kind.TARGET_WITHOUT_TLS,
                    null);
        }
        return stage.needsLogin() ? stop.or(this::noLogin) : stop;
    }

    private Optional<Obstacle> noLogin() {
        return !named.login()
                ? obstacle(Obstacle.Kind.NO_CREDENTIALS, null)
                : named.options()
                        .filter(options -> !options.byPassword())
                        .flatMap(options -> obstacle(Obstacle.Kind.MECHANISM, options.mechanism()));
    }

    private static Optional<Obstacle> obstacle(Obstacle.Kind kind, @Nullable String subject) {
        return Optional.of(new Obstacle(kind, subject));
    }

    private void take(ProbeKind stage) {
        List<Finding> seen = stage.isPerNode() ? onNodes(stage) : looked(stage, List.of());
        if (stage == ProbeKind.SRV && onlyAHost(seen.get(0))) {
            return;
        }
        found.put(stage, seen);
        seen.forEach(screen::seen);
        if (stage.isDriverStep()) {
            narrow(stage, seen);
        }
    }

    private List<Finding> onNodes(ProbeKind stage) {
        List<Node> asked = stage == ProbeKind.ICMP && echo ? known() : nodes;
        List<Node> named = stage == ProbeKind.HOST
                ? asked.stream().filter(node -> !node.isAddress()).toList()
                : asked;
        return stage == ProbeKind.AUTH ? onFirst(stage, named) : looked(stage, named);
    }

    /** Runs the step at the nodes, or at the deployment if the step has no nodes. */
    private List<Finding> looked(ProbeKind stage, List<Node> at) {
        screen.asking(stage.id(), at);
        return stage.isPerNode() ? looking.at(stage.id(), at) : List.of(looking.at(stage.id()));
    }

    /**
     * Runs the step at one node after the other until a server has accepted or refused the login, because servers lock
     * accounts after a few wrong passwords.
     */
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

    /** Returns true if a name without a port is a host: it has no SRV record, which is no failure then. */
    private boolean onlyAHost(Finding srv) {
        boolean none = srv.reason() == Reason.NXDOMAIN || srv.reason() == Reason.NODATA;
        host = target.kind() == ProbeTarget.Kind.EITHER
                && none
                && passes(looking.at(ProbeKind.HOST.id(), nodes).get(0));
        return host;
    }

    /** Keeps the nodes that passed; the others cannot pass the next steps. */
    private void narrow(ProbeKind stage, List<Finding> seen) {
        if (seen.get(0).facts() instanceof SrvFacts srv) {
            nodes = srv.nodes();
        }
        List<Finding> passed = seen.stream().filter(Stages::passes).toList();
        if (!stage.isPerNode()) {
            stop = passed.isEmpty() ? obstacle(Obstacle.Kind.DEPLOYMENT_STEP, stage.id()) : stop;
            return;
        }
        List<Node> left = new ArrayList<>(nodes);
        seen.stream().filter(finding -> !passes(finding)).map(Finding::node).forEach(left::remove);
        if (left.isEmpty()) {
            stop = obstacle(nodes.size() == 1 ? Obstacle.Kind.ONLY_NODE : Obstacle.Kind.ALL_NODES, stage.id());
        } else {
            nodes = left;
        }
    }

    private static boolean passes(Finding finding) {
        return finding.outcome() == Outcome.Kind.PASSED;
    }

    /** Answers a probe request of the engine, which tells causes apart. */
    Finding answer(ProbeRequest request) {
        boolean known = looking.saw(request);
        if (!known) {
            screen.asking(request.probe(), request.node() == null ? List.of() : List.of(request.node()));
        }
        Finding finding = looking.answer(request);
        if (!known && looking.knows(request.probe())) {
            add(finding);
        }
        return finding;
    }

    private synchronized void add(Finding finding) {
        besides.add(finding);
        screen.seen(finding);
    }

    /** Returns the findings of the steps, in order. */
    private List<Finding> found() {
        return found.values().stream().flatMap(List::stream).toList();
    }

    /** Returns all findings, those for the engine last. */
    synchronized List<Finding> findings() {
        return Stream.concat(found().stream(), besides.stream()).toList();
    }

    List<NotTried> notTried() {
        return notTried;
    }

    /** Returns true if a driver can connect. Probes that are not a step of drivers may be inconclusive. */
    boolean passed() {
        boolean way = found().stream()
                .filter(finding -> ProbeKind.matches(finding.probe(), ProbeKind::isDriverStep))
                .allMatch(Stages::passes);
        return way && trouble().isEmpty() && symptom().isEmpty();
    }

    /** Returns the first failure that an application would have met. */
    Optional<Finding> trouble() {
        return found().stream()
                .filter(finding -> finding.outcome() == Outcome.Kind.FAILED
                        && ProbeKind.matches(finding.probe(), ProbeKind::blocksResolution))
                .findFirst();
    }

    /** Returns the symptom that an application would have logged: that of the first failure, or else of the passed steps. */
    Optional<Catalog.Observed> symptom() {
        List<Finding> passed = found().stream().filter(Stages::passes).toList();
        return trouble().flatMap(failure -> observed(List.of(failure))).or(() -> observed(passed));
    }

    private Optional<Catalog.Observed> observed(List<Finding> findings) {
        // The findings are in no journal, so their position does not matter.
        return catalog.observed(findings.stream()
                .map(finding -> FindingHandler.evidence(finding, new JournalPosition(0, 0)))
                .toList());
    }

    /** Returns the known nodes. A name without a port is not one if its SRV record could not be resolved. */
    List<Node> known() {
        for (Finding finding : found.getOrDefault(ProbeKind.SRV, List.of())) {
            if (finding.facts() instanceof SrvFacts srv && !srv.nodes().isEmpty()) {
                return srv.nodes();
            }
        }
        return host ? target.nodes() : List.of();
    }
}
