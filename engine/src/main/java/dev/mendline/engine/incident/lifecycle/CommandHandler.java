package dev.mendline.engine.incident.lifecycle;

import dev.mendline.engine.incident.diagnosis.Recheck;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Command;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes what people say of incidents, each command once. One that makes no sense is refused: it changes nothing, and where
 * there is an incident its timeline says why.
 */
public final class CommandHandler {
    private final EngineSettings settings;
    private final Recheck recheck;

    public CommandHandler(EngineSettings settings, Recheck recheck) {
        this.settings = settings;
        this.recheck = recheck;
    }

    public void on(SiteTransaction turn, Command command) {
        Optional<IncidentState> known = turn.byId(command.incident());
        if (known.isEmpty()) {
            turn.refuse(command, "no such incident is at hand");
            return;
        }
        IncidentEditor draft = IncidentEditor.of(known.get());
        if (!draft.said.hears(command)) {
            return;
        }
        Optional<String> why = new CommandValidator(settings, turn.at).against(command, draft);
        if (why.isPresent()) {
            turn.refuse(command, why.get());
            draft.timeline.note(turn.at, Command.NOT_DONE + command.kind().word() + ", for " + why.get(), command.by());
        } else {
            take(turn, draft, command);
        }
        turn.file(draft, true);
    }

    private void take(SiteTransaction turn, IncidentEditor draft, Command command) {
        switch (command.kind()) {
            case ACKNOWLEDGE -> acknowledge(turn, draft, command);
            case UNACKNOWLEDGE -> {
                draft.said.acknowledged = null;
                note(turn, draft, command, "no longer acknowledged");
            }
            case SILENCE -> silence(turn, draft, command);
            case UNSILENCE -> {
                draft.said.silencedUntil = null;
                note(turn, draft, command, "no longer silenced");
            }
            case RESOLVE -> {
                draft.resolve(turn.at);
                note(turn, draft, command, "resolved by hand");
            }
            case RECHECK -> recheck.by(turn, draft, command);
            case FEEDBACK -> judge(turn, draft, command);
            case UNKNOWN -> throw new IllegalStateException("makes no sense, and was refused");
        }
    }

    private static void acknowledge(SiteTransaction turn, IncidentEditor draft, Command command) {
        draft.said.acknowledged =
                new Incident.Acknowledgement(command.by(), turn.at, Objects.requireNonNull(command.reason()));
        note(turn, draft, command, "acknowledged");
    }

    private void silence(SiteTransaction turn, IncidentEditor draft, Command command) {
        Instant asked = Objects.requireNonNull(command.until());
        Instant longest = turn.at.plus(settings.maxSilence());
        Instant until = asked.isAfter(longest) ? longest : asked;
        draft.said.silencedUntil = until;
        note(turn, draft, command, "silenced until " + until);
    }

    private static void judge(SiteTransaction turn, IncidentEditor draft, Command command) {
        boolean right = Objects.requireNonNull(command.right());
        draft.said.judged(new Incident.Feedback(command.by(), turn.at, right, command.cause()));
        String was = command.cause() == null ? "" : ": it was " + command.cause();
        note(
                turn,
                draft,
                command,
                "says that the diagnosis" + (draft.diagnosis.leading() == null ? "" : " " + draft.diagnosis.leading())
                        + (right ? " is right" : " is wrong" + was));
    }

    private static void note(SiteTransaction turn, IncidentEditor draft, Command command, String what) {
        draft.timeline.note(turn.at, command.reason() == null ? what : what + ": " + command.reason(), command.by());
    }
}
