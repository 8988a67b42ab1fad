package dev.mendline.engine.recognition;

import dev.mendline.model.log.Captures;
import dev.mendline.model.log.Driver;
import dev.mendline.model.log.Platform;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Result of recognizing a text.
 *
 * @param symptom decisive symptom; null if the text shows no MongoDB error
 * @param symptoms all recognized symptoms, the decisive one first
 * @param hosts all hosts that any signature captured
 * @param hostIsNode true if the captured host is a node's name rather than an SRV name
 * @param words decisive words as in the text, at most 200 characters; empty if there are none
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
