package dev.mendline.engine.catalog;

import dev.mendline.model.config.BadFile;
import java.util.Collection;
import java.util.List;

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

    /** Throws a mistake at the first line that contains {@code quote} unless the requirement is met. */
    void require(boolean isMet, String key, String quote, String what) {
        if (!isMet) {
            throw mistake(key, quote, what);
        }
    }

    /** Throws a mistake unless the id is valid and equals the file's name. */
    void requireId(String id) {
        boolean isName = name.substring(name.lastIndexOf('/') + 1).equals(id + ".yaml");
        require(
                isName && id.matches("[a-z0-9]+(-[a-z0-9]+)*"),
                "id",
                "id:",
                "'" + id + "' must equal the file's name without .yaml: lower-case letters, digits and hyphens");
    }

    /** Throws a mistake if an id is not known; {@code kind} is the word for what the ids name. */
    void requireKnown(String key, String kind, List<String> ids, Collection<String> known) {
        for (String id : ids) {
            String what = "unknown " + kind + " '" + id + "'; known: " + String.join(", ", known);
            require(known.contains(id), key, id, what);
        }
    }

    /** Returns a mistake at the first line that contains {@code quote}. */
    BadFile mistake(String key, String quote, String what) {
        int at = text.indexOf(quote.lines().findFirst().orElse(quote).strip());
        int line = at < 0
                ? 0
                : (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return new BadFile(name, line, key, what);
    }
}
