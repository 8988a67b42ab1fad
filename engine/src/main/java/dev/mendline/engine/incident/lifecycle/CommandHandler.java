package dev.mendline.engine.incident.lifecycle;

import dev.mendline.engine.incident.diagnosis.Recheck;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.engine.incident.timeline.TimelineReason;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Handler of commands; each command counts once. A command that is not allowed changes nothing, and the timeline of a known
 * incident says why.
 */
public final class CommandHandler {
    private static final Set<Command.Kind> NEED_A_REASON =
            Set.of(Command.Kind.ACKNOWLEDGE, Command.Kind.SILENCE, Command.Kind.RESOLVE);
    private static final Set<Command.Kind> NEED_AN_OPEN_ONE =
            Set.of(Command.Kind.ACKNOWLEDGE, Command.Kind.RESOLVE, Command.Kind.RECHECK);
    /** Tolerated difference between a person's clock and the journal's for the longest silence. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final EngineSettings settings;
    private final Recheck recheck;

    public CommandHandler(EngineSettings settings) {
        this.settings = settings;
        this.recheck = new Recheck(settings);
    }

    public void handle(SiteTransaction transaction, Command command) {
        Optional<IncidentState> known = transaction.incidents().byId(command.incident());
        if (known.isEmpty()) {
            transaction.refuse(command, Params.because(TimelineReason.UNKNOWN_INCIDENT));
        } else if (!known.get().lifecycle().commands().contains(command.id())) {
            handle(transaction, transaction.incidents().edit(known.get()), command);
        }
    }

    private void handle(SiteTransaction transaction, IncidentEditor editor, Command command) {
        editor.operators().record(command);
        editor.revision().publish();
        Params why = rejection(command, editor);
        if (why != null) {
            transaction.refuse(command, why);
            Params params = Params.of("command", command.kind().word()).and(why);
            editor.note(TimelineKind.COMMAND_REJECTED, params, command.by());
        } else {
            execute(transaction, editor, command);
        }
    }

    /** Returns why the command is rejected; null if it is valid. */
    private @Nullable Params rejection(Command command, IncidentEditor editor) {
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

    private void execute(SiteTransaction transaction, IncidentEditor editor, Command command) {
        switch (command.kind()) {
            case ACKNOWLEDGE -> acknowledge(editor, command);
            case UNACKNOWLEDGE -> {
                editor.operators().unacknowledge();
                note(editor, command, TimelineKind.UNACKNOWLEDGED, Params.NONE);
            }
            case SILENCE -> silence(editor, command);
            case UNSILENCE -> {
                editor.operators().unsilence();
                note(editor, command, TimelineKind.UNSILENCED, Params.NONE);
            }
            case RESOLVE -> editor.resolve(Params.of("reason", command.reason()), command.by());
            case RECHECK -> recheck.request(transaction, editor, command);
            case FEEDBACK -> judge(editor, command);
            case UNKNOWN -> throw new IllegalStateException("an unknown command is rejected");
        }
    }

    private static void acknowledge(IncidentEditor editor, Command command) {
        String reason = Objects.requireNonNull(command.reason());
        editor.operators().acknowledge(new Incident.Acknowledgement(command.by(), editor.at(), reason));
        note(editor, command, TimelineKind.ACKNOWLEDGED, Params.NONE);
    }

    private void silence(IncidentEditor editor, Command command) {
        Instant asked = Objects.requireNonNull(command.until());
        Instant longest = editor.at().plus(settings.limits().silence());
        Instant until = asked.isAfter(longest) ? longest : asked;
        editor.operators().silence(until);
        note(editor, command, TimelineKind.SILENCED, Params.of("until", until));
    }

    private static void judge(IncidentEditor editor, Command command) {
        boolean right = Objects.requireNonNull(command.right());
        editor.operators().judge(new Incident.Feedback(command.by(), editor.at(), right, command.cause()));
        Params params = Params.of("diagnosis", editor.assessment().diagnosis().leading())
                .and("judgement", right ? "right" : "wrong")
                .and("cause", right ? null : command.cause());
        note(editor, command, TimelineKind.FEEDBACK, params);
    }

    private static void note(IncidentEditor editor, Command command, TimelineKind kind, Params params) {
        editor.note(kind, params.and("reason", command.reason()), command.by());
    }
}
