package dev.mendline.model.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Detector of Mendline's own texts, which shippers may collect again from its log and messages. They quote errors of
 * applications and must not be taken for new errors.
 */
public final class OwnText {
    /** Prefix of {@code service.name} of Mendline's own processes. */
    public static final String SERVICE = "mendline-";

    /** Prefix of the process name in every line of Mendline's own log. */
    public static final String LOG = "[mendline-";

    /** Prefix of the incident's id in every message. */
    public static final String MESSAGE = "mendline incident ";

    /** Prefix of every quoted line of a message that is printed line by line. */
    public static final String QUOTE = "mendline│ ";

    private static final List<String> MARKS = List.of(LOG, MESSAGE, QUOTE);

    private OwnText() {}

    public static boolean wrote(@Nullable String service, String text) {
        return (service != null && service.startsWith(SERVICE))
                || MARKS.stream().anyMatch(text::contains);
    }
}
