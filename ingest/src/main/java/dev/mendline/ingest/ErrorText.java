package dev.mendline.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Formatter of errors in JSON (text, object or list of these) as readable text. */
final class ErrorText {
    private static final List<Field> TYPE =
            Field.all("type", "name", "class", "exception_class", "exceptionType", "errorType", "kind");
    private static final List<String> MESSAGE = List.of(
            "message", "msg", "errmsg", "exception_message", "localizedMessage", "errorMessage", "error", "value");
    private static final List<String> STACK =
            List.of("stack_trace", "stacktrace", "stackTrace", "stack", "extendedStackTrace", "backtrace", "trace");
    private static final List<String> CAUSE = List.of("cause", "causedBy", "reason");
    /** Maximum depth of nested causes. */
    private static final int MAX_CAUSES = 10;
    /**
     * Maximum length of a text that is searched everywhere in another; a longer one only at the ends, to limit the
     * cost.
     */
    private static final int MAX_SOUGHT = 256;

    private ErrorText() {}

    static String of(JsonNode error) {
        return of(error, 0);
    }

    /** Returns the message followed by the details, without repetitions. */
    static String joined(String message, List<String> details) {
        List<String> parts = new ArrayList<>(List.of(message));
        for (String detail : details) {
            String part = detail.stripTrailing();
            if (part.isBlank() || parts.stream().anyMatch(said -> says(said, part))) {
                continue;
            }
            parts.subList(1, parts.size()).removeIf(said -> says(part, said));
            if (part.startsWith(parts.get(0))) {
                parts.set(0, "");
            }
            parts.add(part);
        }
        return parts.stream().filter(part -> !part.isBlank()).collect(Collectors.joining("\n"));
    }

    private static boolean says(String text, String part) {
        return part.length() <= MAX_SOUGHT ? text.contains(part) : text.startsWith(part) || text.endsWith(part);
    }

    private static String of(JsonNode error, int depth) {
        if (error.isContainerNode() && depth > MAX_CAUSES) {
            return error.toString();
        }
        if (error.isArray()) {
            return StreamSupport.stream(error.spliterator(), false)
                    .map(element -> of(element, depth + 1))
                    .collect(Collectors.joining("\n"));
        }
        if (!error.isObject()) {
            return error.isTextual() ? error.textValue() : "";
        }
        String message = part(error, MESSAGE, depth);
        String stack = part(error, STACK, depth);
        if (message == null && stack == null) {
            return error.toString();
        }
        String type = Field.name(error, TYPE);
        String title =
                type == null || message == null ? Objects.requireNonNullElse(message, "") : type + ": " + message;
        String cause = part(error, CAUSE, depth);
        List<String> details = new ArrayList<>();
        if (stack != null) {
            details.add(stack);
        }
        if (cause != null) {
            details.add("Caused by: " + cause);
        }
        return joined(title, details);
    }

    private static @Nullable String part(JsonNode error, List<String> names, int depth) {
        for (String name : names) {
            JsonNode value = error.get(name);
            if (value != null && (value.isTextual() || value.isContainerNode())) {
                String text = of(value, depth + 1);
                if (!text.isBlank()) {
                    return text;
                }
            }
        }
        return null;
    }
}
