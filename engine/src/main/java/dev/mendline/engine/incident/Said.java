package dev.mendline.engine.incident;

import dev.mendline.model.Command;
import dev.mendline.model.Incident;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people said of one incident; bounded, however much they say. */
final class Said {
    static final int MAX_FEEDBACK = 5;
    private static final int MAX_COMMANDS = 32;

    Incident.@Nullable Acknowledgement acknowledged;

    @Nullable
    Instant silencedUntil;

    final List<Incident.Feedback> feedback = new ArrayList<>();
    /** Ids of the last commands, to know one that is delivered again. */
    final List<String> commands = new ArrayList<>();

    void addAll(CaseFile file) {
        acknowledged = file.incident().acknowledged();
        silencedUntil = file.incident().silencedUntil();
        feedback.addAll(file.incident().feedback());
        commands.addAll(file.commands());
    }

    /** False for a command that was heard before. */
    boolean hears(Command command) {
        return !commands.contains(command.id()) && add(commands, command.id(), MAX_COMMANDS);
    }

    /** The last word of each person counts. */
    void judged(Incident.Feedback word) {
        feedback.removeIf(earlier -> earlier.by().equals(word.by()));
        add(feedback, word, MAX_FEEDBACK);
    }

    private static <T> boolean add(List<T> bounded, T last, int max) {
        bounded.add(last);
        if (bounded.size() > max) {
            bounded.remove(0);
        }
        return true;
    }

    /** Who has it has this episode of it. */
    void reopened(Instant at, Timeline timeline) {
        if (acknowledged != null) {
            timeline.note(at, "no longer acknowledged by " + acknowledged.by() + ", for it opened anew");
            acknowledged = null;
        }
    }

    /** True when a silence ends now. */
    boolean silenceEnds(Instant at, Timeline timeline) {
        if (silencedUntil == null || at.isBefore(silencedUntil)) {
            return false;
        }
        silencedUntil = null;
        timeline.note(at, "the silence is over");
        return true;
    }
}
