package dev.mendline.model.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendline.model.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is what the schemas say, and they are not satisfied with less. */
class WireValuesTest {
    private static Stream<Arguments> examples() {
        return Stream.of(WireSchema.values())
                .flatMap(schema -> Examples.of(schema.type).stream().map(value -> Arguments.of(schema, value)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("examples")
    void a_record_is_written_as_its_schema_says(WireSchema schema, Object value) {
        assertThat(Validation.mistakes(schema, Json.read(Json.bytes(value), JsonNode.class)))
                .as(Json.text(value))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("examples")
    void no_key_stands_twice(WireSchema schema, Object value) {
        JsonMapper strict = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();

        assertThatCode(() -> strict.readTree(Json.bytes(value)))
                .as("%s %s", schema, Json.text(value))
                .doesNotThrowAnyException();
    }

    @Test
    void every_type_writes_the_keys_that_its_schema_knows_and_no_others() {
        WireTypes.all().forEach((type, definition) -> {
            if (definition.has("properties")) {
                assertThat(Examples.of(type))
                        .allSatisfy(value -> assertThat(names(Json.tree(value)))
                                .as(type.getSimpleName())
                                .isEqualTo(names(definition.path("properties"))));
            }
        });
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '`',
            value = {
                // The place, and what stands there instead; nothing for a missing key.
                "INCIDENT      | /id                          | -",
                "INCIDENT      | /target                      | -",
                "INCIDENT      | /id                          | 7",
                "INCIDENT      | /site                        | null",
                "INCIDENT      | /state                       | \"reopened\"",
                "INCIDENT      | /severity                    | \"grave\"",
                "INCIDENT      | /services                    | \"orders\"",
                "INCIDENT      | /services                    | null",
                "INCIDENT      | /openedAt                    | \"yesterday\"",
                "INCIDENT      | /openedAt                    | 1795341600",
                "INCIDENT      | /revision                    | 1.5",
                "INCIDENT      | /rate/0                      | {\"epochMinute\":1,\"count\":1}",
                "INCIDENT      | /rate/0                      | [1]",
                "INCIDENT      | /rate/0                      | [1,2,3]",
                "INCIDENT      | /diagnosis/verdict           | \"certain\"",
                "INCIDENT      | /diagnosis/candidates/0/for  | -",
                "INCIDENT      | /findings/0/outcome          | \"skipped\"",
                "INCIDENT      | /findings/0/reason           | 5",
                "INCIDENT      | /findings/0/facts/scheme     | -",
                "INCIDENT      | /findings/0/facts/hosts      | \"one\"",
                "INCIDENT      | /findings/0/facts            | \"none\"",
                "INCIDENT      | /findings/0/journal          | {\"partition\":0,\"offset\":1}",
                "JOURNAL       | /type                        | -",
                "JOURNAL       | /type                        | \"tick\"",
                "JOURNAL       | /symptom                     | -",
                "JOURNAL       | /count                       | \"1\"",
                "JOURNAL       | /captures                    | null",
                "JOURNAL       | /samples/0/source            | [\"logs\",0]",
                "PROBE_REQUEST | /deadline                    | \"soon\"",
                "PROBE_REQUEST | /zone                        | -",
                "NOTIFICATION  | /digest                      | -",
                "NOTIFICATION  | /revision                    | null",
                "UNCLASSIFIED  | /count                       | true",
                "UNCLASSIFIED  | /text                        | -",
                "DEAD_LETTER   | /source                      | \"logs-0@1\"",
                "DEAD_LETTER   | /reason                      | null",
            })
    void a_record_with_a_mistake_is_not_valid(WireSchema schema, String place, String instead) {
        JsonNode spoilt = Json.tree(Examples.of(schema.type).get(1));
        assertThat(Validation.mistakes(schema, spoilt)).isEmpty();
        int last = place.lastIndexOf('/');
        JsonNode around = spoilt.at(place.substring(0, last));
        String key = place.substring(last + 1);
        assertThat(around.isArray() || around.has(key)).as("%s is there", place).isTrue();

        if (around instanceof ObjectNode object) {
            object.remove(key);
            if (instead != null) {
                object.set(key, Json.read(instead, JsonNode.class));
            }
        } else {
            ((ArrayNode) around).set(Integer.parseInt(key), Json.read(String.valueOf(instead), JsonNode.class));
        }

        assertThat(Validation.mistakes(schema, spoilt)).as(spoilt.toString()).isNotEmpty();
    }

    /** What may be added is valid before it is known. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "INCIDENT | /                  | coming  | {\"a\":[1]}",
                "INCIDENT | /findings/0        | reason  | \"quite-new\"",
                "INCIDENT | /findings/0        | probe   | \"quite-new\"",
                "JOURNAL  | /captures          | coming  | 1",
            })
    void what_may_be_added_is_valid_already(WireSchema schema, String place, String key, String value) {
        ObjectNode newer = Json.tree(Examples.of(schema.type).get(1));

        ((ObjectNode) newer.at(place.equals("/") ? "" : place)).set(key, Json.read(value, JsonNode.class));

        assertThat(Validation.mistakes(schema, newer)).isEmpty();
    }
}
