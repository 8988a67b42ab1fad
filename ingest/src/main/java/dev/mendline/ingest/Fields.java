package dev.mendline.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds a field by its dotted path; {@code log.level} is the key with the dot and the key within {@code log} alike. */
final class Fields {
    /** Longest name of a service or level that is believed. */
    private static final int MAX_NAME = 200;

    private Fields() {}

    static @Nullable JsonNode find(JsonNode object, String path) {
        JsonNode whole = object.get(path);
        if (whole != null) {
            return whole.isNull() ? null : whole;
        }
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            JsonNode inner = object.get(path.substring(0, dot));
            JsonNode found = inner == null ? null : find(inner, path.substring(dot + 1));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The field, or, when there are only dotted keys below it, an object made of them. */
    static @Nullable JsonNode family(ObjectNode object, String path) {
        JsonNode found = find(object, path);
        if (found != null) {
            return found;
        }
        ObjectNode family = JsonNodeFactory.instance.objectNode();
        String prefix = path + ".";
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getKey().startsWith(prefix)) {
                family.set(field.getKey().substring(prefix.length()), field.getValue());
            }
        }
        return family.isEmpty() ? null : family;
    }

    /** The first of the fields that holds a short text. */
    static @Nullable String name(JsonNode object, List<String> paths) {
        for (String path : paths) {
            JsonNode value = find(object, path);
            if (value != null && value.isTextual() && !value.textValue().isBlank()) {
                String name = value.textValue().strip();
                return name.length() > MAX_NAME ? name.substring(0, MAX_NAME) : name;
            }
        }
        return null;
    }
}
