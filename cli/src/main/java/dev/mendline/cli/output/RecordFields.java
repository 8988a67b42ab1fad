package dev.mendline.cli.output;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Components of a record by name, in their order. */
public final class RecordFields {
    private RecordFields() {}

    /** Returns the components. A value that JSON does not have is converted to text. */
    public static Map<String, @Nullable Object> of(Record record) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(record, component);
            fields.put(component.getName(), value == null || isPlain(value) ? value : value.toString());
        }
        return fields;
    }

    /** Returns false for null, false and an empty list. */
    static boolean isTelling(@Nullable Object value) {
        return value != null && !Boolean.FALSE.equals(value) && !(value instanceof List<?> list && list.isEmpty());
    }

    private static boolean isPlain(Object value) {
        return value instanceof List<?>
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Enum<?>;
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
