package dev.mendline.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendline.model.log.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Row of the dialect table: the fields of one logger or shipper, in order of preference.
 *
 * @param knownBy fields that, together with a message, identify the dialect
 * @param message text, object that contains it, or template with placeholders
 * @param error fields appended to the message: error text and stack trace
 * @param kept fields kept in the text as one compact JSON object
 */
record Dialect(
        String name,
        List<Field> knownBy,
        List<Field> message,
        List<Field> level,
        List<Field> time,
        Producer producer,
        List<Field> error,
        List<Field> kept,
        List<Field> trace) {

    /** Fields that name the producer of the event. */
    record Producer(List<Field> service, List<Field> host, List<Field> environment) {
        Producer then(Producer other) {
            return new Producer(
                    both(service, other.service), both(host, other.host), both(environment, other.environment));
        }
    }

    /** Returns this row, with another row's fields as fallback, except for message and kept fields. */
    Dialect then(Dialect other) {
        return new Dialect(
                name,
                knownBy,
                message,
                both(level, other.level),
                both(time, other.time),
                producer.then(other.producer),
                both(error, other.error),
                kept,
                both(trace, other.trace));
    }

    boolean fits(ObjectNode object) {
        for (Field field : knownBy) {
            if (field.in(object) == null) {
                return false;
            }
        }
        return message(object) != null;
    }

    /** Returns the message as a value or an object that contains it; null if there is none. */
    @Nullable
    JsonNode message(ObjectNode object) {
        for (Field field : message) {
            JsonNode value = field.in(object);
            if (value != null && !value.isBoolean()) {
                return field.isTemplate()
                        ? JsonNodeFactory.instance.textNode(
                                MessageTemplate.fill(value.textValue(), object, LogFormats.MAX_BYTES))
                        : value;
            }
        }
        return null;
    }

    PartialEvent draft(ObjectNode object, String whole) {
        return new PartialEvent(
                first(object, time, Times::of),
                first(object, level, Levels::of),
                new Resource(
                        service(object),
                        Field.name(object, producer.host()),
                        Field.name(object, producer.environment())),
                Field.name(object, trace),
                whole);
    }

    /** Returns the service: of a path, such as a log group, the last part; of a Rust module, the crate. */
    private @Nullable String service(ObjectNode object) {
        String name = Field.name(object, producer.service());
        if (name == null) {
            return null;
        }
        int module = name.indexOf("::");
        String service = module < 0
                ? name.substring(name.startsWith("/") ? name.lastIndexOf('/') + 1 : 0)
                : name.substring(0, module);
        return service.isBlank() || PlainText.isDriver(service) ? null : service;
    }

    /** Returns the texts of the error and then the kept fields as JSON. */
    List<String> details(ObjectNode object) {
        List<String> details = new ArrayList<>();
        for (Field field : error) {
            JsonNode value = field.family(object);
            if (value != null) {
                details.add(ErrorText.of(value));
            }
        }
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        for (Field field : kept) {
            JsonNode value = field.in(object);
            if (value != null) {
                rest.set(field.path(), value);
            }
        }
        if (!rest.isEmpty()) {
            details.add(rest.toString());
        }
        return details;
    }

    private static <T> @Nullable T first(
            ObjectNode object, List<Field> fields, Function<JsonNode, @Nullable T> reader) {
        for (Field field : fields) {
            JsonNode value = field.in(object);
            T found = value == null ? null : reader.apply(value);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static List<Field> both(List<Field> first, List<Field> second) {
        return Stream.concat(
                        first.stream(),
                        second.stream()
                                .filter(field -> first.stream()
                                        .noneMatch(own -> own.path().equals(field.path()))))
                .toList();
    }
}
