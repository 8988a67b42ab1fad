package dev.mendline.model.schema;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;

/**
 * An enum is open when one of its constants stands for those that a reader does not know, else closed. A closed one is an
 * {@code enum}; an open one is not, or no validator would let a new value through.
 */
final class EnumForm {
    static final String CLOSED = "enum";
    static final String OPEN = "x-extensible-enum";
    private static final String MEANINGS = "x-enumDescriptions";

    private EnumForm() {}

    static ObjectNode of(Class<?> type, Descriptions descriptions) {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        Optional<String> unknown = unknown(type);
        unknown.ifPresent(word -> form.put(
                "description",
                descriptions.of(type) + " Values may be added: take one that you do not know for `" + word + "`."));
        form.put("type", "string");
        ArrayNode words = form.putArray(unknown.isPresent() ? OPEN : CLOSED);
        ObjectNode meanings = JsonNodeFactory.instance.objectNode();
        for (Object constant : type.getEnumConstants()) {
            String word = PlainText.wireWord(constant);
            words.add(word);
            descriptions.of(type, (Enum<?>) constant).ifPresent(meaning -> meanings.put(word, meaning));
        }
        if (!meanings.isEmpty()) {
            form.set(MEANINGS, meanings);
        }
        return form;
    }

    private static Optional<String> unknown(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> isDefault(type, (Enum<?>) constant))
                .map(PlainText::wireWord)
                .findFirst();
    }

    private static boolean isDefault(Class<?> type, Enum<?> constant) {
        try {
            return type.getField(constant.name()).isAnnotationPresent(JsonEnumDefaultValue.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
