package dev.mendline.engine.incident.diagnosis;

import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.engine.incident.timeline.TimelineReason;
import dev.mendline.model.incident.Incident.TimelineEntry;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.Command;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Requests all checks of a diagnosis again on a person's command, as far as cool-downs and budgets allow. The timeline
 * lists the others; they are not deferred, because the person can repeat the command.
 */
public record Recheck(EngineSettings settings) {
    /** Requests the checks; {@code command} gives the reason and the person. */
    public void request(SiteTransaction transaction, IncidentEditor editor, Command command) {
        SortedSet<Check> requested = new TreeSet<>();
        Map<TimelineReason, List<Check>> skipped = new EnumMap<>(TimelineReason.class);
        int left = editor.target() == null ? 0 : transaction.budget().left(editor.target());
        for (Check check : editor.probes().findings().keySet()) {
            TimelineReason why =
                    obstacle(editor, check).orElse(requested.size() >= left ? TimelineReason.PROBE_LIMIT : null);
            if (why == null) {
                requested.add(check);
            } else {
                skipped.computeIfAbsent(why, reason -> new ArrayList<>()).add(check);
            }
        }
        Params outcome = editor.probes().findings().isEmpty()
                ? Params.because(editor.target() == null ? TimelineReason.TARGET_UNKNOWN : TimelineReason.NO_FINDINGS)
                : counts(transaction, requested.size(), skipped);
        Params params = Params.of("reason", command.reason()).and(outcome);
        editor.note(TimelineKind.RECHECK_REQUESTED, params, command.by());
        transaction.request(editor, requested);
        editor.revision().reassess();
    }

    /** Returns why a check is not requested; empty when nothing speaks against it. */
    private Optional<TimelineReason> obstacle(IncidentEditor editor, Check check) {
        if (editor.episode().historical()) {
            return Optional.of(TimelineReason.OLD_LINES);
        }
        if (editor.probes().isPending(check)) {
            return Optional.of(TimelineReason.ANSWER_PENDING);
        }
        if (editor.probes()
                .requestedSince(check, editor.at().minus(settings.probing().every()))) {
            return Optional.of(TimelineReason.PROBED_RECENTLY);
        }
        return new TcpPrerequisite(editor).shut(check) ? Optional.of(TimelineReason.NO_CONNECTION) : Optional.empty();
    }

    private Params counts(SiteTransaction transaction, int requested, Map<TimelineReason, List<Check>> skipped) {
        int missing = skipped.values().stream().mapToInt(List::size).sum();
        Params params = Params.of("requested", requested)
                .and("checks", requested + missing)
                .and(TimelineEntry.SKIPPED, missing == 0 ? null : missing);
        for (Map.Entry<TimelineReason, List<Check>> each : skipped.entrySet()) {
            params = params.and(each.getKey().word(), named(each.getValue()));
        }
        if (skipped.containsKey(TimelineReason.PROBED_RECENTLY)) {
            params = params.and("seconds", settings.probing().every().toSeconds());
        }
        return skipped.containsKey(TimelineReason.PROBE_LIMIT)
                ? params.and(transaction.budget().limits())
                : params;
    }

    /** Returns the names of the probes only, because there may be many nodes. */
    private static String named(List<Check> checks) {
        return checks.stream().map(Check::probe).distinct().collect(Collectors.joining(", "));
    }
}
