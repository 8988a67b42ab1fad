package dev.mendline.model.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendline.model.Json;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Sighting;
import java.lang.reflect.ParameterizedType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Older records are read by newer readers, and newer ones by older. */
class ReadersTest {
    private static final Set<String> MAPS = WireTypes.all().keySet().stream()
            .filter(Class::isRecord)
            .flatMap(type -> Property.of(type).stream())
            .filter(property ->
                    property.type() instanceof ParameterizedType generic && generic.getRawType() == Map.class)
            .map(Property::name)
            .collect(Collectors.toSet());

    private static Stream<Arguments> examples() {
        return Stream.of(WireSchema.values())
                .flatMap(schema -> Examples.of(schema.type).stream().map(value -> Arguments.of(schema, value)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("examples")
    void fields_that_a_reader_does_not_know_are_read_over(WireSchema schema, Object value) {
        JsonNode newer = Json.tree(value);
        objects(newer)
                .forEach(object -> object.putObject("coming").putArray("a").add(1));

        assertThat((Object) Json.read(newer.toString(), schema.type)).isEqualTo(value);
    }

    /** All records in it; a map is none, for its keys are no fields. */
    private static List<ObjectNode> objects(JsonNode node) {
        List<ObjectNode> objects = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            objects.add(object);
            object.properties().stream()
                    .filter(field -> !MAPS.contains(field.getKey()))
                    .forEach(field -> objects.addAll(objects(field.getValue())));
        } else {
            node.forEach(inner -> objects.addAll(objects(inner)));
        }
        return objects;
    }

    private static Stream<Map.Entry<Class<?>, JsonNode>> records() {
        return WireTypes.all().entrySet().stream()
                .filter(type -> type.getValue().has("properties"));
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_missing_list_is_read_as_empty_and_a_missing_value_as_null(Map.Entry<Class<?>, JsonNode> type) {
        Object bare = Examples.of(type.getKey()).get(0);
        ObjectNode older = Json.tree(bare);
        objects(older)
                .forEach(object -> object.properties()
                        .removeIf(each -> each.getValue().isNull()
                                || (each.getValue().isArray() && each.getValue().isEmpty())));

        assertThat((Object) Json.read(older.toString(), type.getKey())).isEqualTo(bare);
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_field_that_older_records_do_not_have_may_be_missing(Map.Entry<Class<?>, JsonNode> type) {
        TreeSet<String> added = new TreeSet<>();
        type.getValue().path("properties").fieldNames().forEachRemaining(added::add);
        type.getValue().path("required").forEach(each -> added.remove(each.asText()));

        assertThat(Property.of(type.getKey()))
                .filteredOn(property -> added.contains(property.name()))
                .as(
                        "a field that is added must be @Nullable, a list, a map, or a number or boolean for which 0 or false"
                                + " says 'not told'")
                .allMatch(property -> property.nullable()
                        || property.type() instanceof ParameterizedType
                        || ((Class<?>) property.type()).isPrimitive());
        assertThat(Examples.of(type.getKey())).allSatisfy(value -> {
            ObjectNode older = Json.tree(value);
            older.remove(added);
            assertThatCode(() -> Json.read(older.toString(), type.getKey()))
                    .as(
                            "%s without %s, as an older version wrote it",
                            type.getKey().getSimpleName(), added)
                    .doesNotThrowAnyException();
        });
    }

    @Test
    void a_sighting_without_its_runtime_is_one_of_an_older_version() {
        assertThat(WireTypes.all().get(Sighting.class).path("required"))
                .extracting(JsonNode::asText)
                .contains("driver")
                .doesNotContain("runtime");
    }

    private static Stream<Class<?>> openEnums() {
        return WireTypes.all().entrySet().stream()
                .filter(type -> type.getValue().has(EnumForm.OPEN))
                .map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("openEnums")
    void a_value_that_a_reader_does_not_know_is_read_as_the_one_for_the_unknown(Class<?> type)
            throws NoSuchFieldException {
        Object read = Json.read("\"quite-new\"", type);

        assertThat(type.getField(((Enum<?>) read).name()).isAnnotationPresent(JsonEnumDefaultValue.class))
                .isTrue();
    }

    @Test
    void a_journal_record_of_a_type_that_a_reader_does_not_know_is_no_record() {
        assertThat(Json.readIfPossible(
                        "{\"type\":\"quite-new\",\"site\":\"s\"}".getBytes(StandardCharsets.UTF_8),
                        JournalRecord.class))
                .isEmpty();
    }
}
