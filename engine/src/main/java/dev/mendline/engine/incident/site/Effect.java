package dev.mendline.engine.incident.site;

import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Command;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.probe.ProbeRequest;

/** One thing that a journal record causes, in the order in which it is to be written. */
public sealed interface Effect {
    /** Receiver of the effects of journal records. */
    interface Handler {
        void publish(Incident incident);

        void request(ProbeRequest request);

        /** Removes an incident that ended long ago. Handlers that keep no incidents ignore it. */
        default void forget(String incident) {}

        /**
         * Writes a record to the journal; it counts when it is read there. A replay ignores it, because the journal has it
         * already.
         */
        void write(JournalRecord record);

        /** Reports a command that was rejected; the timeline of a known incident has it too. */
        default void refused(Command command, String why) {}
    }

    /** Publication of an incident's next revision. */
    record Publish(Incident incident) implements Effect {}

    /** Request for a check by a worker. */
    record Request(ProbeRequest request) implements Effect {}

    /** Removal of an incident that ended long ago. */
    record Forget(String incident) implements Effect {}

    /** A record for the journal, under its own {@link JournalRecord#site}. */
    record Write(JournalRecord record) implements Effect {}

    /** Rejection of a command, with the reason. */
    record Refused(Command command, String why) implements Effect {}

    /** Calls the method of the handler that belongs to this effect. */
    default void to(Handler handler) {
        if (this instanceof Publish effect) {
            handler.publish(effect.incident());
        } else if (this instanceof Request effect) {
            handler.request(effect.request());
        } else if (this instanceof Forget effect) {
            handler.forget(effect.incident());
        } else if (this instanceof Write effect) {
            handler.write(effect.record());
        } else if (this instanceof Refused effect) {
            handler.refused(effect.command(), effect.why());
        }
    }
}
