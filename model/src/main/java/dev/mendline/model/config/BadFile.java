package dev.mendline.model.config;

import org.jspecify.annotations.Nullable;

/** Mistake in a file that a person wrote, with its location and what is allowed. */
public final class BadFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;
    private final @Nullable String key;
    private final String what;

    /**
     * @param line line from 1; 0 for the whole file
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

    /** Returns the line from 1; 0 for the whole file. */
    public int line() {
        return line;
    }

    public @Nullable String key() {
        return key;
    }

    /** Returns the mistake and what is allowed, without the location. */
    public String what() {
        return what;
    }
}
