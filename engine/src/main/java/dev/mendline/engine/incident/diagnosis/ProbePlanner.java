package dev.mendline.engine.incident.diagnosis;

import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.condition.BlastRadius;
import dev.mendline.engine.condition.Evidence;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plan of the next probes: those that tell the candidate causes apart, the cheapest first. The set of requested
 * probes does not depend on the order of the answers. So the diagnosis does not either.
 */
public record ProbePlanner(EngineSettings settings) {
    /** Returns all checks that a cause wants, given what is known of the deployment. */
    SortedSet<Check> wanted(Cause cause, IncidentEditor editor) {
        SortedSet<Check> checks = new TreeSet<>();
        for (String probe : askable(cause, editor)) {
            for (String zone : zones(cause, probe, editor)) {
                if (!ProbeKind.matches(probe, ProbeKind::isPerNode)) {
                    checks.add(new Check(probe, null, zone));
                } else if (editor.affected().nodes().isEmpty()) {
                    checks.add(new Check(ProbeKind.SRV.id(), null, zone));
                } else {
                    nodes(probe, zone, editor).forEach(node -> checks.add(new Check(probe, node, zone)));
                }
            }
        }
        return checks;
    }

    /** Returns the probes of a cause that can be requested: none without a target, Atlas only if it is configured. */
    List<String> askable(Cause cause, IncidentEditor editor) {
        String target = editor.target();
        return target == null
                ? List.of()
                : cause.probes().stream()
                        .filter(probe -> !ProbeKind.matches(probe, ProbeKind::asksAtlas)
                                || settings.probing().atlasTargets().contains(target))
                        .toList();
    }

    private Set<String> zones(Cause cause, String probe, IncidentEditor editor) {
        Set<String> zones = new TreeSet<>(editor.affected().zones());
        String reference = settings.probing().referenceZone();
        if (reference != null && cause.elsewhere().contains(probe)) {
            zones.add(reference);
        }
        return zones;
    }

    private static List<Node> nodes(String probe, String zone, IncidentEditor editor) {
        if (!ProbeKind.matches(probe, ProbeKind::needsOneNodeOnly)) {
            return editor.affected().nodes().stream().limit(Bounds.PROBED_NODES).toList();
        }
        TcpPrerequisite gate = new TcpPrerequisite(editor);
        String named = editor.logs().captures().host();
        List<Node> nodes = editor.affected().nodes().stream()
                .sorted(Comparator.comparing(node -> !node.host().equals(named)))
                .limit(Bounds.PROBED_NODES)
                .toList();
        List<Node> open = nodes.stream()
                .filter(node -> !gate.shut(new Check(probe, node, zone)))
                .toList();
        List<Node> tried = new ArrayList<>();
        for (Node node : open.isEmpty() ? nodes.subList(0, 1) : open) {
            tried.add(node);
            if (!hungUp(editor.probes().findings().get(new Check(probe, node, zone)))) {
                break;
            }
        }
        return tried;
    }

    /** Returns whether a node failed without a reason of its own, so that its neighbours are asked too. */
    private static boolean hungUp(Incident.@Nullable Evidence found) {
        return found != null
                && found.outcome() == Outcome.Kind.FAILED
                && found.reason() != Reason.TOO_MANY_CONNECTIONS
                && found.reason() != Reason.AUTHENTICATION_FAILED;
    }

    /** Returns the checks that a cause needs and that have no finding yet, or are requested again by {@code next}. */
    SortedSet<Check> outstanding(Cause cause, IncidentEditor editor, Set<Check> next) {
        TcpPrerequisite gate = new TcpPrerequisite(editor);
        SortedSet<Check> checks = wanted(cause, editor);
        checks.removeIf(check -> (editor.probes().findings().containsKey(check)
                        && !editor.probes().isPending(check)
                        && !next.contains(check))
                || gate.shut(check));
        return checks;
    }

    /**
     * Returns the checks to request now: those without a finding, and, while nothing is confirmed, those that are older
     * than the last sighting. If log lines confirm a cause, other causes of its symptoms are not searched for.
     */
    SortedSet<Check> next(List<Cause> suspects, IncidentEditor editor) {
        if (editor.episode().historical() || settings.probing().off()) {
            return new TreeSet<>();
        }
        TcpPrerequisite gate = new TcpPrerequisite(editor);
        SortedSet<Check> wanted = wanted(suspects, editor);
        Instant recently = editor.at().minus(settings.probing().every());
        return wanted.stream()
                .filter(check -> !editor.probes().findings().containsKey(check) || outOfDate(editor, check))
                .filter(check -> !editor.probes().isPending(check))
                .filter(check -> !editor.probes().requestedSince(check, recently))
                .filter(check -> !gate.shut(check) && !gate.waits(check, wanted))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private SortedSet<Check> wanted(List<Cause> suspects, IncidentEditor editor) {
        Evidence texts = Evidence.of(editor.logs().named(), BlastRadius.NONE, List.of(), List.of());
        List<Cause> explaining =
                suspects.stream().filter(cause -> confirms(texts, cause)).toList();
        return suspects.stream()
                .filter(cause -> explaining.stream().noneMatch(known -> explains(known, cause, editor)))
                .flatMap(cause -> wanted(cause, editor).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean confirms(Evidence texts, Cause cause) {
        return cause.conditions().confirm().stream().anyMatch(condition -> condition.decides(texts));
    }

    private static boolean explains(Cause explaining, Cause suspect, IncidentEditor editor) {
        return explaining.symptoms().stream()
                .filter(editor.logs().symptoms()::contains)
                .anyMatch(suspect.symptoms()::contains);
    }

    private boolean outOfDate(IncidentEditor editor, Check check) {
        Instant last = editor.probes().requestedAt(check);
        Duration every = settings.probing().every();
        return editor.assessment().confirmed() == null
                && last != null
                && !editor.episode().lastSeen().isBefore(last.plus(every));
    }

    /** Returns the probes behind a TCP check that are not requested because its finding stands for them. */
    List<String> spared(List<Cause> suspects, IncidentEditor editor, Check tcp) {
        TcpPrerequisite gate = new TcpPrerequisite(editor);
        return wanted(suspects, editor).stream()
                .filter(check -> check.with(ProbeKind.TCP).equals(tcp))
                .filter(gate::shut)
                .filter(check -> !editor.probes().findings().containsKey(check))
                .map(Check::probe)
                .toList();
    }

    /**
     * Returns the checks that did not pass, without those that were requested since {@code due}. For errors that drivers
     * retry, all checks are repeated once, see {@link TransientErrorPolicy}.
     */
    public SortedSet<Check> again(IncidentEditor editor, Instant due) {
        TcpPrerequisite gate = new TcpPrerequisite(editor);
        SortedSet<Check> checks = new TreeSet<>();
        boolean secondLook = editor.episode().retried()
                && editor.probes().rechecks() == 0
                && editor.assessment().diagnosis().verdict() != Verdict.REFUTED;
        editor.probes().findings().forEach((check, evidence) -> {
            boolean waiting = editor.probes().isPending(check) || gate.shut(check);
            if ((secondLook || evidence.reason() != null)
                    && !waiting
                    && !editor.probes().requestedSince(check, due.minusNanos(1))) {
                checks.add(check);
            }
        });
        return checks;
    }
}
