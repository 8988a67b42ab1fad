package dev.mendline.cli.probe;

import dev.mendline.cli.process.ParallelWork;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.ProbeRequest;
import dev.mendline.probes.ProbeTarget;
import dev.mendline.probes.Probes;
import dev.mendline.probes.spi.ProbeSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Runs probes of one target from one zone. Each probe runs once; its finding is kept. */
final class ProbeSession {
    private static final int AT_ONCE = 16;

    /** Key of a finding. */
    private record Look(String probe, @Nullable Node node, String zone) {}

    private final ProbeTarget target;
    private final String zone;
    private final Inventory inventory;
    private final Probes probes;
    private final Probes overTls;
    private final Map<Look, Finding> seen = new ConcurrentHashMap<>();

    /** @param overTls inventory that uses TLS for the target in any case */
    ProbeSession(ProbeTarget target, Inventory inventory, Inventory overTls, String zone, ProbeSettings settings) {
        this.target = target;
        this.zone = zone;
        this.inventory = inventory;
        this.probes = new Probes(inventory, Clock.systemUTC(), settings);
        this.overTls = new Probes(overTls, Clock.systemUTC(), settings);
    }

    boolean knows(String probe) {
        return probes.ids().contains(probe);
    }

    /** Probes the deployment. */
    Finding at(String probe) {
        return at(probe, null, zone);
    }

    /** Probes all nodes at the same time; returns the findings in their order. */
    List<Finding> at(String probe, List<Node> nodes) {
        return ParallelWork.each(nodes, AT_ONCE, node -> at(probe, node, zone));
    }

    private Finding at(String probe, @Nullable Node node, String from) {
        Look look = new Look(probe, node, from);
        Finding finding = seen.get(look);
        if (finding == null) {
            finding = run(look);
            seen.put(look, finding);
        }
        return finding;
    }

    boolean saw(ProbeRequest request) {
        return seen.containsKey(new Look(request.probe(), request.node(), request.zone()));
    }

    /** Returns the finding for a request of the engine, with the request's id. Does not repeat a probe. */
    Finding answer(ProbeRequest request) {
        Finding finding = at(request.probe(), request.node(), request.zone());
        return new Finding(
                request.id(),
                request.site(),
                request.target(),
                finding.probe(),
                finding.node(),
                finding.outcome(),
                finding.reason(),
                finding.facts(),
                finding.at(),
                finding.millis(),
                finding.vantage(),
                finding.transcript(),
                finding.refusals());
    }

    private Finding run(Look look) {
        ProbeRequest request = new ProbeRequest(
                look.toString(),
                "probe",
                "probe",
                look.probe(),
                target.target(),
                look.node(),
                look.zone(),
                Instant.now().plusSeconds(60));
        // A TLS probe of a deployment that is configured without TLS shows whether its nodes speak TLS all the same.
        Probes suitable = look.probe().equals(ProbeKind.TLS.id()) ? overTls : probes;
        return suitable.run(request, target.connectionString());
    }

    Inventory inventory() {
        return inventory;
    }

    String zone() {
        return zone;
    }
}
