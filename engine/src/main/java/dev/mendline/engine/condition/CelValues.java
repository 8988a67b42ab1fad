package dev.mendline.engine.condition;

import dev.cel.common.exceptions.CelAttributeNotFoundException;
import dev.cel.common.values.SelectableValue;
import dev.mendline.model.Json;
import dev.mendline.model.probe.Node;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Conversion of records to CEL values: structures by JSON name. An unknown value is empty (0, empty text, empty list,
 * false), so conditions need no null checks. An unknown nested record is absent, so {@code has()} is false.
 */
final class CelValues {
    /** Structure for CEL with direct access to fields. CEL would iterate over a map on each evaluation. */
    record Struct(Map<String, Object> fields) implements SelectableValue<String> {
        @Override
        public Object select(String field) {
            return find(field).orElseThrow(() -> CelAttributeNotFoundException.forFieldResolution(field));
        }

        @Override
        public Optional<Object> find(String field) {
            return Optional.ofNullable(fields.get(field));
        }
    }

    private CelValues() {}

    static Struct of(Record value) {
        return new Struct(fields(value.getClass(), Json.map(value)));
    }

    /** Returns true if CEL treats the type as a structure; a node is a text. */
    static boolean isStruct(Type type) {
        return type instanceof Class<?> record && record.isRecord() && record != Node.class;
    }

    static boolean isNumber(Type type) {
        return type == int.class || type == long.class || type == Integer.class || type == Long.class;
    }

    static boolean isBool(Type type) {
        return type == boolean.class || type == Boolean.class;
    }

    /** Returns all fields of a record, to be extended by the caller; those that {@code json} lacks are unknown. */
    static Map<String, Object> fields(Class<?> record, Map<?, ?> json) {
        Map<String, Object> struct = new HashMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            Object known = json.get(component.getName());
            if (known != null || !isStruct(component.getType())) {
                struct.put(component.getName(), value(component.getGenericType(), known));
            }
        }
        return struct;
    }

    private static Object value(Type type, @Nullable Object json) {
        if (type instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            return json instanceof List<?> values
                    ? values.stream().map(one -> value(element, one)).toList()
                    : List.of();
        }
        if (isStruct(type) && json instanceof Map<?, ?> fields) {
            return new Struct(fields((Class<?>) type, fields));
        }
        if (isBool(type)) {
            return Boolean.TRUE.equals(json);
        }
        if (isNumber(type)) {
            return json instanceof Number number ? number.longValue() : 0L;
        }
        return json == null ? "" : json.toString();
    }
}
