package dev.mendline.notifier.message;

import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Incident.State;
import java.util.Optional;

/** First line of a message: severity, what is affected, state. */
final class Headline {
    private static final int MAX_SUBJECT = 100;

    private final Incident incident;

    Headline(Incident incident) {
        this.incident = incident;
    }

    String text() {
        return mark() + " " + incident.severity().name() + " · " + SafeText.of(subject(), MAX_SUBJECT) + " · "
                + state();
    }

    private String mark() {
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

    private String subject() {
        return Optional.ofNullable(incident.target())
                .orElseGet(() -> children(incident) == 0
                        ? "service: " + NameList.of(incident.services())
                        : incident.site().replace(":", " ") + ": " + deployments(incident));
    }

    private String state() {
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
