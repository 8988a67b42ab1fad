package dev.mendline.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Message template filled from the event's own properties: {@code Lost {Host} after {Elapsed:0.0} ms}. */
final class MessageTemplate {
    private static final Pattern HOLE = Pattern.compile("\\{[@$]?(\\w{1,100}+)(?:[,:][^{}]*+)?\\}");

    private MessageTemplate() {}

    /** Fills at most {@code maxLength} characters; further placeholders stay as they are. */
    static String fill(String template, ObjectNode properties, int maxLength) {
        StringBuilder filled = new StringBuilder();
        Matcher hole = HOLE.matcher(template);
        int from = 0;
        while (filled.length() < maxLength && hole.find()) {
            JsonNode value = properties.get(hole.group(1));
            filled.append(template, from, hole.start()).append(value == null ? hole.group() : text(value));
            from = hole.end();
        }
        return filled.append(template, from, template.length()).toString();
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
