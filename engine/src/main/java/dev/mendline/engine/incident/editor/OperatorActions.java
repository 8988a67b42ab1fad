package dev.mendline.engine.incident.editor;

import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.Command;
import dev.mendline.model.journal.MergeRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Actions of people on one incident: acknowledgement, silence, feedback. */
public final class OperatorActions {
    private Incident.@Nullable Acknowledgement acknowledged;

    @Nullable
    private Instant silencedUntil;

    private final List<Incident.Feedback> feedback = new ArrayList<>();
    /** Ids of the last commands, to recognize a repeated one. */
    private final List<String> commands = new ArrayList<>();

    void addAll(IncidentState stored) {
        acknowledged = stored.incident().acknowledged();
        silencedUntil = stored.incident().silencedUntil();
        feedback.addAll(stored.incident().feedback());
        commands.addAll(stored.lifecycle().commands());
    }

    public Incident.@Nullable Acknowledgement acknowledgement() {
        return acknowledged;
    }

    public @Nullable Instant silencedUntil() {
        return silencedUntil;
    }

    List<Incident.Feedback> feedback() {
        return feedback;
    }

    List<String> commands() {
        return commands;
    }

    public void acknowledge(Incident.Acknowledgement by) {
        acknowledged = by;
    }

    public void unacknowledge() {
        acknowledged = null;
    }

    public void silence(Instant until) {
        silencedUntil = until;
    }

    public void unsilence() {
        silencedUntil = null;
    }

    /** Takes over the acknowledgement and the silence of an incident that is merged into this one, unless it has its own. */
    void inherit(MergeRequest merged, Instant at) {
        if (acknowledged == null) {
            acknowledged = merged.acknowledged();
        }
        Instant until = merged.silencedUntil();
        if (silencedUntil == null && until != null && until.isAfter(at)) {
            silencedUntil = until;
        }
    }

    /** Records a command, so that it is recognized when it is delivered again. */
    public void record(Command command) {
        add(commands, command.id(), Bounds.COMMANDS);
    }

    /** Records feedback; the last one of each person counts. */
    public void judge(Incident.Feedback latest) {
        feedback.removeIf(earlier -> earlier.by().equals(latest.by()));
        add(feedback, latest, Bounds.FEEDBACK);
    }

    private static <T> void add(List<T> bounded, T last, int max) {
        bounded.add(last);
        if (bounded.size() > max) {
            bounded.remove(0);
        }
    }

    /** Starts a new episode: an acknowledgement holds for one episode. */
    void startEpisode(TimelineLog timeline) {
        if (acknowledged != null) {
            timeline.add(TimelineKind.UNACKNOWLEDGED, Params.of("acknowledged-by", acknowledged.by()), null);
            acknowledged = null;
        }
    }

    /** Ends a silence whose time is over; returns whether there was one. */
    public boolean endSilence(Instant at) {
        boolean ends = silencedUntil != null && !at.isBefore(silencedUntil);
        silencedUntil = ends ? null : silencedUntil;
        return ends;
    }
}
