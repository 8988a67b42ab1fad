package dev.mendline.model.schema;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendline.model.facts.ProbeKind;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Writes one topic's schema (JSON Schema, draft 2020-12) from its records, as Jackson's annotations say they are written. */
final class SchemaWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Map<Class<?>, String> NUMBERS =
            Map.of(int.class, "int32", Integer.class, "int32", long.class, "int64", Long.class, "int64");

    private final ObjectNode definitions = JSON.objectNode();
    private final Descriptions descriptions;
    private final JsonNode released;

    SchemaWriter(SourceDocs docs, Optional<JsonNode> released) {
        this.descriptions = new Descriptions(docs);
        this.released = released.orElse(MissingNode.getInstance()).path("$defs");
    }

    ObjectNode write(WireSchema schema) {
        ObjectNode root = JSON.objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", schema.uri())
                .put("title", schema.title);
        if (schema.type.isSealed()) {
            root.put(
                    "description",
                    descriptions.of(schema.type)
                            + " Others may be added: skip a record of a type that you do not know.");
            ArrayNode oneOf = root.putArray("oneOf");
            for (Class<?> each : schema.type.getPermittedSubclasses()) {
                oneOf.add(reference(each));
            }
        } else {
            root.put("description", descriptions.of(schema.type));
            root.setAll(reference(schema.type));
        }
        root.set("$defs", definitions);
        return root;
    }

    /** An inner type bears the name of the one around it before its own. */
    static String name(Class<?> type) {
        return (type.getEnclosingClass() == null ? "" : name(type.getEnclosingClass())) + type.getSimpleName();
    }

    private ObjectNode reference(Class<?> type) {
        String name = name(type);
        if (!definitions.has(name)) {
            ObjectNode definition = definitions.putObject(name).put("description", descriptions.of(type));
            if (type.isEnum()) {
                definition.setAll(EnumForm.of(type, descriptions));
            } else if (jsonValue(type).isPresent()) {
                definition.setAll(
                        simple(jsonValue(type).orElseThrow().getReturnType()).orElseThrow());
            } else if (isArray(type)) {
                array(definition, type);
            } else if (type.isRecord()) {
                object(definition, type);
            } else {
                throw new IllegalArgumentException("no JSON form is known of " + type + "; teach it to SchemaWriter");
            }
        }
        return JSON.objectNode().put("$ref", "#/$defs/" + name);
    }

    private static Optional<Method> jsonValue(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(JsonValue.class))
                .findFirst();
    }

    private static boolean isArray(Class<?> type) {
        JsonFormat format = type.getAnnotation(JsonFormat.class);
        return format != null && format.shape() == JsonFormat.Shape.ARRAY;
    }

    private void array(ObjectNode definition, Class<?> type) {
        List<Property> properties = Property.of(type);
        definition.put("type", "array");
        ArrayNode items = definition.putArray("prefixItems");
        properties.forEach(each -> items.addObject().put("title", each.name()).setAll(described(type, each)));
        definition.put("minItems", properties.size()).put("maxItems", properties.size());
    }

    private void object(ObjectNode definition, Class<?> type) {
        definition.put("type", "object");
        ObjectNode properties = definition.putObject("properties");
        ArrayNode required = definition.putArray("required");
        typeId(type).ifPresent(id -> {
            properties
                    .putObject(id.property())
                    .put("description", "Which type of record this is.")
                    .put("const", typeName(type));
            required.add(id.property());
        });
        for (Property each : Property.of(type)) {
            properties.set(each.name(), described(type, each));
            if (isRequired(name(type), each.name())) {
                required.add(each.name());
            }
            if (each.toldBy() != null) {
                definition.set("allOf", choices(each));
            }
        }
    }

    private static Optional<JsonTypeInfo> typeId(Class<?> type) {
        return Arrays.stream(type.getInterfaces())
                .map(each -> each.getAnnotation(JsonTypeInfo.class))
                .filter(each -> each != null)
                .findFirst();
    }

    /** The name by which JSON tells that type from its siblings. */
    static String typeName(Class<?> type) {
        return Arrays.stream(ProbeKind.values())
                .filter(kind -> kind.facts() == type)
                .map(ProbeKind::id)
                .findFirst()
                .orElseGet(() -> type.getAnnotation(JsonTypeName.class).value());
    }

    /** What was added after a type's first release is missing in older records. */
    private boolean isRequired(String type, String property) {
        return !released.has(type)
                || StreamSupport.stream(released.path(type).path("required").spliterator(), false)
                        .anyMatch(each -> each.asText().equals(property));
    }

    /** What the property has to be, by what the other one beside it says; whatever it is where that is not known. */
    private ArrayNode choices(Property property) {
        ArrayNode choices = JSON.arrayNode();
        for (Class<?> each : ((Class<?>) property.type()).getPermittedSubclasses()) {
            ObjectNode choice = choices.addObject();
            choice.putObject("if")
                    .putObject("properties")
                    .putObject(String.valueOf(property.toldBy()))
                    .put("const", typeName(each));
            choice.putObject("then")
                    .putObject("properties")
                    .set(property.name(), property.nullable() ? orNull(reference(each)) : reference(each));
        }
        return choices;
    }

    private ObjectNode described(Class<?> type, Property property) {
        ObjectNode described = JSON.objectNode().put("description", descriptions.of(type, property));
        ObjectNode value = property.toldBy() == null
                ? value(property.type())
                : JSON.objectNode().put("type", "object");
        return described.setAll(property.nullable() ? orNull(value) : value);
    }

    private static ObjectNode orNull(ObjectNode value) {
        if (!value.has("type")) {
            ObjectNode either = JSON.objectNode();
            either.putArray("anyOf").add(value).addObject().put("type", "null");
            return either;
        }
        value.set("type", JSON.arrayNode().add(value.get("type")).add("null"));
        return value;
    }

    private ObjectNode value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            boolean list = generic.getRawType() == List.class;
            ObjectNode value = JSON.objectNode().put("type", list ? "array" : "object");
            return value.set(list ? "items" : "additionalProperties", value(arguments[arguments.length - 1]));
        }
        return simple((Class<?>) type).orElseGet(() -> reference((Class<?>) type));
    }

    private static Optional<ObjectNode> simple(Class<?> type) {
        ObjectNode value = JSON.objectNode();
        if (type == String.class) {
            return Optional.of(value.put("type", "string"));
        }
        if (type == boolean.class || type == Boolean.class) {
            return Optional.of(value.put("type", "boolean"));
        }
        if (type == double.class || type == Double.class) {
            return Optional.of(value.put("type", "number"));
        }
        if (type == Instant.class) {
            return Optional.of(value.put("type", "string").put("format", "date-time"));
        }
        return Optional.ofNullable(NUMBERS.get(type))
                .map(format -> value.put("type", "integer").put("format", format));
    }
}
