package dev.mendline.engine.catalog;

import dev.mendline.model.config.BadFile;
import dev.mendline.model.config.YamlDraft;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Check of one catalog file, which collects its mistakes. Not thread-safe. */
final class FileCheck {
    private final SourceFile file;
    private final List<BadFile> mistakes = new ArrayList<>();
    private List<String> repaired = List.of();

    FileCheck(SourceFile file) {
        this.file = file;
    }

    /** Reads the file as far as possible; empty if no value can be built. */
    <T> Optional<T> read(Class<T> type) {
        YamlDraft<T> draft = YamlDraft.read(file.name(), file.text(), type);
        mistakes.addAll(draft.mistakes());
        repaired = draft.repaired();
        return Optional.ofNullable(draft.value());
    }

    SourceFile file() {
        return file;
    }

    List<BadFile> mistakes() {
        return mistakes;
    }

    /** Returns true if there is a mistake at the key or below it. */
    boolean hasMistakeAt(String key) {
        return mistakes.stream().anyMatch(mistake -> YamlDraft.isAt(String.valueOf(mistake.key()), key));
    }

    /** Adds a mistake at the first line that contains {@code quote} unless the requirement is met. */
    void require(boolean isMet, String key, String quote, String what) {
        if (!isMet) {
            add(key, quote, what);
        }
    }

    /** Adds a mistake unless the id is valid and equals the file's name. */
    void requireId(String id) {
        boolean isName = file.name().substring(file.name().lastIndexOf('/') + 1).equals(id + ".yaml");
        require(
                isName && id.matches("[a-z0-9]+(-[a-z0-9]+)*"),
                "id",
                "id:",
                "'" + id + "' must equal the file's name without .yaml: lower-case letters, digits and hyphens");
    }

    /** Adds a mistake for each id that is not known; {@code kind} is the word for what the ids name. */
    void requireKnown(String key, String kind, List<String> ids, Collection<String> known) {
        for (String id : ids) {
            String what = "unknown " + kind + " '" + id + "'; known: " + String.join(", ", known);
            require(known.contains(id), key, id, what);
        }
    }

    /** Adds a mistake, unless the value is a default because the file's own value is missing or has a wrong type. */
    void add(String key, String quote, String what) {
        boolean follows = repaired.stream()
                .anyMatch(other -> YamlDraft.isAt(key, other) || (key.endsWith("]") && YamlDraft.isAt(other, key)));
        if (!follows) {
            mistakes.add(file.mistake(key, quote, what));
        }
    }
}
