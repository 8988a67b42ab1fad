package dev.mendline.model.probe;

import dev.mendline.model.text.WireName;
import org.jspecify.annotations.Nullable;

/**
 * Outcome of a probe. If the probe itself cannot run, the outcome is {@link Inconclusive}, never a failure of the
 * target.
 */
public sealed interface Outcome {
    /** Name of the outcome on the wire. */
    enum Kind implements WireName {
        PASSED,
        FAILED,
        INCONCLUSIVE
    }

    Kind kind();

    /** Returns the reason; null for a pass. */
    default @Nullable Reason reason() {
        return null;
    }

    /** The check succeeded. */
    record Passed() implements Outcome {
        @Override
        public Kind kind() {
            return Kind.PASSED;
        }
    }

    /** The target or the path to it failed the check. */
    record Failed(Reason reason) implements Outcome {
        @Override
        public Kind kind() {
            return Kind.FAILED;
        }
    }

    /** The check could not be done. */
    record Inconclusive(Reason reason) implements Outcome {
        @Override
        public Kind kind() {
            return Kind.INCONCLUSIVE;
        }
    }
}
