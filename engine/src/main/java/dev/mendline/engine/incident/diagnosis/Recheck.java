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
import java.time.Instant;
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
public final class Recheck {
    private final EngineSettings settings;

    public Recheck(EngineSettings settings) {
        this.settings = settings;
    }

    public void by(SiteTransaction transaction, IncidentEditor editor, Command command) {
        SortedSet<Check> asked = new TreeSet<>();
        EnumMap<TimelineReason, List<Check>> spared = new EnumMap<>(TimelineReason.class);
        int left = editor.target() == null ? 0 : transaction.budget().left(editor.target());
        for (Check check : editor.probes().findings().keySet()) {
            TimelineReason why = against(transaction.at(), editor, check)
                    .orElse(asked.size() >= left ? TimelineReason.PROBE_LIMIT : null);
            if (why == null) {
                asked.add(check);
            } else {
                spared.computeIfAbsent(why, reason -> new ArrayList<>()).add(check);
            }
        }
        editor.timeline()
                .add(
                        transaction.at(),
                        TimelineKind.RECHECK_REQUESTED,
                        Params.of("reason", command.reason()).and(told(transaction, editor, asked, spared)),
                        command.by());
        transaction.request(editor, asked);
        editor.revision().reassess();
    }

    /** Why a check is not asked for; empty when nothing speaks against it. */
    private Optional<TimelineReason> against(Instant at, IncidentEditor editor, Check check) {
        if (editor.episode().historical()) {
            return Optional.of(TimelineReason.OLD_LINES);
        }
        if (editor.probes().isPending(check)) {
            return Optional.of(TimelineReason.ANSWER_PENDING);
        }
        if (editor.probes().requestedSince(check, at.minus(settings.probing().every()))) {
            return Optional.of(TimelineReason.PROBED_RECENTLY);
        }
        return new TcpPrerequisite(editor).shut(check) ? Optional.of(TimelineReason.NO_CONNECTION) : Optional.empty();
    }

    private Params told(
            SiteTransaction transaction,
            IncidentEditor editor,
            SortedSet<Check> asked,
            Map<TimelineReason, List<Check>> spared) {
        if (editor.probes().findings().isEmpty()) {
            return Params.because(editor.target() == null ? TimelineReason.TARGET_UNKNOWN : TimelineReason.NO_FINDINGS);
        }
        int skipped = editor.probes().findings().size() - asked.size();
        Params params = Params.of("requested", asked.size())
                .and("checks", editor.probes().findings().size())
                .and(TimelineEntry.SKIPPED, skipped == 0 ? null : skipped);
        for (Map.Entry<TimelineReason, List<Check>> each : spared.entrySet()) {
            params = params.and(each.getKey().word(), named(each.getValue()));
        }
        params = spared.containsKey(TimelineReason.PROBED_RECENTLY)
                ? params.and("seconds", settings.probing().every().toSeconds())
                : params;
        return spared.containsKey(TimelineReason.PROBE_LIMIT)
                ? params.and(transaction.budget().limits())
                : params;
    }

    /** Returns the names of the probes only, because there may be many nodes. */
    private static String named(List<Check> checks) {
        return checks.stream().map(Check::probe).distinct().collect(Collectors.joining(", "));
    }
}
