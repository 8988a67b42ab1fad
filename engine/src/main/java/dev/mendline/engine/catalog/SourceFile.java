package dev.mendline.engine.catalog;

import dev.mendline.model.config.BadFile;

/** A catalog file as it was read: its name in errors, its text. */
public record SourceFile(String name, String text) {
    /** {@code symptoms/ID.yaml} or {@code causes/ID.yaml}, wherever the folder lies. */
    String place() {
        int folder = name.lastIndexOf('/', name.lastIndexOf('/') - 1);
        return name.substring(folder + 1);
    }

    /** Whether it ships with Mendline rather than lies in a user's folder. */
    public boolean ships() {
        return name.equals(place());
    }

    /** A mistake at the line where {@code quote} first stands. */
    BadFile mistake(String key, String quote, String what) {
        int at = text.indexOf(quote.lines().findFirst().orElse(quote).strip());
        int line = at < 0
                ? 0
                : (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return new BadFile(name, line, key, what);
    }
}
