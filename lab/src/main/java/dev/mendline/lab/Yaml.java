package dev.mendline.lab;

import java.util.List;
import java.util.stream.Collectors;

/** Writes the little YAML that the configuration needs; values are quoted, so that none is taken for something else. */
final class Yaml {
    private final StringBuilder text = new StringBuilder();

    Yaml line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** Begins an entry of a list. */
    Yaml item(String key, Object value) {
        return line("  - " + key + ": " + quoted(value));
    }

    /** A value of the entry that was begun. */
    Yaml text(String key, Object value) {
        return line("    " + key + ": " + quoted(value));
    }

    Yaml list(String key, List<?> values) {
        return line(
                "    " + key + ": " + values.stream().map(Yaml::quoted).collect(Collectors.joining(", ", "[", "]")));
    }

    static String quoted(Object value) {
        return "'" + value.toString().replace("'", "''") + "'";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
