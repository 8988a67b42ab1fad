package dev.mendline.engine.incident.editor;

import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.model.incident.Incident;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Current episode of one incident: the time from an opening or reopening to the next resolution. */
public final class Episode {
    private Incident.State state = Incident.State.OPEN;
    private int number = 1;
    private Instant lastSeen;
    private boolean historical;
    private boolean retried;

    @Nullable
    private Instant endedAt;

    @Nullable
    private String mergedInto;

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
