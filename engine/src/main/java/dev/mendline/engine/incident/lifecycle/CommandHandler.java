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
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Handler of commands; each command counts once. A command that is not allowed changes nothing, and the timeline of a known
 * incident says why.
 */
public final class CommandHandler {
    private final EngineSettings settings;
    private final LifecyclePolicy lifecycle;
    private final Recheck recheck;

    public CommandHandler(EngineSettings settings, LifecyclePolicy lifecycle) {
        this.settings = settings;
        this.lifecycle = lifecycle;
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
        Optional<Params> why = new CommandValidator(settings, transaction.at()).against(command, editor);
        if (why.isPresent()) {
            transaction.refuse(command, why.get());
            editor.timeline()
                    .add(
                            transaction.at(),
                            TimelineKind.COMMAND_REJECTED,
                            Params.of("command", command.kind().word()).and(why.get()),
                            command.by());
        } else {
            execute(transaction, editor, command);
        }
    }

    private void execute(SiteTransaction transaction, IncidentEditor editor, Command command) {
        switch (command.kind()) {
            case ACKNOWLEDGE -> acknowledge(transaction, editor, command);
            case UNACKNOWLEDGE -> {
                editor.operators().unacknowledge();
                note(transaction, editor, command, TimelineKind.UNACKNOWLEDGED, Params.NONE);
            }
            case SILENCE -> silence(transaction, editor, command);
            case UNSILENCE -> {
                editor.operators().unsilence();
                note(transaction, editor, command, TimelineKind.UNSILENCED, Params.NONE);
            }
            case RESOLVE -> lifecycle.resolve(transaction, editor, Params.of("reason", command.reason()), command.by());
            case RECHECK -> recheck.by(transaction, editor, command);
            case FEEDBACK -> judge(transaction, editor, command);
            case UNKNOWN -> throw new IllegalStateException("an unknown command is rejected");
        }
    }

    private static void acknowledge(SiteTransaction transaction, IncidentEditor editor, Command command) {
        editor.operators()
                .acknowledge(new Incident.Acknowledgement(
                        command.by(), transaction.at(), Objects.requireNonNull(command.reason())));
        note(transaction, editor, command, TimelineKind.ACKNOWLEDGED, Params.NONE);
    }

    private void silence(SiteTransaction transaction, IncidentEditor editor, Command command) {
        Instant asked = Objects.requireNonNull(command.until());
        Instant longest = transaction.at().plus(settings.limits().silence());
        Instant until = asked.isAfter(longest) ? longest : asked;
        editor.operators().silence(until);
        note(transaction, editor, command, TimelineKind.SILENCED, Params.of("until", until));
    }

    private static void judge(SiteTransaction transaction, IncidentEditor editor, Command command) {
        boolean right = Objects.requireNonNull(command.right());
        editor.operators().judge(new Incident.Feedback(command.by(), transaction.at(), right, command.cause()));
        note(
                transaction,
                editor,
                command,
                TimelineKind.FEEDBACK,
                Params.of("diagnosis", editor.assessment().diagnosis().leading())
                        .and("judgement", right ? "right" : "wrong")
                        .and("cause", right ? null : command.cause()));
    }

    private static void note(
            SiteTransaction transaction, IncidentEditor editor, Command command, TimelineKind kind, Params params) {
        editor.timeline().add(transaction.at(), kind, params.and("reason", command.reason()), command.by());
    }
}
