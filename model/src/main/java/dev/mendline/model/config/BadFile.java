package dev.mendline.model.config;

import org.jspecify.annotations.Nullable;

/** A mistake in a file that a person wrote: where it is, what was found, what is allowed. */
public final class BadFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final @Nullable String key;
    private final String what;

    /**
     * @param line from 1; 0 when the whole file is meant
     * @param key path of the key, e.g. {@code zones[0].resolvers}; null outside any key
     */
    public BadFile(String file, int line, @Nullable String key, String what) {
        super(file + (line > 0 ? ":" + line : "") + ": " + (key == null || key.isEmpty() ? "" : key + ": ") + what);
        this.file = file;
        this.line = line;
        this.key = key;
        this.what = what;
    }

    public String file() {
        return file;
    }

    /** From 1; 0 when the whole file is meant. */
    public int line() {
        return line;
    }

    public @Nullable String key() {
        return key;
    }

    /** What was found and what is allowed, without the place. */
    public String what() {
        return what;
    }
}
