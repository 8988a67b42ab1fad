package dev.mendline.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reader of nested formats around a log event: a container prefix, a JSON string, an array, or an object whose message
 * is JSON, at most {@value #MAX_LAYERS} layers. Anything else is plain text. Each instance reads one record.
 */
final class EnvelopeReader {
    private static final int MAX_LAYERS = 3;
    static final int MAX_DEPTH = 1000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private @Nullable ReadProblem problem;

    @Nullable
    ReadProblem problem() {
        return problem;
    }

    List<PartialEvent> open(String line) {
        return open(line, 0);
    }

    private List<PartialEvent> open(String line, int layer) {
        PlainText.Bare bare = PlainText.bare(line);
        if (bare.text().isBlank()) {
            return List.of();
        }
        JsonNode json = layer <= MAX_LAYERS ? json(bare.text()) : null;
        if (json instanceof ObjectNode object) {
            List<PartialEvent> drafts = within(bare, open(object, bare.text(), layer));
            return Dialects.isServer(object)
                    ? drafts.stream().map(draft -> draft.or(PlainText.SERVER)).toList()
                    : drafts;
        }
        if (json != null && json.isTextual()) {
            return within(bare, open(json.textValue(), layer + 1));
        }
        if (json != null && isBatch(json)) {
            List<PartialEvent> drafts = new ArrayList<>();
            json.forEach(element -> drafts.addAll(open((ObjectNode) element, element.toString(), layer)));
            return within(bare, drafts);
        }
        int lineEnd = bare.text().indexOf('\n');
        if (lineEnd > 0 && json(bare.text().substring(0, lineEnd)) instanceof ObjectNode object) {
            return within(
                    bare,
                    withLines(
                            open(object, object.toString(), layer), bare.text().substring(lineEnd + 1)));
        }
        return List.of(PlainText.complete(PartialEvent.EMPTY.withText(bare.text()), bare.says()));
    }

    private static List<PartialEvent> within(PlainText.Bare bare, List<PartialEvent> drafts) {
        return drafts.stream().map(draft -> draft.or(bare.says())).toList();
    }

    /** Appends the text lines that follow an event in JSON, such as a stack trace, to the event. */
    private static List<PartialEvent> withLines(List<PartialEvent> drafts, String lines) {
        if (drafts.size() != 1) {
            return drafts;
        }
        PartialEvent one = drafts.get(0);
        return List.of(one.withText(ErrorText.joined(one.text(), List.of(lines))));
    }

    private List<PartialEvent> open(ObjectNode object, String whole, int layer) {
        if (object.path("resourceLogs").isArray()) {
            return Otlp.records(object.path("resourceLogs")).stream()
                    .flatMap(record -> body(record, layer).stream())
                    .toList();
        }
        if (object.path("logEvents").isArray()) {
            PartialEvent outer = Dialects.CLOUDWATCH.draft(object, "");
            List<PartialEvent> drafts = new ArrayList<>();
            object.path("logEvents").forEach(event -> {
                if (event instanceof ObjectNode one) {
                    open(one, one.toString(), layer).forEach(draft -> drafts.add(draft.or(outer)));
                }
            });
            return drafts;
        }
        if (object.isEmpty()) {
            return List.of();
        }
        Dialect dialect = Dialects.of(object);
        PartialEvent outer = dialect.draft(object, whole);
        JsonNode message = dialect.message(object);
        if (message == null) {
            return List.of(outer);
        }
        List<PartialEvent> inner = message(message, outer, layer);
        if (inner.size() > 1) {
            return inner;
        }
        PartialEvent one = inner.isEmpty() ? outer.withText("") : inner.get(0);
        String text = ErrorText.joined(one.text(), dialect.details(object));
        return List.of(one.withText(text.isBlank() ? whole : text));
    }

    /** Returns the events in the message; values of the inner logger override those of the shipper. */
    private List<PartialEvent> message(JsonNode message, PartialEvent outer, int layer) {
        if (message instanceof ObjectNode object && layer < MAX_LAYERS) {
            return open(object, object.toString(), layer + 1).stream()
                    .map(draft -> draft.or(outer))
                    .toList();
        }
        String text = message.isValueNode() ? message.asText() : message.toString();
        if (isObject(text)) {
            return open(text, layer + 1).stream().map(draft -> draft.or(outer)).toList();
        }
        PlainText.Bare bare = PlainText.bare(text);
        if (bare.text().isBlank()) {
            return List.of();
        }
        return List.of(PlainText.complete(outer.withText(bare.text()), bare.says()));
    }

    private List<PartialEvent> body(Otlp.LogRecord record, int layer) {
        List<PartialEvent> inner = message(record.body(), record.draft(), layer);
        if (inner.size() > 1) {
            return inner;
        }
        PartialEvent one = inner.isEmpty() ? record.draft() : inner.get(0);
        String text = ErrorText.joined(one.text(), record.details());
        return text.isBlank() ? List.of() : List.of(one.withText(text));
    }

    private @Nullable JsonNode json(String text) {
        String start = text.stripLeading();
        if (start.isEmpty() || "{[\"".indexOf(start.charAt(0)) < 0) {
            return null;
        }
        try (JsonParser parser = MAPPER.createParser(text)) {
            try {
                return MAPPER.readTree(parser);
            } catch (StreamConstraintsException e) {
                if (parser.getParsingContext().getNestingDepth() >= MAX_DEPTH) {
                    problem = new ReadProblem(
                            ReadProblem.TOO_DEEP,
                            "The JSON nests deeper than " + MAX_DEPTH + " levels; it was read as text.");
                }
                return null;
            }
        } catch (IOException broken) {
            return null;
        }
    }

    private static boolean isBatch(JsonNode json) {
        for (JsonNode element : json) {
            if (!element.isObject()) {
                return false;
            }
        }
        return json.isArray() && !json.isEmpty();
    }

    private static boolean isObject(String text) {
        String start = text.stripLeading();
        return !start.isEmpty() && start.charAt(0) == '{';
    }
}
