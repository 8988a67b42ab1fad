package dev.mendline.cli.catalog;

import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.condition.Condition;
import java.util.List;
import java.util.stream.Collectors;

/** What can confirm a cause, in a few words. */
public final class Proof {
    private Proof() {}

    /** Each way to confirm it: the probes that must have answered, or the text alone. Empty when there is none. */
    static List<String> of(Cause cause) {
        return cause.conditions().confirm().stream()
                .map(Proof::asked)
                .distinct()
                .toList();
    }

    /** The same as words in a table. */
    public static String words(Cause cause) {
        return of(cause).isEmpty() ? "–" : of(cause).stream().collect(Collectors.joining(", or "));
    }

    private static String asked(Condition condition) {
        return condition.probes().isEmpty() ? "the text" : String.join(" + ", condition.probes());
    }
}
