package dev.mendline.engine.incident.editor;

import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.MergeRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Current episode of one incident, from an opening or reopening to the next resolution, and the latest reopenings. Many
 * reopenings within a while make the incident a flapping one.
 */
public final class Episode {
    private Incident.State state = Incident.State.OPEN;
    private int number = 1;
    private Instant lastSeen;
    private boolean historical;
    private boolean retried;
    private final List<Instant> reopenings = new ArrayList<>();
    private boolean flapping;

    @Nullable
    private Instant endedAt;

    @Nullable
    private String mergedInto;

    /**
     * Starts the first episode.
     *
     * @param historical true if all its lines are old
     * @param retried true if drivers retry by themselves all that the lines show
     */
    Episode(Instant openedAt, boolean historical, boolean retried) {
        this.lastSeen = openedAt;
        this.historical = historical;
        this.retried = retried;
    }

    static Episode of(IncidentState stored) {
        Incident incident = stored.incident();
        IncidentState.Lifecycle known = stored.lifecycle();
        Episode episode = new Episode(known.lastSeen(), incident.historical(), known.retried());
        episode.state = incident.state();
        episode.number = incident.episodes();
        episode.endedAt = incident.endedAt();
        episode.mergedInto = incident.mergedInto();
        episode.reopenings.addAll(known.reopenings());
        episode.flapping = incident.flapping();
        return episode;
    }

    Incident.State state() {
        return state;
    }

    int number() {
        return number;
    }

    public Instant lastSeen() {
        return lastSeen;
    }

    public boolean historical() {
        return historical;
    }

    public boolean retried() {
        return retried;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    /** Returns the incident that this one is merged into; null if it is not merged. */
    public @Nullable String mergedInto() {
        return mergedInto;
    }

    void seen(Instant at) {
        lastSeen = at.isAfter(lastSeen) ? at : lastSeen;
    }

    /** Ends the mark that all lines are old if this one is not; returns whether it was set. */
    public boolean becomeCurrent(boolean old) {
        boolean ends = historical && !old;
        historical = historical && old;
        return ends;
    }

    /** Ends the mark that drivers retry all that was seen; returns whether it was set. */
    boolean becomeSevere() {
        boolean before = retried;
        retried = false;
        return before;
    }

    /** Continues with the marks of an incident that is merged into this one. */
    void absorb(MergeRequest other, Instant at) {
        retried = retried && other.retried();
        historical = historical && other.historical();
        seen(other.lastSeen().isAfter(at) ? at : other.lastSeen());
    }

    List<Instant> reopenings() {
        return reopenings;
    }

    /** Returns the number of reopenings that count for flapping. */
    public int reopened() {
        return reopenings.size();
    }

    public boolean flapping() {
        return flapping;
    }

    public void recordReopening(Instant at, EngineSettings.Flapping settings) {
        reopenings.add(at);
        while (reopenings.size() > settings.count()) {
            reopenings.remove(0);
        }
    }

    /** Judges at this time whether the incident is flapping; returns whether that changed. */
    public boolean judgeFlapping(Instant at, EngineSettings.Flapping settings) {
        reopenings.removeIf(past -> !past.plus(settings.within()).isAfter(at));
        boolean before = flapping;
        flapping = before ? !reopenings.isEmpty() : reopenings.size() >= settings.count();
        return flapping != before;
    }

    /** Ends the flapping of an incident that can no longer reopen. */
    public void endFlapping() {
        flapping = false;
    }

    void reopen(boolean onlyRetried) {
        state = Incident.State.OPEN;
        endedAt = null;
        number++;
        historical = false;
        retried = onlyRetried;
    }

    void resolve(Instant at) {
        state = Incident.State.RESOLVED;
        endedAt = at;
    }

    void mergeInto(String other, Instant at) {
        state = Incident.State.MERGED;
        endedAt = at;
        mergedInto = other;
    }
}
