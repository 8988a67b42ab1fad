package dev.mendline.engine.incident.lifecycle;

import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.engine.incident.timeline.TimelineReason;
import dev.mendline.model.journal.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Validator of commands against the current state of an incident. */
final class CommandValidator {
    private static final Set<Command.Kind> NEED_A_REASON =
            Set.of(Command.Kind.ACKNOWLEDGE, Command.Kind.SILENCE, Command.Kind.RESOLVE);
    private static final Set<Command.Kind> NEED_AN_OPEN_ONE =
            Set.of(Command.Kind.ACKNOWLEDGE, Command.Kind.RESOLVE, Command.Kind.RECHECK);
    /** Tolerated difference between a person's clock and the journal's for the longest silence. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final EngineSettings settings;
    private final Instant at;

    CommandValidator(EngineSettings settings, Instant at) {
        this.settings = settings;
        this.at = at;
    }

    /** Returns why the command is rejected; empty if it is valid. */
    Optional<Params> against(Command command, IncidentEditor editor) {
        Command.Kind kind = command.kind();
        if (kind == Command.Kind.UNKNOWN) {
            return because(TimelineReason.UNKNOWN_COMMAND);
        }
        if (NEED_A_REASON.contains(kind) && command.reason() == null) {
            return because(TimelineReason.REASON_MISSING);
        }
        if (editor.episode().mergedInto() != null) {
            return Optional.of(Params.because(TimelineReason.ALREADY_MERGED)
                    .and("into", editor.episode().mergedInto()));
        }
        if (NEED_AN_OPEN_ONE.contains(kind) && !editor.open()) {
            return because(TimelineReason.NOT_OPEN);
        }
        return switch (kind) {
            case UNACKNOWLEDGE ->
                editor.operators().acknowledgement() == null
                        ? because(TimelineReason.NOT_ACKNOWLEDGED)
                        : Optional.empty();
            case SILENCE -> silence(command.until());
            case UNSILENCE ->
                editor.operators().silencedUntil() == null ? because(TimelineReason.NOT_SILENCED) : Optional.empty();
            case FEEDBACK -> feedback(command);
            case RECHECK -> recheck(editor);
            default -> Optional.empty();
        };
    }

    private static Optional<Params> because(TimelineReason reason) {
        return Optional.of(Params.because(reason));
    }

    private static Optional<Params> recheck(IncidentEditor editor) {
        if (editor.correlation().shared() != null) {
            return because(TimelineReason.IS_PARENT);
        }
        return editor.overflow() == null ? Optional.empty() : because(TimelineReason.IS_OVERFLOW);
    }

    private Optional<Params> silence(@Nullable Instant until) {
        if (until == null) {
            return because(TimelineReason.END_MISSING);
        }
        if (!until.isAfter(at)) {
            return Optional.of(Params.because(TimelineReason.END_PASSED).and("until", until));
        }
        return until.isAfter(at.plus(settings.limits().silence()).plus(SKEW))
                ? Optional.of(Params.because(TimelineReason.SILENCE_TOO_LONG)
                        .and("hours", settings.limits().silence().toHours()))
                : Optional.empty();
    }

    private static Optional<Params> feedback(Command command) {
        if (command.right() == null) {
            return because(TimelineReason.JUDGEMENT_MISSING);
        }
        return command.right() && command.cause() != null
                ? because(TimelineReason.CAUSE_NOT_ALLOWED)
                : Optional.empty();
    }
}
