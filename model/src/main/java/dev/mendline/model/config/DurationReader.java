package dev.mendline.model.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Deserializer of {@link Durations}. */
final class DurationReader extends StdDeserializer<Duration> {
    private static final long serialVersionUID = 1L;

    DurationReader() {
        super(Duration.class);
    }

    @Override
    public @Nullable Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        try {
            return Durations.of(parser.getText());
        } catch (IllegalArgumentException e) {
            return context.reportInputMismatch(Duration.class, "%s", String.valueOf(e.getMessage()));
        }
    }
}
