package dev.mendline.cli;

import dev.mendline.model.Finding;
import dev.mendline.model.Inventory;
import dev.mendline.model.Node;
import dev.mendline.model.Outcome;
import dev.mendline.model.ProbeRequest;
import dev.mendline.model.Reason;
import dev.mendline.model.SrvFacts;
import dev.mendline.probes.ProbeTarget;
import dev.mendline.probes.Probes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The probes of one target in the order in which a driver would fail; stops where the rest cannot succeed. */
final class Stages {
    private final Probes probes;
    private final Inventory inventory;
    private final ProbeTarget target;
    private final String zone;
    private final List<Finding> found = new ArrayList<>();
    private List<Node> nodes;

    Stages(Probes probes, Inventory inventory, ProbeTarget target, String zone) {
        this.probes = probes;
        this.inventory = inventory;
        this.target = target;
        this.zone = zone;
        this.nodes = target.nodes();
    }

    List<Finding> run(Consumer<Finding> progress) {
        boolean goOn = target.connectionString() == null || passes(take("uri", null, progress));
        if (goOn && target.kind() != ProbeTarget.Kind.NODES) {
            goOn = srv(progress);
        }
        if (goOn) {
            for (Node node : nodes) {
                if (passes(take("dns-host", node, progress))) {
                    take("tcp", node, progress);
                }
            }
        }
        return found;
    }

    /** A bare name may be a host's: that it has no SRV record is then no failure. */
    private boolean srv(Consumer<Finding> progress) {
        Finding srv = request("dns-srv", null);
        boolean noRecord = srv.reason() == Reason.NXDOMAIN || srv.reason() == Reason.NODATA;
        if (target.kind() == ProbeTarget.Kind.EITHER && noRecord && hasAddress()) {
            return true;
        }
        add(srv, progress);
        if (srv.facts() instanceof SrvFacts facts && passes(srv)) {
            nodes = facts.nodes();
        }
        return passes(srv);
    }

    private boolean hasAddress() {
        return passes(request("dns-host", nodes.get(0)));
    }

    private Finding take(String probe, @Nullable Node node, Consumer<Finding> progress) {
        return add(request(probe, node), progress);
    }

    private Finding add(Finding finding, Consumer<Finding> progress) {
        found.add(finding);
        progress.accept(finding);
        return finding;
    }

    private Finding request(String probe, @Nullable Node node) {
        ProbeRequest request = new ProbeRequest(
                probe + (node == null ? "" : " " + node),
                "probe",
                "probe",
                probe,
                target.target(),
                node,
                zone,
                Instant.now().plusSeconds(60));
        return probes.run(request, target.connectionString());
    }

    private static boolean passes(Finding finding) {
        return finding.outcome() == Outcome.Kind.PASSED;
    }

    boolean passed() {
        return found.stream().allMatch(Stages::passes);
    }

    /** What an application would have logged for the first stage that failed. */
    Optional<String> symptom() {
        return found.stream()
                .filter(finding -> finding.outcome() == Outcome.Kind.FAILED)
                .findFirst()
                .flatMap(finding -> symptom(finding.probe(), Objects.requireNonNull(finding.reason())));
    }

    private static Optional<String> symptom(String probe, Reason reason) {
        boolean nameMissing = reason == Reason.NXDOMAIN || reason == Reason.NODATA;
        return switch (probe) {
            case "uri" ->
                reason == Reason.UNESCAPED_CREDENTIALS ? Optional.of("uri-unescaped-credentials") : Optional.empty();
            case "dns-srv" ->
                Optional.of(reason == Reason.REFUSED ? "srv-refused" : nameMissing ? "srv-not-found" : "srv-failed");
            case "dns-host" -> nameMissing ? Optional.of("host-not-found") : Optional.empty();
            case "tcp" -> reason == Reason.REFUSED ? Optional.of("connection-refused") : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** A stage that ran already answers the engine's request; another is run now. */
    Finding answer(ProbeRequest request) {
        Finding finding = found.stream()
                .filter(each -> each.probe().equals(request.probe()) && Objects.equals(each.node(), request.node()))
                .findFirst()
                .orElseGet(() -> request(request.probe(), request.node()));
        return new Finding(
                request.id(),
                request.site(),
                finding.target(),
                finding.probe(),
                finding.node(),
                finding.outcome(),
                finding.reason(),
                finding.facts(),
                finding.at(),
                finding.millis(),
                finding.vantage(),
                finding.transcript());
    }

    Inventory inventory() {
        return inventory;
    }

    String target() {
        return target.target();
    }

    String zone() {
        return zone;
    }

    /** What is known to be a node: a bare name whose SRV record could not be asked for is none. */
    List<Node> nodes() {
        boolean named = target.kind() == ProbeTarget.Kind.NODES || !nodes.equals(target.nodes());
        boolean address = found.stream().anyMatch(finding -> finding.probe().equals("dns-host"));
        return named || address ? nodes : List.of();
    }
}
