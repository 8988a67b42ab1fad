package dev.mendline.engine.check;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a catalog.
 *
 * @param file as errors call it; a file that ships has no folder before {@code symptoms/} or {@code causes/}
 * @param line from 1; 0 when the whole file is meant
 * @param key path of the key; null when the whole file is meant
 * @param what was found, and what is allowed
 * @param text the example or near-miss that was tried; null where none was
 */
public record Flaw(
        Kind kind,
        String file,
        int line,
        @Nullable String key,
        String what,
        @Nullable String text) {
    /** What sort of promise is broken. */
    public enum Kind {
        /** The file, or the folder, cannot be read as what it should be. */
        @JsonProperty("file")
        FILE,
        /** An example does not show its symptom as the decisive one, or is not its hint. */
        @JsonProperty("example")
        EXAMPLE,
        /** A near-miss shows the symptom, or is the hint, after all. */
        @JsonProperty("near-miss")
        NEAR_MISS,
        /** No cause is brought under suspicion by the symptom. */
        @JsonProperty("no-cause")
        NO_CAUSE
    }

    /** Where it is: file, line and key, as far as they are known. */
    public String place() {
        return file + (line > 0 ? ":" + line : "") + (key == null ? "" : ": " + key);
    }
}
