package dev.mendline.notifier;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendline.notifier.channel.ChannelSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads one entry of {@code channels}: the key {@code type} selects the record that accepts the other keys. */
public final class ChannelSettingsReader extends JsonDeserializer<ChannelSettings> {
    private static final String TYPE = "type";

    @Override
    public ChannelSettings deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!(context.readTree(parser) instanceof ObjectNode entry)) {
            throw JsonMappingException.from(parser, "not a channel; allowed: keys and values");
        }
        JsonNode type = entry.remove(TYPE);
        Class<? extends ChannelSettings> settings;
        try {
            settings = ChannelTypes.settings(type == null || type.isNull() ? null : type.asText());
        } catch (IllegalArgumentException e) {
            throw JsonMappingException.from(parser, e.getMessage(), e);
        }
        try {
            return context.readTreeAsValue(entry, settings);
        } catch (UnrecognizedPropertyException e) {
            List<Object> allowed = new ArrayList<>(e.getKnownPropertyIds());
            allowed.add(TYPE);
            throw UnrecognizedPropertyException.from(parser, settings, e.getPropertyName(), allowed);
        }
    }
}
