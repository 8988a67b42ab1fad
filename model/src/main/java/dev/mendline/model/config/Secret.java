package dev.mendline.model.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Secret value that appears neither in {@link #toString} nor in JSON nor in errors. */
public final class Secret {
    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    public static Secret of(String value) {
        return new Secret(value);
    }

    /** Returns the value, for the one call that needs it. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "‹secret›";
    }

    /** Deserializer of secrets. Configuration contains only their source: {@code {env: NAME}} or {@code {file: PATH}}. */
    static final class Reader extends StdDeserializer<Secret> {
        private static final long serialVersionUID = 1L;

        Reader() {
            super(Secret.class);
        }

        @Override
        public @Nullable Secret deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                parser.skipChildren();
                return context.reportInputMismatch(
                        Secret.class,
                        "a secret must not be written in this file; allowed: {env: NAME} or {file: PATH}");
            }
            JsonNode where = context.readTree(parser);
            if (where.size() == 1 && where.path("env").isTextual()) {
                String name = where.path("env").textValue();
                String value = System.getenv(name);
                return value != null && !value.isEmpty()
                        ? Secret.of(value)
                        : context.reportInputMismatch(Secret.class, "environment variable %s is not set", name);
            }
            if (where.size() == 1 && where.path("file").isTextual()) {
                Path path = Path.of(where.path("file").textValue());
                return Files.isReadable(path)
                        ? Secret.of(Files.readString(path).strip())
                        : context.reportInputMismatch(Secret.class, "the file %s cannot be read", path);
            }
            return context.reportInputMismatch(Secret.class, "not a secret; allowed: {env: NAME} or {file: PATH}");
        }
    }
}
