package dev.mendline.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendline.model.log.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Parser of OTLP's JSON form (opentelemetry-proto, logs.proto), in which one Kafka record contains many log records.
 */
final class Otlp {
    private static final List<Field> SERVICE =
            Field.all("service.name", "k8s.deployment.name", "k8s.container.name", "container.name", "faas.name");
    private static final List<Field> HOST = Field.all("host.name", "k8s.pod.name", "k8s.node.name");
    private static final List<Field> ENVIRONMENT = Field.all("deployment.environment.name", "deployment.environment");
    private static final List<Field> ERROR = Field.all("exception", "error");

    private Otlp() {}

    /** Log record whose body is not parsed yet. */
    record LogRecord(PartialEvent draft, JsonNode body, List<String> details) {}

    static List<LogRecord> records(JsonNode resourceLogs) {
        List<LogRecord> records = new ArrayList<>();
        for (JsonNode batch : resourceLogs) {
            Resource resource = resource(attributes(batch.path("resource").path("attributes")));
            for (JsonNode scope : batch.path("scopeLogs")) {
                scope.path("logRecords").forEach(log -> records.add(record(log, resource)));
            }
        }
        return records;
    }

    private static LogRecord record(JsonNode log, Resource resource) {
        ObjectNode attributes = attributes(log.path("attributes"));
        List<String> details = ERROR.stream()
                .map(field -> field.family(attributes))
                .filter(Objects::nonNull)
                .map(ErrorText::of)
                .toList();
        return new LogRecord(
                new PartialEvent(time(log), severity(log), resource, trace(log), ""), value(log.path("body")), details);
    }

    private static Resource resource(ObjectNode attributes) {
        return new Resource(
                Field.name(attributes, SERVICE), Field.name(attributes, HOST), Field.name(attributes, ENVIRONMENT));
    }

    private static @Nullable String trace(JsonNode log) {
        String trace = log.path("traceId").asText();
        return trace.isEmpty() ? null : trace;
    }

    private static @Nullable LogTime time(JsonNode log) {
        return Stream.of("timeUnixNano", "observedTimeUnixNano")
                .map(name -> Times.of(log.path(name)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String severity(JsonNode log) {
        String byNumber = Levels.otel(log.path("severityNumber").asInt());
        return byNumber == null ? Levels.of(log.path("severityText")) : byNumber;
    }

    private static ObjectNode attributes(JsonNode list) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        list.forEach(entry -> attributes.set(entry.path("key").asText(), value(entry.path("value"))));
        return attributes;
    }

    /** Returns the plain JSON value of an AnyValue. */
    private static JsonNode value(JsonNode any) {
        if (any.has("kvlistValue")) {
            return attributes(any.path("kvlistValue").path("values"));
        }
        if (any.has("arrayValue")) {
            ArrayNode values = JsonNodeFactory.instance.arrayNode();
            any.path("arrayValue").path("values").forEach(element -> values.add(value(element)));
            return values;
        }
        return any.isObject() && !any.isEmpty() ? any.iterator().next() : JsonNodeFactory.instance.textNode("");
    }
}
