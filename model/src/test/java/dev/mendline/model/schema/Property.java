package dev.mendline.model.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One component of a record, and how it is called in JSON.
 *
 * @param component its name in Java
 * @param toldBy the property beside it that says which of several types it has; null where it has but one
 */
record Property(
        String name,
        String component,
        Type type,
        boolean nullable,
        @Nullable String toldBy) {
    /** All of a record, in the order in which they are written. */
    static List<Property> of(Class<?> type) {
        JsonPropertyOrder order = type.getAnnotation(JsonPropertyOrder.class);
        List<String> first = order == null ? List.of() : List.of(order.value());
        return Arrays.stream(type.getRecordComponents())
                .map(component -> of(type, component))
                .sorted(Comparator.comparingInt(
                        each -> first.contains(each.name) ? first.indexOf(each.name) : first.size()))
                .toList();
    }

    private static Property of(Class<?> type, RecordComponent component) {
        return new Property(
                annotation(type, component, JsonProperty.class)
                        .map(JsonProperty::value)
                        .orElse(component.getName()),
                component.getName(),
                component.getGenericType(),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                annotation(type, component, JsonTypeInfo.class)
                        .map(JsonTypeInfo::property)
                        .orElse(null));
    }

    private static <A extends Annotation> Optional<A> annotation(
            Class<?> type, RecordComponent component, Class<A> annotation) {
        try {
            return Optional.ofNullable(
                    type.getDeclaredField(component.getName()).getAnnotation(annotation));
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
