package dev.mendline.model.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How Mendline's own words are known again wherever a shipper may bring them back from: its log, its messages. They quote
 * what applications wrote, and must never be read as somebody's error.
 */
public final class OwnText {
    /** The beginning of {@code service.name} of Mendline's own processes. */
    public static final String SERVICE = "mendline-";

    /** Stands in every line of Mendline's own log, before the process's name. */
    public static final String LOG = "[mendline-";

    /** Stands in every message, before the incident's id. */
    public static final String MESSAGE = "mendline incident ";

    /** Stands before every quoted line of a message that is printed line by line. */
    public static final String QUOTE = "mendline│ ";

    private static final List<String> MARKS = List.of(LOG, MESSAGE, QUOTE);

    private OwnText() {}

    /** Whether Mendline itself wrote this. */
    public static boolean wrote(@Nullable String service, String text) {
        return (service != null && service.startsWith(SERVICE))
                || MARKS.stream().anyMatch(text::contains);
    }
}
