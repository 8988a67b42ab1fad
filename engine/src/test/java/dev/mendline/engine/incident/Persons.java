package dev.mendline.engine.incident;

import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Command;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says what people say at a {@link Desk}; each command has an id of its own. */
public final class Persons {
    private final Desk desk;
    private int said;

    public Persons(Desk desk) {
        this.desk = desk;
    }

    /** A command of the kind with all that it needs: a reason, an hour of silence, a diagnosis that is wrong. */
    public Command command(Command.Kind kind, String incident, String by) {
        return switch (kind) {
            case SILENCE -> silence(incident, by, Duration.ofHours(1));
            case FEEDBACK -> command(kind, incident, by, null, null, false, "firewall-blocks-port");
            case UNACKNOWLEDGE, UNSILENCE, RECHECK, UNKNOWN -> command(kind, incident, by, null, null, null, null);
            case ACKNOWLEDGE, RESOLVE -> command(kind, incident, by, "on it", null, null, null);
        };
    }

    Command silence(String incident, String by, Duration length) {
        return command(Command.Kind.SILENCE, incident, by, "upgrade", desk.now().plus(length), null, null);
    }

    Command command(
            Command.Kind kind,
            String incident,
            String by,
            @Nullable String reason,
            @Nullable Instant until,
            @Nullable Boolean right,
            @Nullable String cause) {
        return new Command("c" + said++, Desk.SITE, incident, kind, by, reason, until, right, cause);
    }

    /** Dana says it of the last incident. */
    Incident says(Command.Kind kind) {
        return desk.read(command(kind, desk.last().id(), "dana"));
    }

    /** The last that somebody did, as the timeline has it. */
    public static String last(Incident incident) {
        return incident.timeline().stream()
                .filter(entry -> entry.by() != null)
                .reduce((first, second) -> second)
                .map(entry -> entry.by() + ": " + Told.of(entry))
                .orElse("");
    }
}
