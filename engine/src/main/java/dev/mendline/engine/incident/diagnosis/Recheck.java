package dev.mendline.engine.incident.diagnosis;

import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.model.journal.Command;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Asks anew, at somebody's word, for all that a diagnosis rests on: as much as cool-downs and budgets allow. What they do
 * not is said, and not put off: whoever asked can ask again.
 */
public final class Recheck {
    private final EngineSettings settings;
    private final Reassessment review;

    public Recheck(EngineSettings settings, Reassessment review) {
        this.settings = settings;
        this.review = review;
    }

    public void by(SiteTransaction turn, IncidentEditor draft, Command command) {
        SortedSet<Check> asked = new TreeSet<>();
        TreeMap<String, List<Check>> spared = new TreeMap<>();
        int left = draft.target == null ? 0 : turn.left(draft.target);
        for (Check check : draft.looked.findings.keySet()) {
            String why = against(turn.at, draft, check);
            why = why.isEmpty() && asked.size() >= left ? "the limit is " + turn.limits() : why;
            if (why.isEmpty()) {
                asked.add(check);
            } else {
                spared.computeIfAbsent(why, reason -> new ArrayList<>()).add(check);
            }
        }
        draft.timeline.note(
                turn.at,
                "asks to look anew" + (command.reason() == null ? "" : " (" + command.reason() + ")") + ": "
                        + told(draft, asked, spared),
                command.by());
        turn.ask(draft, asked);
        review.of(turn, draft);
    }

    /** Why a check is not asked for; empty when nothing speaks against it. */
    private String against(Instant at, IncidentEditor draft, Check check) {
        if (draft.historical) {
            return "the lines are old";
        }
        if (draft.looked.pending.stream().anyMatch(pending -> pending.check().equals(check))) {
            return "an answer is still to come";
        }
        Instant last = draft.looked.asked.get(check);
        if (last != null && last.isAfter(at.minus(settings.probeEvery()))) {
            return "that was done within the last " + settings.probeEvery().toSeconds() + " s";
        }
        return new TcpPrerequisite(draft).shut(check) ? "no connection opens" : "";
    }

    private static String told(IncidentEditor draft, SortedSet<Check> asked, Map<String, List<Check>> spared) {
        if (draft.looked.findings.isEmpty()) {
            return draft.target == null ? "not possible, for the deployment is not known" : "there is no finding yet";
        }
        return asked.size() + " of " + draft.looked.findings.size() + " checks"
                + spared.entrySet().stream()
                        .map(each -> "; not " + named(each.getValue()) + ", for " + each.getKey())
                        .collect(Collectors.joining());
    }

    /** The probes alone, for the nodes may be many. */
    private static String named(List<Check> checks) {
        return checks.stream().map(Check::probe).distinct().collect(Collectors.joining(", "));
    }
}
