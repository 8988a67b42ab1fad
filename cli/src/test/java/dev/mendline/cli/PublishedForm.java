package dev.mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.mendline.model.Json;
import dev.mendline.model.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;

/** The value, key and headers of a topic's records, as the README beside the schemas has them. */
public record PublishedForm(String schema, Function<JsonNode, String> key, List<String> headers) {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    public static PublishedForm of(String topic, Topics topics) {
        if (topic.equals(topics.journal())) {
            return new PublishedForm("journal", PublishedForm::journalKey, List.of());
        }
        if (topic.equals(topics.incidents())) {
            return new PublishedForm("incident", value -> value.path("id").asText(), List.of());
        }
        if (topic.equals(topics.notifications())) {
            return new PublishedForm(
                    "notification",
                    value -> value.path("incident").asText() + "|"
                            + value.path("destination").asText(),
                    List.of());
        }
        if (topic.equals(topics.unclassified())) {
            return new PublishedForm(
                    "unclassified", value -> value.path("service").asText(), List.of());
        }
        return topic.equals(topics.deadLetters())
                ? new PublishedForm("dead-letter", PublishedForm::place, List.of())
                : new PublishedForm("probe-request", value -> value.path("site").asText(), List.of("zone"));
    }

    private static String journalKey(JsonNode value) {
        return value.path("type").asText().equals("tick")
                ? "tick-" + value.path("partition")
                : value.path("site").asText();
    }

    private static String place(JsonNode value) {
        JsonNode source = value.path("source");
        return source.path(0).asText() + "-" + source.path(1) + "@" + source.path(2);
    }

    public void assertHolds(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            assertThat(schema).as("only compacted topics have tombstones").isIn("incident", "notification");
            return;
        }
        String json = new String(record.value(), StandardCharsets.UTF_8);
        assertThat(SCHEMAS.getSchema(
                                SchemaLocation.of("classpath:dev/mendline/model/schema/" + schema + ".schema.json"))
                        .validate(json, InputFormat.JSON))
                .as("by the schema %s: %s", schema, json)
                .isEmpty();
        assertThat(record.key()).as(schema).isEqualTo(key.apply(Json.read(record.value(), JsonNode.class)));
        assertThat(record.timestampType() == TimestampType.LOG_APPEND_TIME)
                .as("the broker's time beside a %s", schema)
                .isEqualTo(schema.equals("journal"));
        assertThat(record.headers()).as(schema).extracting(Header::key).isEqualTo(headers);
    }
}
