package dev.mendline.engine.incident.editor;

import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.engine.incident.timeline.TimelineText;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.probe.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Timeline of one incident: its beginning and the latest entries. */
public final class TimelineLog {
    private static final int FIRST_ENTRIES = 10;

    private final List<Incident.TimelineEntry> entries;
    private Instant at;

    /** {@code at} is the time of the entries that are added. */
    TimelineLog(List<Incident.TimelineEntry> entries, Instant at) {
        this.entries = new ArrayList<>(entries);
        this.at = at;
    }

    /** Dates the entries that follow by an old line, but not before the latest entry. */
    public void date(Instant line) {
        Instant latest =
                entries.isEmpty() ? line : entries.get(entries.size() - 1).at();
        at = line.isAfter(latest) ? line : latest;
    }

    List<Incident.TimelineEntry> entries() {
        return List.copyOf(entries);
    }

    void add(TimelineKind kind, Params params, @Nullable String by) {
        add(TimelineText.of(at, kind, params, by));
    }

    /** Adds what was recorded of an incident that was merged into this one. */
    public void addOf(String incident, Incident.TimelineEntry old) {
        add(TimelineText.carriedOver(at, old, incident));
    }

    void add(Incident.TimelineEntry entry) {
        if (entries.size() >= Bounds.TIMELINE_ENTRIES) {
            entries.remove(FIRST_ENTRIES);
        }
        entries.add(entry);
    }

    /** Adds it unless the latest entry is of this kind. */
    public void addUnlessLatest(TimelineKind kind, Params params) {
        if (entries.isEmpty() || entries.get(entries.size() - 1).kind() != kind) {
            add(kind, params, null);
        }
    }

    /** Adds it unless it is known. */
    public void addIfNew(TimelineKind kind, Params params) {
        if (entries.stream()
                .noneMatch(entry -> entry.kind() == kind && entry.params().equals(params.values()))) {
            add(kind, params, null);
        }
    }

    /**
     * Adds it once in an episode, as far as the timeline reaches back. One of the same kind is the same if it has the same
     * {@code key}.
     *
     * @param others parameters that may differ
     * @return whether it was added
     */
    public boolean addOnceInEpisode(TimelineKind kind, Params key, Params others) {
        for (int i = entries.size() - 1; i >= 0 && entries.get(i).kind() != TimelineKind.REOPENED; i--) {
            Incident.TimelineEntry entry = entries.get(i);
            if (entry.kind() == kind
                    && entry.params().entrySet().containsAll(key.values().entrySet())) {
                return false;
            }
        }
        add(kind, key.and(others), null);
        return true;
    }

    public boolean hasSince(Instant since, TimelineKind kind) {
        return entries.stream()
                .anyMatch(entry -> entry.kind() == kind && entry.at().isAfter(since));
    }

    /** Adds that checks were requested; the same probe at several nodes is one entry. */
    public void requested(Collection<Check> checks) {
        Map<Check, List<Check>> alike = checks.stream()
                .collect(Collectors.groupingBy(
                        check -> new Check(check.probe(), null, check.zone()), TreeMap::new, Collectors.toList()));
        alike.forEach((probe, all) ->
                add(TimelineKind.PROBES_REQUESTED, probe.params().and("nodes", nodes(all)), null));
    }

    private static @Nullable String nodes(List<Check> checks) {
        String nodes = checks.stream()
                .map(Check::node)
                .filter(Objects::nonNull)
                .map(Node::toString)
                .collect(Collectors.joining(", "));
        return nodes.isEmpty() ? null : nodes;
    }
}
