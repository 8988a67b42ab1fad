package dev.mendline.notifier.message;

import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Incident.State;
import java.util.Optional;

/** First line of a message: severity, what is affected, state. */
final class Headline {
    private static final int MAX_SUBJECT = 100;

    private Headline() {}

    static String of(Incident incident) {
        return mark(incident) + " " + incident.severity().name() + " · " + SafeText.of(subject(incident), MAX_SUBJECT)
                + " · " + state(incident);
    }

    private static String mark(Incident incident) {
        if (incident.state() != State.OPEN) {
            return incident.state() == State.RESOLVED ? "✅" : "⚪";
        }
        return switch (incident.severity()) {
            case CRITICAL -> "🔴";
            case HIGH -> "🟠";
            case MEDIUM -> "🟡";
            case LOW -> "🔵";
        };
    }

    private static String subject(Incident incident) {
        return Optional.ofNullable(incident.target())
                .orElseGet(() -> children(incident) == 0
                        ? "service: " + NameList.of(incident.services())
                        : incident.site().replace(":", " ") + ": " + deployments(incident));
    }

    private static String state(Incident incident) {
        boolean acknowledged = incident.state() == State.OPEN && incident.acknowledged() != null;
        return incident.state().word() + (acknowledged ? ", acknowledged" : "");
    }

    /** Returns the number of child incidents, listed or not. */
    static int children(Incident incident) {
        return incident.children().size() + incident.moreChildren();
    }

    /** Returns the number of child incidents in words, for example "3 deployments". */
    static String deployments(Incident incident) {
        return children(incident) == 1 ? "1 deployment" : children(incident) + " deployments";
    }
}
