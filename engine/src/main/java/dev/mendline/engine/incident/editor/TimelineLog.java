package dev.mendline.engine.incident.editor;

import dev.mendline.engine.incident.state.Check;
import dev.mendline.model.incident.Incident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What happened to an incident and why something was not done: how it began, and the latest. */
public final class TimelineLog {
    private static final int FIRST_ENTRIES = 10;
    private static final int MAX_ENTRIES = 40;

    /** How the entry of a new episode begins. */
    static final String REOPENED = "reopened";

    private final List<Incident.TimelineEntry> entries;

    TimelineLog(List<Incident.TimelineEntry> entries) {
        this.entries = new ArrayList<>(entries);
    }

    public List<Incident.TimelineEntry> entries() {
        return List.copyOf(entries);
    }

    public void note(Instant at, String what) {
        note(at, what, null);
    }

    /** What somebody did, or said. */
    public void note(Instant at, String what, @Nullable String by) {
        if (entries.size() >= MAX_ENTRIES) {
            entries.remove(FIRST_ENTRIES);
        }
        entries.add(new Incident.TimelineEntry(at, what, by));
    }

    /** Not again while the latest entry begins like this. */
    public void noteOnce(Instant at, String beginning, String rest) {
        boolean said =
                !entries.isEmpty() && entries.get(entries.size() - 1).what().startsWith(beginning);
        if (!said) {
            note(at, beginning + rest);
        }
    }

    /** Not again while it stands there. */
    public void noteNew(Instant at, String what) {
        if (entries.stream().noneMatch(entry -> entry.what().equals(what))) {
            note(at, what);
        }
    }

    /** Not again while the episode lasts, as far as the timeline reaches back; true when it is said now. */
    public boolean noteInEpisode(Instant at, String beginning, String rest) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            String what = entries.get(i).what();
            if (what.startsWith(beginning)) {
                return false;
            }
            if (what.startsWith(REOPENED)) {
                break;
            }
        }
        note(at, beginning + rest);
        return true;
    }

    /** The same probe at several nodes is one entry. */
    public void asked(Instant at, Collection<Check> checks) {
        Map<Check, List<Check>> alike = checks.stream()
                .collect(Collectors.groupingBy(
                        check -> new Check(check.probe(), null, check.zone()), TreeMap::new, Collectors.toList()));
        alike.forEach((probe, all) -> note(
                at,
                "asked for " + probe.probe()
                        + all.stream()
                                .filter(check -> check.node() != null)
                                .map(check -> " " + check.node())
                                .collect(Collectors.joining(","))
                        + " from zone " + probe.zone()));
    }
}
