package dev.mendline.engine.recognition;

import dev.mendline.model.log.Captures;
import dev.mendline.model.log.Driver;
import dev.mendline.model.log.Platform;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a text shows.
 *
 * @param symptom the decisive one; null when the text is none of MongoDB's errors
 * @param symptoms all that were recognised, the decisive one first
 * @param hosts every host that any signature captured
 * @param hostIsNode whether the captured host is a node's name rather than an SRV name
 * @param words the decisive words, as they stand in the text, at most 200 characters; empty when there are none
 */
public record Recognition(
        @Nullable String symptom,
        @Nullable String detail,
        List<String> symptoms,
        @Nullable Driver driver,
        @Nullable Platform runtime,
        Captures captures,
        List<String> hosts,
        boolean hostIsNode,
        String words) {
    public static final Recognition NOTHING =
            new Recognition(null, null, List.of(), null, null, Captures.NONE, List.of(), false, "");

    public Recognition {
        symptoms = List.copyOf(symptoms);
        hosts = List.copyOf(hosts);
    }
}
