package dev.mendline.engine.check;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Mistake in a catalog.
 *
 * @param file name for errors; a shipped file has no folder before {@code symptoms/} or {@code causes/}
 * @param line line from 1; 0 for the whole file
 * @param key path of the key; null for the whole file
 * @param what finding, and what is allowed
 * @param text checked example or near-miss; null if none
 */
public record Flaw(
        Kind kind,
        String file,
        int line,
        @Nullable String key,
        String what,
        @Nullable String text) {
    public enum Kind {
        /** The file or folder is invalid or unreadable. */
        @JsonProperty("file")
        FILE,
        /** An example does not show its symptom as the decisive one, or is not recognized as its hint. */
        @JsonProperty("example")
        EXAMPLE,
        /** A near-miss shows the symptom, or is recognized as the hint. */
        @JsonProperty("near-miss")
        NEAR_MISS,
        /** No cause names the symptom. */
        @JsonProperty("no-cause")
        NO_CAUSE
    }

    /** Returns the location: file, line and key, as far as known. */
    public String place() {
        return file + (line > 0 ? ":" + line : "") + (key == null ? "" : ": " + key);
    }
}
