package dev.mendline.engine.catalog;

import dev.mendline.model.config.BadFile;

/** Content of a catalog file, with its name for errors. */
public record SourceFile(String name, String text) {
    /** Returns {@code symptoms/ID.yaml} or {@code causes/ID.yaml}, without the folder. */
    String place() {
        int folder = name.lastIndexOf('/', name.lastIndexOf('/') - 1);
        return name.substring(folder + 1);
    }

    /** Returns true if the file ships with Mendline. */
    public boolean ships() {
        return name.equals(place());
    }

    /** Returns a mistake at the first line that contains {@code quote}. */
    BadFile mistake(String key, String quote, String what) {
        int at = quote.isBlank()
                ? -1
                : text.indexOf(quote.lines().findFirst().orElse(quote).strip());
        int line = at < 0
                ? 0
                : (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return new BadFile(name, line, key, what);
    }
}
