package dev.mendline.engine.incident.lifecycle;

import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.engine.incident.timeline.TimelineReason;
import dev.mendline.model.journal.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Validator of commands against the current state of an incident. */
record CommandValidator(EngineSettings settings) {
    private static final Set<Command.Kind> NEED_A_REASON =
            Set.of(Command.Kind.ACKNOWLEDGE, Command.Kind.SILENCE, Command.Kind.RESOLVE);
    private static final Set<Command.Kind> NEED_AN_OPEN_ONE =
            Set.of(Command.Kind.ACKNOWLEDGE, Command.Kind.RESOLVE, Command.Kind.RECHECK);
    /** Tolerated difference between a person's clock and the journal's for the longest silence. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** Returns why the command is rejected; null if it is valid. */
    @Nullable
    Params rejection(Command command, IncidentEditor editor) {
        Command.Kind kind = command.kind();
        String mergedInto = editor.episode().mergedInto();
        if (NEED_A_REASON.contains(kind) && command.reason() == null) {
            return Params.because(TimelineReason.REASON_MISSING);
        }
        if (mergedInto != null && kind != Command.Kind.UNKNOWN) {
            return Params.because(TimelineReason.ALREADY_MERGED).and("into", mergedInto);
        }
        if (NEED_AN_OPEN_ONE.contains(kind) && !editor.open()) {
            return Params.because(TimelineReason.NOT_OPEN);
        }
        return switch (kind) {
            case UNKNOWN -> Params.because(TimelineReason.UNKNOWN_COMMAND);
            case UNACKNOWLEDGE -> reject(editor.operators().acknowledgement() == null, TimelineReason.NOT_ACKNOWLEDGED);
            case SILENCE -> silence(command.until(), editor.at());
            case UNSILENCE -> reject(editor.operators().silencedUntil() == null, TimelineReason.NOT_SILENCED);
            case FEEDBACK ->
                command.right() == null
                        ? Params.because(TimelineReason.JUDGEMENT_MISSING)
                        : reject(command.right() && command.cause() != null, TimelineReason.CAUSE_NOT_ALLOWED);
            case RECHECK ->
                editor.correlation().shared() != null
                        ? Params.because(TimelineReason.IS_PARENT)
                        : reject(editor.overflow() != null, TimelineReason.IS_OVERFLOW);
            case ACKNOWLEDGE, RESOLVE -> null;
        };
    }

    private static @Nullable Params reject(boolean invalid, TimelineReason reason) {
        return invalid ? Params.because(reason) : null;
    }

    private @Nullable Params silence(@Nullable Instant until, Instant at) {
        if (until == null) {
            return Params.because(TimelineReason.END_MISSING);
        }
        if (!until.isAfter(at)) {
            return Params.because(TimelineReason.END_PASSED).and("until", until);
        }
        Duration longest = settings.limits().silence();
        return until.isAfter(at.plus(longest).plus(SKEW))
                ? Params.because(TimelineReason.SILENCE_TOO_LONG).and("hours", longest.toHours())
                : null;
    }
}
