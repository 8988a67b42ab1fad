package dev.mendline.cli.catalog;

import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.condition.Condition;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Evidence that can confirm a cause, in a few words. */
public final class ConfirmingEvidence {
    private ConfirmingEvidence() {}

    /** Returns one entry per way to confirm the cause: the probes that it needs, or "the text". */
    static List<String> of(Cause cause) {
        return cause.conditions().confirm().stream()
                .map(ConfirmingEvidence::asked)
                .distinct()
                .toList();
    }

    /** Returns the same as one cell of a table. */
    public static String words(Cause cause) {
        return words(of(cause));
    }

    static String words(Collection<?> ways) {
        return ways.isEmpty() ? "–" : ways.stream().map(String::valueOf).collect(Collectors.joining(", or "));
    }

    private static String asked(Condition condition) {
        return condition.probes().isEmpty() ? "the text" : String.join(" + ", condition.probes());
    }
}
