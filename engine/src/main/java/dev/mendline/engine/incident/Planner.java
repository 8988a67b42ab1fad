package dev.mendline.engine.incident;

import dev.mendline.engine.catalogue.Cause;
import dev.mendline.model.Node;
import dev.mendline.model.Verdict;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What to look at next: the checks that would tell the remaining candidates apart, the cheapest first. */
final class Planner {
    /** The check that names a deployment's nodes. */
    private static final String NODES_FROM = "dns-srv";

    private static final int MAX_NODES = 12;

    private final EngineSettings settings;

    Planner(EngineSettings settings) {
        this.settings = settings;
    }

    /** All checks that a cause wants, given what is known of the deployment. */
    Set<Check> wanted(Cause cause, Draft draft) {
        Set<Check> checks = new LinkedHashSet<>();
        if (draft.target == null) {
            return checks;
        }
        List<Node> nodes = draft.nodes.stream().limit(MAX_NODES).toList();
        for (String probe : cause.probes()) {
            for (String zone : draft.zones) {
                if (!Cause.perNode(probe)) {
                    checks.add(new Check(probe, null, zone));
                } else if (nodes.isEmpty()) {
                    checks.add(new Check(NODES_FROM, null, zone));
                } else {
                    nodes.forEach(node -> checks.add(new Check(probe, node, zone)));
                }
            }
        }
        return checks;
    }

    /** What a cause wants and has not got. */
    Set<Check> outstanding(Cause cause, Draft draft) {
        Set<Check> checks = wanted(cause, draft);
        checks.removeAll(draft.findings.keySet());
        return checks;
    }

    /**
     * The checks to ask for now: what is missing, and what was seen before the trouble was last seen. A confirmed cause
     * stops the search for others of its symptoms.
     */
    Set<Check> next(List<Cause> suspects, Draft draft, Instant at) {
        Set<Check> checks = new LinkedHashSet<>();
        if (draft.historical) {
            return checks;
        }
        for (Cause cause : suspects) {
            if (!explained(cause, suspects, draft)) {
                boolean refuted = verdict(draft, cause.id()) == Verdict.REFUTED;
                for (Check check : wanted(cause, draft)) {
                    boolean missing = !draft.findings.containsKey(check);
                    if (missing ? !refuted : outOfDate(draft, check)) {
                        checks.add(check);
                    }
                }
            }
        }
        checks.removeIf(check -> isPending(draft, check) || asked(draft, check, at));
        return checks;
    }

    private static boolean explained(Cause cause, List<Cause> suspects, Draft draft) {
        return draft.diagnosis.verdict() == Verdict.CONFIRMED
                && suspects.stream()
                        .filter(confirmed -> confirmed.id().equals(draft.diagnosis.leading()))
                        .anyMatch(confirmed -> confirmed.symptoms().stream()
                                .filter(draft.symptoms::containsKey)
                                .anyMatch(cause.symptoms()::contains));
    }

    private boolean outOfDate(Draft draft, Check check) {
        Instant last = draft.asked.get(check);
        return last != null && !draft.lastSeen.isBefore(last.plus(settings.probeEvery()));
    }

    /** The checks that did not pass, to see whether they do by now. */
    Set<Check> again(Draft draft) {
        Set<Check> checks = new LinkedHashSet<>();
        draft.findings.forEach((check, evidence) -> {
            if (evidence.reason() != null && !isPending(draft, check)) {
                checks.add(check);
            }
        });
        return checks;
    }

    private boolean asked(Draft draft, Check check, Instant at) {
        Instant last = draft.asked.get(check);
        return last != null && at.isBefore(last.plus(settings.probeEvery()));
    }

    private static boolean isPending(Draft draft, Check check) {
        return draft.pending.stream().anyMatch(pending -> pending.check().equals(check));
    }

    private static @Nullable Verdict verdict(Draft draft, String cause) {
        return draft.diagnosis.candidates().stream()
                .filter(candidate -> candidate.cause().equals(cause))
                .map(candidate -> candidate.verdict())
                .findFirst()
                .orElse(null);
    }
}
