package dev.mendline.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JSON field with a dotted path; {@code log.level} matches both a key with a dot and nested keys. It is parsed once
 * because it is used for each record.
 */
final class Field {
    /** Maximum length of a service name. */
    private static final int MAX_NAME = 200;

    private static final String TEXT = ":text";
    private static final String NUMBER = ":number";
    private static final String TEMPLATE = "{}";

    private enum Kind {
        ANY,
        TEXT,
        NUMBER
    }

    private record Split(String head, Field rest) {}

    private final String path;
    private final Kind kind;
    private final boolean template;
    private final List<Split> splits = new ArrayList<>();

    private Field(String path, Kind kind, boolean template) {
        this.path = path;
        this.kind = kind;
        this.template = template;
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            splits.add(new Split(path.substring(0, dot), new Field(path.substring(dot + 1), kind, template)));
        }
    }

    /** Parses a field; a suffix {@code :text} or {@code :number} requires that type, {@code {}} marks a template. */
    static Field of(String spec) {
        if (spec.endsWith(TEXT)) {
            return new Field(spec.substring(0, spec.length() - TEXT.length()), Kind.TEXT, false);
        }
        if (spec.endsWith(NUMBER)) {
            return new Field(spec.substring(0, spec.length() - NUMBER.length()), Kind.NUMBER, false);
        }
        return spec.endsWith(TEMPLATE)
                ? new Field(spec.substring(0, spec.length() - TEMPLATE.length()), Kind.TEXT, true)
                : new Field(spec, Kind.ANY, false);
    }

    static List<Field> all(String... specs) {
        return Stream.of(specs).map(Field::of).toList();
    }

    String path() {
        return path;
    }

    boolean isTemplate() {
        return template;
    }

    /** Returns the value; null if it is missing, {@code null} or of another type. */
    @Nullable
    JsonNode in(JsonNode object) {
        JsonNode whole = object.get(path);
        if (whole != null) {
            return fits(whole) ? whole : null;
        }
        for (Split split : splits) {
            JsonNode inner = object.get(split.head());
            JsonNode found = inner == null ? null : split.rest().in(inner);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Returns the value, or an object built from the dotted keys below it. */
    @Nullable
    JsonNode family(ObjectNode object) {
        JsonNode found = in(object);
        if (found != null) {
            return found;
        }
        ObjectNode family = null;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String key = field.getKey();
            if (key.length() > path.length() && key.charAt(path.length()) == '.' && key.startsWith(path)) {
                family = family == null ? JsonNodeFactory.instance.objectNode() : family;
                family.set(key.substring(path.length() + 1), field.getValue());
            }
        }
        return family;
    }

    /** Returns the first field with a text, shortened. */
    static @Nullable String name(JsonNode object, List<Field> fields) {
        for (Field field : fields) {
            JsonNode value = field.in(object);
            if (value != null && value.isTextual() && !value.textValue().isBlank()) {
                String name = value.textValue().strip();
                return name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
            }
        }
        return null;
    }

    private boolean fits(JsonNode value) {
        return switch (kind) {
            case ANY -> !value.isNull();
            case TEXT -> value.isTextual();
            case NUMBER -> value.isNumber();
        };
    }
}
