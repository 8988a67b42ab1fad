package dev.mendline.cli.output;

import dev.mendline.model.incident.Severity;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Text page with headings and indented items. */
public final class Page {
    private final PrintStream out;

    public Page(PrintStream out) {
        this.out = out;
    }

    public void line(String text) {
        out.println(Table.visible(text));
    }

    public void section(String heading) {
        out.println();
        out.println(heading);
    }

    /** Prints a section; a dash if it has no items. */
    public void section(String heading, List<String> items) {
        section(heading);
        (items.isEmpty() ? List.of("–") : items).forEach(this::item);
    }

    public void item(String text) {
        indented("  ", "    ", text);
    }

    /** Prints a line below an item. */
    public void detail(String text) {
        indented("      ", "      ", text);
    }

    public void numbered(int number, String text) {
        indented("  " + number + ". ", "     ", text);
    }

    /** Prints one line per field that is not empty. */
    public void numbered(int number, Map<String, @Nullable Object> fields) {
        numbered(
                number,
                fields.entrySet().stream()
                        .filter(field -> isTelling(field.getValue()))
                        .map(field -> field.getKey() + ": " + shown(field.getValue()))
                        .collect(Collectors.joining("\n")));
    }

    /** Returns false for null, false and an empty list. */
    private static boolean isTelling(@Nullable Object value) {
        return value != null && !Boolean.FALSE.equals(value) && !(value instanceof List<?> list && list.isEmpty());
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "));
        }
        return value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : String.valueOf(value);
    }

    private void indented(String first, String next, String text) {
        String indent = first;
        for (String line : text.strip().lines().toList()) {
            out.println(indent + Table.visible(line.replace("\t", "    ")));
            indent = next;
        }
    }

    public static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
