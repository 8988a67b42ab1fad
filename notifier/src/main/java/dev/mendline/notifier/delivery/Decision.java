package dev.mendline.notifier.delivery;

import java.time.Instant;

/** Decision about one revision of an incident at one destination. */
sealed interface Decision {
    /** Send it now as the first message of this incident. */
    record Post() implements Decision {}

    /** Edit the message that the destination shows. */
    record Update() implements Decision {}

    /** Decide again at {@code until}, or earlier if a newer revision arrives. */
    record Hold(Instant until, HoldReason reason) implements Decision {}

    /** Do not send this revision. */
    record Skip(SkipReason reason) implements Decision {}

    /** Reason to wait. */
    enum HoldReason {
        /** Somebody silenced the incident. */
        SILENCED(true),
        /** Probes are running, and their result may arrive within seconds. */
        DIAGNOSIS_PENDING(true),
        /** Other targets may share the cause; one message of a parent incident then replaces many. */
        SHARED_CAUSE_PENDING(false),
        /** The last edit was too recent. */
        EDIT_INTERVAL(false);

        private final boolean newRevisionFollows;

        HoldReason(boolean newRevisionFollows) {
            this.newRevisionFollows = newRevisionFollows;
        }

        /**
         * Returns true if the incident gets a new revision when the wait ends. The held revision then need not be read
         * again after a restart.
         */
        boolean newRevisionFollows() {
            return newRevisionFollows;
        }
    }

    /** Reason not to send. */
    enum SkipReason {
        /** The destination shows this revision or a newer one. */
        ALREADY_SHOWN,
        /** The destination shows a message with the same content. */
        UNCHANGED,
        /** The destination rejected a message with the same content. */
        REJECTED_BEFORE,
        /** The incident ended before its first message. */
        ENDED,
        /** The incident comes from old log records. */
        HISTORICAL,
        /** The message of the parent incident covers it. */
        CHILD_OF_PARENT,
        /** The severity is low and the evidence refutes every documented cause. */
        LOW_AND_REFUTED,
        /** The severity is low and no cause is likely yet. */
        LOW_AND_UNPROVEN
    }
}
