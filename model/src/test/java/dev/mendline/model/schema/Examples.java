package dev.mendline.model.schema;

import dev.mendline.model.probe.Node;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of any record, made up from its components: full ones, with each type of journal record and of facts once, and a
 * bare one with nothing in it that need not be. What a constructor demands beyond its types it must get here.
 */
final class Examples {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private final boolean full;
    /** Which of the types where there are several. */
    private final int choice;

    private Examples(boolean full, int choice) {
        this.full = full;
        this.choice = choice;
    }

    static List<Object> of(Class<?> type) {
        List<Object> examples = new ArrayList<>();
        for (Class<?> each : type.isSealed() ? type.getPermittedSubclasses() : new Class<?>[] {type}) {
            examples.add(new Examples(false, 0).record(each));
            for (int i = 0; i < choices(each); i++) {
                examples.add(new Examples(true, i).record(each));
            }
        }
        return examples;
    }

    /** How many types there are to choose from, at most, anywhere in a record. */
    private static int choices(Type type) {
        if (type instanceof ParameterizedType generic) {
            return choices(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1]);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isSealed()) {
            return plain.getPermittedSubclasses().length;
        }
        return !plain.isRecord()
                ? 1
                : Arrays.stream(plain.getRecordComponents())
                        .mapToInt(component -> choices(component.getGenericType()))
                        .max()
                        .orElse(1);
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<Property> properties = Property.of(type);
        Object[] values = Arrays.stream(components)
                .map(component -> component(properties, component.getName()))
                .toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new AssertionError("no example of " + type.getSimpleName() + " could be made of "
                    + Arrays.toString(values) + ": " + e.getCause() + "; teach Examples what it demands");
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private @Nullable Object component(List<Property> properties, String name) {
        for (Property teller : properties) {
            if (name.equals(teller.toldBy()) && teller.type() instanceof Class<?> told) {
                return SchemaWriter.typeName(chosen(told));
            }
        }
        Property property = properties.stream()
                .filter(each -> each.component().equals(name))
                .findFirst()
                .orElseThrow();
        return property.nullable() && !full ? null : value(property.type());
    }

    private Class<?> chosen(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted[choice % permitted.length];
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? (full ? List.of(value(arguments[0])) : List.of())
                    : (full ? Map.of("some", value(arguments[1])) : Map.of());
        }
        Class<?> plain = (Class<?>) type;
        if (plain == Node.class) {
            return Node.of("amber-shard-00-00.q7f3k.mongodb.net:27017");
        }
        if (plain.isEnum()) {
            // A pass has no reason, and stands first.
            Object[] constants = plain.getEnumConstants();
            return constants[full ? constants.length - 1 : 0];
        }
        if (plain.isSealed()) {
            return record(chosen(plain));
        }
        return plain.isRecord() ? record(plain) : simple(plain);
    }

    private static Object simple(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return true;
        }
        if (type == int.class || type == Integer.class) {
            return 1;
        }
        if (type == double.class || type == Double.class) {
            return 0.5;
        }
        return type == Instant.class ? AT : 1L;
    }
}
