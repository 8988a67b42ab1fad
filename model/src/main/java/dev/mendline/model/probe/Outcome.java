package dev.mendline.model.probe;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a probe came to. Our own failure to look is {@link Inconclusive}, never the target's. */
public sealed interface Outcome {
    /** How the outcome is called on the wire. */
    enum Kind {
        PASSED,
        FAILED,
        INCONCLUSIVE;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Kind kind();

    /** Why it is not a pass; null for a pass. */
    @Nullable
    Reason reason();

    /** The check went through. */
    record Passed() implements Outcome {
        @Override
        public Kind kind() {
            return Kind.PASSED;
        }

        @Override
        public @Nullable Reason reason() {
            return null;
        }
    }

    /** The target, or the way to it, failed the check. */
    record Failed(Reason reason) implements Outcome {
        @Override
        public Kind kind() {
            return Kind.FAILED;
        }
    }

    /** Nothing could be learnt. */
    record Inconclusive(Reason reason) implements Outcome {
        @Override
        public Kind kind() {
            return Kind.INCONCLUSIVE;
        }
    }
}
