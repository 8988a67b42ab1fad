package dev.mendline.engine.incident.site;

import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Command;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.probe.ProbeRequest;

/** What follows from a journal record, to be written in its order. */
public sealed interface Effect {
    /** Hands itself to whoever writes it. */
    void to(Outlet outlet);

    /** Who writes emissions. */
    interface Outlet {
        void publish(Incident incident);

        void request(ProbeRequest request);

        /** An incident is no more: it ended long ago. Who keeps none for so long need not care. */
        default void forget(String incident) {}

        /**
         * What one site tells another, or itself: it goes into the journal, and counts when it is read there. A replay leaves
         * it out, for there it stands in the journal already.
         */
        void write(JournalRecord record);

        /** Told to who counts; where the incident is known, its timeline says it too. */
        default void refused(Command command, String why) {}
    }

    /** An incident's next revision. */
    record Publish(Incident incident) implements Effect {
        @Override
        public void to(Outlet outlet) {
            outlet.publish(incident);
        }
    }

    /** A check that a worker is asked for. */
    record Request(ProbeRequest request) implements Effect {
        @Override
        public void to(Outlet outlet) {
            outlet.request(request);
        }
    }

    /** The end of an ended incident. */
    record Forget(String incident) implements Effect {
        @Override
        public void to(Outlet outlet) {
            outlet.forget(incident);
        }
    }

    /** A record for the journal, under its own {@link JournalRecord#site}. */
    record Write(JournalRecord record) implements Effect {
        @Override
        public void to(Outlet outlet) {
            outlet.write(record);
        }
    }

    /** A command that makes no sense, and why. */
    record Refused(Command command, String why) implements Effect {
        @Override
        public void to(Outlet outlet) {
            outlet.refused(command, why);
        }
    }
}
