package dev.mendline.engine.incident.lifecycle;

import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a command makes sense for an incident as it stands; why not is said to the one who gave it. */
final class CommandValidator {
    private static final Set<Command.Kind> NEED_A_REASON =
            Set.of(Command.Kind.ACKNOWLEDGE, Command.Kind.SILENCE, Command.Kind.RESOLVE);
    private static final Set<Command.Kind> NEED_AN_OPEN_ONE =
            Set.of(Command.Kind.ACKNOWLEDGE, Command.Kind.RESOLVE, Command.Kind.RECHECK);
    /** By how much the clock of whoever asks for the longest silence may be ahead of the journal's. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final EngineSettings settings;
    private final Instant at;

    CommandValidator(EngineSettings settings, Instant at) {
        this.settings = settings;
        this.at = at;
    }

    /** What speaks against it; empty when nothing does. */
    Optional<String> against(Command command, IncidentEditor draft) {
        Command.Kind kind = command.kind();
        if (kind == Command.Kind.UNKNOWN) {
            return Optional.of("this version knows no such command");
        }
        if (NEED_A_REASON.contains(kind) && command.reason() == null) {
            return Optional.of("it needs a reason");
        }
        if (draft.state == Incident.State.MERGED) {
            return Optional.of("it is merged into " + draft.mergedInto);
        }
        if (NEED_AN_OPEN_ONE.contains(kind) && draft.state != Incident.State.OPEN) {
            return Optional.of("it is over");
        }
        return Optional.ofNullable(
                switch (kind) {
                    case UNACKNOWLEDGE -> draft.said.acknowledged == null ? "nobody has it" : null;
                    case SILENCE -> silence(command.until());
                    case UNSILENCE -> draft.said.silencedUntil == null ? "it is not silenced" : null;
                    case FEEDBACK -> feedback(command);
                    case RECHECK -> recheck(draft);
                    default -> null;
                });
    }

    private static @Nullable String recheck(IncidentEditor draft) {
        if (draft.ties.common != null) {
            return "it stands for others, each of which can be looked at anew";
        }
        return draft.overflow == null ? null : "it stands for many that are not followed singly";
    }

    private @Nullable String silence(@Nullable Instant until) {
        if (until == null) {
            return "it needs an end";
        }
        if (!until.isAfter(at)) {
            return "its end, " + until + ", is past";
        }
        return until.isAfter(at.plus(settings.maxSilence()).plus(SKEW))
                ? "the longest silence is " + settings.maxSilence().toHours() + " h"
                : null;
    }

    private static @Nullable String feedback(Command command) {
        if (command.right() == null) {
            return "it says neither right nor wrong";
        }
        return command.right() && command.cause() != null ? "a diagnosis that is right has no other cause" : null;
    }
}
