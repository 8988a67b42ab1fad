package dev.mendline.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendline.model.Json;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A schema that breaks a promise is found out, in whichever way it does; one that adds to it is not. */
class CompatibilityTest {
    private static Arguments change(
            WireSchema schema, String name, String definition, Consumer<ObjectNode> change, String breach) {
        return Arguments.of(schema, Named.of(name, change), definition, breach);
    }

    private static ObjectNode object(JsonNode parent, String key) {
        return (ObjectNode) parent.get(key);
    }

    private static void drop(JsonNode array, String text) {
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i).asText().equals(text)) {
                ((ArrayNode) array).remove(i);
            }
        }
    }

    private static Stream<Arguments> breaches() {
        return Stream.of(
                change(
                        WireSchema.INCIDENT,
                        "a field is removed",
                        "Incident",
                        it -> object(it, "properties").remove("flapping"),
                        "incident.flapping was removed or renamed; a field that was released stays"),
                change(
                        WireSchema.INCIDENT,
                        "a field deep within is renamed",
                        "TlsFactsCertificate",
                        it -> object(it, "properties")
                                .set("ends", object(it, "properties").remove("notAfter")),
                        "incident.findings[](tls).facts[0].chain[].notAfter was removed or renamed"),
                change(
                        WireSchema.INCIDENT,
                        "a field is of another type",
                        "Incident",
                        it -> object(it.get("properties"), "revision").put("type", "string"),
                        "incident.revision: its type was \"integer\" and is \"string\"; a new form needs a new name"),
                change(
                        WireSchema.INCIDENT,
                        "a number grows beyond its range",
                        "Incident",
                        it -> object(it.get("properties"), "revision").put("format", "int64"),
                        "incident.revision: its format was \"int32\" and is \"int64\""),
                change(
                        WireSchema.INCIDENT,
                        "a field may be null",
                        "Incident",
                        it -> object(it.get("properties"), "site")
                                .putArray("type")
                                .add("string")
                                .add("null"),
                        "incident.site: its type was \"string\" and is [\"string\",\"null\"]"),
                change(
                        WireSchema.INCIDENT,
                        "a field may be missing",
                        "Incident",
                        it -> drop(it.get("required"), "site"),
                        "incident.site may now be missing; readers were told that it is always there"),
                change(
                        WireSchema.INCIDENT,
                        "a new field is demanded",
                        "Incident",
                        it -> {
                            object(it, "properties").putObject("coming").put("type", "string");
                            ((ArrayNode) it.get("required")).add("coming");
                        },
                        "incident.coming is demanded now; older records do not have it"),
                change(
                        WireSchema.INCIDENT,
                        "a closed list of values grows",
                        "IncidentState",
                        it -> ((ArrayNode) it.get("enum")).add("parked"),
                        "incident.state: its values were [merged, open, resolved] and are [merged, open, parked, resolved]"),
                change(
                        WireSchema.INCIDENT,
                        "an open list of values shrinks",
                        "Reason",
                        it -> drop(it.get("x-extensible-enum"), "reset"),
                        "the values [reset] were removed; they stand in older records"),
                change(
                        WireSchema.INCIDENT,
                        "an array gets a place more",
                        "IncidentMinuteCount",
                        it -> ((ArrayNode) it.get("prefixItems")).addObject().put("type", "integer"),
                        "incident.rate[]: it had 2 places or forms and has 3"),
                change(
                        WireSchema.JOURNAL,
                        "facts are removed",
                        "Finding",
                        it -> ((ArrayNode) it.get("allOf")).remove(0),
                        "the type uri was removed; it stands in older records"),
                change(
                        WireSchema.JOURNAL,
                        "a type of record is called otherwise",
                        "Tick",
                        it -> object(it.get("properties"), "type").put("const", "tock"),
                        "journal: the type tick was removed; it stands in older records"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("breaches")
    void a_schema_that_breaks_its_promise_is_found_out(
            WireSchema schema, Consumer<ObjectNode> change, String definition, String breach) {
        JsonNode before = Json.read(WireSchema.read(schema.published()), JsonNode.class);
        JsonNode after = before.deepCopy();

        change.accept(object(after.path("$defs"), definition));

        assertThat(Compatibility.breaches(schema.id, before, after))
                .anySatisfy(sentence -> assertThat(sentence).contains(breach));
    }

    private static Stream<Arguments> additions() {
        return Stream.of(
                change(
                        WireSchema.INCIDENT,
                        "a field is added",
                        "Incident",
                        it -> object(it, "properties").putObject("coming").put("type", "string"),
                        ""),
                change(
                        WireSchema.INCIDENT,
                        "an open list of values grows",
                        "Reason",
                        it -> ((ArrayNode) it.get("x-extensible-enum")).add("quite-new"),
                        ""),
                change(
                        WireSchema.INCIDENT,
                        "a sentence is improved",
                        "Incident",
                        it -> object(it.get("properties"), "id").put("description", "better"),
                        ""),
                change(
                        WireSchema.JOURNAL,
                        "facts are added",
                        "Finding",
                        it -> {
                            ObjectNode choice = ((ArrayNode) it.get("allOf")).addObject();
                            choice.putObject("if")
                                    .putObject("properties")
                                    .putObject("probe")
                                    .put("const", "quic");
                            choice.putObject("then");
                        },
                        ""));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("additions")
    void what_may_be_added_breaks_no_promise(
            WireSchema schema, Consumer<ObjectNode> change, String definition, String none) {
        JsonNode before = Json.read(WireSchema.read(schema.published()), JsonNode.class);
        JsonNode after = before.deepCopy();

        change.accept(object(after.path("$defs"), definition));

        assertThat(after).isNotEqualTo(before);
        assertThat(Compatibility.breaches(schema.id, before, after)).isEmpty();
    }
}
