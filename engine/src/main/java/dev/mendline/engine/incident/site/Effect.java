package dev.mendline.engine.incident.site;

import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Command;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.probe.ProbeRequest;

/** One thing that a journal record causes, in the order in which it is to be written. */
public sealed interface Effect {
    /** Calls the method of the handler that belongs to this effect. */
    void to(EffectHandler handler);

    /** Publication of an incident's next revision. */
    record Publish(Incident incident) implements Effect {
        @Override
        public void to(EffectHandler handler) {
            handler.publish(incident);
        }
    }

    /** Request for a check by a worker. */
    record Request(ProbeRequest request) implements Effect {
        @Override
        public void to(EffectHandler handler) {
            handler.request(request);
        }
    }

    /** Removal of an incident that ended long ago. */
    record Forget(String incident) implements Effect {
        @Override
        public void to(EffectHandler handler) {
            handler.forget(incident);
        }
    }

    /** A record for the journal, under its own {@link JournalRecord#site}. */
    record Write(JournalRecord record) implements Effect {
        @Override
        public void to(EffectHandler handler) {
            handler.write(record);
        }
    }

    /** Rejection of a command, with the reason. */
    record Refused(Command command, String why) implements Effect {
        @Override
        public void to(EffectHandler handler) {
            handler.refused(command, why);
        }
    }
}
