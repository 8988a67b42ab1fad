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
            turn.refuse(command, Params.because(TimelineReason.UNKNOWN_INCIDENT));
            return;
        }
        IncidentEditor draft = IncidentEditor.of(known.get());
        if (!draft.said.hears(command)) {
            return;
        }
        Optional<Params> why = new CommandValidator(settings, turn.at).against(command, draft);
        if (why.isPresent()) {
            turn.refuse(command, why.get());
            draft.timeline.add(
                    turn.at,
                    TimelineKind.COMMAND_REJECTED,
                    Params.of("command", command.kind().word()).and(why.get()),
                    command.by());
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
                note(turn, draft, command, TimelineKind.UNACKNOWLEDGED, Params.NONE);
            }
            case SILENCE -> silence(turn, draft, command);
            case UNSILENCE -> {
                draft.said.silencedUntil = null;
                note(turn, draft, command, TimelineKind.UNSILENCED, Params.NONE);
            }
            case RESOLVE -> {
                draft.resolve(turn.at);
                note(turn, draft, command, TimelineKind.RESOLVED, Params.NONE);
            }
            case RECHECK -> recheck.by(turn, draft, command);
            case FEEDBACK -> judge(turn, draft, command);
            case UNKNOWN -> throw new IllegalStateException("makes no sense, and was refused");
        }
    }

    private static void acknowledge(SiteTransaction turn, IncidentEditor draft, Command command) {
        draft.said.acknowledged =
                new Incident.Acknowledgement(command.by(), turn.at, Objects.requireNonNull(command.reason()));
        note(turn, draft, command, TimelineKind.ACKNOWLEDGED, Params.NONE);
    }

    private void silence(SiteTransaction turn, IncidentEditor draft, Command command) {
        Instant asked = Objects.requireNonNull(command.until());
        Instant longest = turn.at.plus(settings.limits().silence());
        Instant until = asked.isAfter(longest) ? longest : asked;
        draft.said.silencedUntil = until;
        note(turn, draft, command, TimelineKind.SILENCED, Params.of("until", until));
    }

    private static void judge(SiteTransaction turn, IncidentEditor draft, Command command) {
        boolean right = Objects.requireNonNull(command.right());
        draft.said.judged(new Incident.Feedback(command.by(), turn.at, right, command.cause()));
        note(
                turn,
                draft,
                command,
                TimelineKind.FEEDBACK,
                Params.of("diagnosis", draft.diagnosis.leading())
                        .and("judgement", right ? "right" : "wrong")
                        .and("cause", right ? null : command.cause()));
    }

    private static void note(
            SiteTransaction turn, IncidentEditor draft, Command command, TimelineKind kind, Params params) {
        draft.timeline.add(turn.at, kind, params.and("reason", command.reason()), command.by());
    }
}
