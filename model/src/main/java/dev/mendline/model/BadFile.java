package dev.mendline.model;

import org.jspecify.annotations.Nullable;

/** A mistake in a file that a person wrote: where it is, what was found, what is allowed. */
public final class BadFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param line from 1; 0 when the whole file is meant
     * @param key path of the key, e.g. {@code zones[0].resolvers}; null outside any key
     */
    public BadFile(String file, int line, @Nullable String key, String what) {
        super(file + (line > 0 ? ":" + line : "") + ": " + (key == null || key.isEmpty() ? "" : key + ": ") + what);
    }
}
