package dev.mendline.engine.incident.editor;

import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.Command;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people said of one incident; bounded, however much they say. */
public final class OperatorActions {
    public Incident.@Nullable Acknowledgement acknowledged;

    @Nullable
    public Instant silencedUntil;

    final List<Incident.Feedback> feedback = new ArrayList<>();
    /** Ids of the last commands, to know one that is delivered again. */
    final List<String> commands = new ArrayList<>();

    void addAll(IncidentState file) {
        acknowledged = file.incident().acknowledged();
        silencedUntil = file.incident().silencedUntil();
        feedback.addAll(file.incident().feedback());
        commands.addAll(file.commands());
    }

    /** False for a command that was heard before. */
    public boolean hears(Command command) {
        return !commands.contains(command.id()) && add(commands, command.id(), Bounds.COMMANDS);
    }

    /** The last word of each person counts. */
    public void judged(Incident.Feedback word) {
        feedback.removeIf(earlier -> earlier.by().equals(word.by()));
        add(feedback, word, Bounds.FEEDBACK);
    }

    private static <T> boolean add(List<T> bounded, T last, int max) {
        bounded.add(last);
        if (bounded.size() > max) {
            bounded.remove(0);
        }
        return true;
    }

    /** Who has it has this episode of it. */
    void reopened(Instant at, TimelineLog timeline) {
        if (acknowledged != null) {
            timeline.add(at, TimelineKind.UNACKNOWLEDGED, Params.of("acknowledged-by", acknowledged.by()));
            acknowledged = null;
        }
    }

    /** True when a silence ends now. */
    public boolean silenceEnds(Instant at, TimelineLog timeline) {
        if (silencedUntil == null || at.isBefore(silencedUntil)) {
            return false;
        }
        silencedUntil = null;
        timeline.add(at, TimelineKind.SILENCE_ENDED, Params.NONE);
        return true;
    }
}
