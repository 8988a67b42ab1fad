package dev.mendline.model.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Properties;

/**
 * The sentence beside each property: its {@code @param}, else what {@code words.properties} says of the name that it
 * shares with others, else what its type is.
 */
final class Descriptions {
    private final SourceDocs docs;
    private final Properties words = new Properties();

    Descriptions(SourceDocs docs) {
        this.docs = docs;
        try (var reader = Files.newBufferedReader(
                WireSchema.MODEL.resolve("test/resources/dev/mendline/model/schema/words.properties"),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String of(Class<?> type) {
        return docs.of(type)
                .map(Descriptions::sentence)
                .orElseThrow(() -> new IllegalArgumentException(type.getName() + " has no Javadoc to describe it"));
    }

    Optional<String> of(Class<?> type, Enum<?> constant) {
        return docs.of(type, constant.name()).map(Descriptions::sentence);
    }

    String of(Class<?> type, Property property) {
        return docs.of(type, property.component())
                .or(() -> Optional.ofNullable(words.getProperty(property.name())))
                .or(() -> docs.of(element(property.type())))
                .map(Descriptions::sentence)
                .orElseThrow(() -> new IllegalArgumentException("nothing describes " + SchemaWriter.name(type) + "."
                        + property.component() + ": say it in a @param of the record's Javadoc"));
    }

    private static Class<?> element(Type type) {
        return type instanceof ParameterizedType generic
                ? element(generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1])
                : (Class<?>) type;
    }

    private static String sentence(String text) {
        String upper =
                text.matches("[a-z]+[ ,;:].*") ? Character.toUpperCase(text.charAt(0)) + text.substring(1) : text;
        return upper.endsWith(".") ? upper : upper + ".";
    }
}
