package dev.mendline.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mendline.model.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/** All types that stand on a topic, however deep, each with what a published schema says of it. */
final class WireTypes {
    private final Map<Class<?>, JsonNode> definitions = new LinkedHashMap<>();

    private WireTypes() {}

    static Map<Class<?>, JsonNode> all() {
        WireTypes types = new WireTypes();
        for (WireSchema schema : WireSchema.values()) {
            types.visit(schema.type, Json.read(WireSchema.read(schema.published()), JsonNode.class));
        }
        return types.definitions;
    }

    private void visit(Type type, JsonNode schema) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                visit(argument, schema);
            }
        } else if (type instanceof Class<?> plain) {
            if (plain.isSealed()) {
                for (Class<?> each : plain.getPermittedSubclasses()) {
                    visit(each, schema);
                }
            } else if (schema.path("$defs").has(SchemaWriter.name(plain)) && !definitions.containsKey(plain)) {
                definitions.put(plain, schema.path("$defs").path(SchemaWriter.name(plain)));
                if (plain.isRecord()) {
                    Property.of(plain).forEach(property -> visit(property.type(), schema));
                }
            }
        }
    }
}
