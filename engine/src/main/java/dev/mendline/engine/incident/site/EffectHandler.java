package dev.mendline.engine.incident.site;

import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Command;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.probe.ProbeRequest;

/** Receiver of the effects of journal records. */
public interface EffectHandler {
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
