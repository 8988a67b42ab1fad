package dev.mendline.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of the dialect table: which fields a logger or shipper uses. All are dotted paths, tried in their order.
 *
 * @param knownBy a record is of this dialect when it has all of these ({@code :text} and {@code :number} ask for the
 *     kind too) and a message
 * @param message the text; {@code {}} at the end marks a template with holes, {@code :text} leaves out objects
 * @param error what belongs after the message: the error's text, its stack trace
 * @param kept fields that stay in the text as one compact JSON object
 */
record Dialect(
        String name,
        List<String> knownBy,
        List<String> message,
        List<String> level,
        List<String> time,
        List<String> service,
        List<String> error,
        List<String> kept) {

    /** The same row, with another's level, time, service and error fields tried after its own. */
    Dialect then(Dialect other) {
        return new Dialect(
                name,
                knownBy,
                message,
                both(level, other.level),
                both(time, other.time),
                both(service, other.service),
                both(error, other.error),
                kept);
    }

    boolean fits(ObjectNode object) {
        return knownBy.stream().allMatch(path -> typed(object, path) != null) && message(object) != null;
    }

    /** The message as a value or an object that holds it; null when there is none. */
    @Nullable
    JsonNode message(ObjectNode object) {
        for (String path : message) {
            boolean template = path.endsWith("{}");
            JsonNode value = typed(object, template ? path.substring(0, path.length() - 2) : path);
            if (value != null && !value.isBoolean()) {
                return template
                        ? JsonNodeFactory.instance.textNode(Template.fill(value.asText(), object, LogFormats.MAX_BYTES))
                        : value;
            }
        }
        return null;
    }

    Draft draft(ObjectNode object, String whole) {
        return new Draft(time(object), level(object), Fields.name(object, service), whole);
    }

    /** The error's texts, and last what is kept as JSON. */
    List<String> details(ObjectNode object) {
        Stream<String> errors = error.stream()
                .map(path -> Fields.family(object, path))
                .filter(Objects::nonNull)
                .map(ErrorText::of);
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        kept.forEach(path -> {
            JsonNode value = Fields.find(object, path);
            if (value != null) {
                rest.set(path, value);
            }
        });
        return rest.isEmpty()
                ? errors.toList()
                : Stream.concat(errors, Stream.of(rest.toString())).toList();
    }

    private @Nullable Instant time(ObjectNode object) {
        for (String path : time) {
            JsonNode value = Fields.find(object, path);
            Instant found = value == null ? null : Times.of(value);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable String level(ObjectNode object) {
        for (String path : level) {
            JsonNode value = Fields.find(object, path);
            String found = value == null ? null : Levels.of(value);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable JsonNode typed(ObjectNode object, String path) {
        int colon = path.lastIndexOf(':');
        JsonNode value = Fields.find(object, colon < 0 ? path : path.substring(0, colon));
        boolean fits = value != null && (colon < 0 || (path.endsWith(":text") ? value.isTextual() : value.isNumber()));
        return fits ? value : null;
    }

    private static List<String> both(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }
}
