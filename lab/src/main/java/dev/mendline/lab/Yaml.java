package dev.mendline.lab;

import java.util.List;
import java.util.stream.Collectors;

/** Writer of the small YAML subset that the configuration needs; values are quoted, so their type is unambiguous. */
final class Yaml {
    private final StringBuilder text = new StringBuilder();

    Yaml line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** Starts an entry of a list. */
    Yaml item(String key, Object value) {
        return line("  - " + key + ": " + quoted(value));
    }

    /** Adds a value to the current entry. */
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
