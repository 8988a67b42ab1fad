package dev.mendline.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.mendline.model.Json;
import dev.mendline.model.config.BadFile;
import dev.mendline.model.config.StrictYaml;
import dev.mendline.model.facts.ProbeKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas for editors say what the code reads. */
class SchemaTest {
    private static final Path CATALOG = Path.of(System.getProperty("mendline.root", ".."), "catalog");
    private static final YAMLMapper YAML = new YAMLMapper();

    private static String text(String kind) {
        try {
            return Files.readString(CATALOG.resolve("schema/" + kind + ".schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> mistakes(String kind, String yaml) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(kind), InputFormat.JSON);
        return schema.validate(yaml, InputFormat.YAML).stream()
                .map(Object::toString)
                .toList();
    }

    private static Stream<Arguments> shipped() {
        return CatalogFiles.builtIn().stream()
                .map(file -> Arguments.of(file.name().replaceFirst("s/.*", ""), file));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_shipped_file_is_valid(String kind, SourceFile file) {
        assertThat(mistakes(kind, file.text())).as(file.name()).isEmpty();
    }

    private static Stream<Arguments> records() {
        Map<String, Arguments> places = new LinkedHashMap<>();
        descend("symptom", "", SymptomFile.class, Json.read(text("symptom"), JsonNode.class), places);
        descend("hint", "", HintFile.class, Json.read(text("hint"), JsonNode.class), places);
        descend("cause", "", CauseFile.class, Json.read(text("cause"), JsonNode.class), places);
        return places.values().stream();
    }

    /** Every record that a file is read into, with the piece of schema that stands for it. */
    private static void descend(
            String kind, String path, Class<?> record, JsonNode schema, Map<String, Arguments> places) {
        JsonNode root = Json.read(text(kind), JsonNode.class);
        places.put(kind + path, Arguments.of(kind + path, record, schema));
        for (RecordComponent component : record.getRecordComponents()) {
            JsonNode property = followed(root, schema.path("properties").path(key(record, component)));
            boolean list = component.getGenericType() instanceof ParameterizedType;
            if (element(component) instanceof Class<?> type && type.isRecord()) {
                JsonNode inner = list ? followed(root, property.path("items")) : property;
                descend(kind, path + "." + key(record, component), type, inner, places);
            }
        }
    }

    private static JsonNode followed(JsonNode root, JsonNode schema) {
        if (schema.has("$ref")) {
            return root.at(schema.path("$ref").asText().substring(1));
        }
        return schema.has("oneOf")
                ? StreamSupport.stream(schema.path("oneOf").spliterator(), false)
                        .filter(each -> "object".equals(each.path("type").asText()))
                        .findFirst()
                        .orElseThrow()
                : schema;
    }

    private static Type element(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                ? list.getActualTypeArguments()[0]
                : component.getType();
    }

    private static String key(Class<?> record, RecordComponent component) {
        JsonProperty named = property(record, component);
        return named == null || named.value().isEmpty()
                ? PropertyNamingStrategies.KebabCaseStrategy.INSTANCE.translate(component.getName())
                : named.value();
    }

    /** The annotation, wherever a record keeps it: it may be on its field only. */
    private static JsonProperty property(Class<?> record, RecordComponent component) {
        try {
            return record.getDeclaredField(component.getName()).getAnnotation(JsonProperty.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void schema_and_code_know_the_same_keys(String place, Class<?> record, JsonNode schema) {
        List<RecordComponent> components = Arrays.asList(record.getRecordComponents());

        assertThat(schema.path("properties").fieldNames())
                .toIterable()
                .as("keys of %s in the schema beside those of %s", place, record.getSimpleName())
                .containsExactlyInAnyOrderElementsOf(components.stream()
                        .map(component -> key(record, component))
                        .toList());
        assertThat(schema.path("required"))
                .extracting(JsonNode::asText)
                .as("keys of %s that must be there", place)
                .containsExactlyInAnyOrderElementsOf(components.stream()
                        .filter(component -> property(record, component) != null
                                && property(record, component).required())
                        .map(component -> key(record, component))
                        .toList());
        assertThat(schema.path("additionalProperties").asBoolean(true))
                .as("%s allows other keys", place)
                .isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void schema_and_code_agree_on_what_a_value_is_and_every_key_is_described(
            String place, Class<?> record, JsonNode schema) {
        JsonNode root = Json.read(text(place.replaceFirst("\\..*", "")), JsonNode.class);
        for (RecordComponent component : record.getRecordComponents()) {
            JsonNode named = schema.path("properties").path(key(record, component));
            String key = place + "." + key(record, component);
            assertThat(named.path("description").asText()).as(key).isNotBlank();
            JsonNode property = named.has("$ref") ? followed(root, named) : named;
            if (component.getType().isEnum()) {
                assertThat(property.path("enum"))
                        .extracting(JsonNode::asText)
                        .as(key)
                        .containsExactlyElementsOf(
                                Arrays.stream(component.getType().getEnumConstants())
                                        .map(each -> YAML.convertValue(each, String.class))
                                        .toList());
            } else {
                assertThat(property.path("type").asText()).as(key).isEqualTo(typeName(component.getType()));
            }
        }
    }

    private static String typeName(Class<?> type) {
        if (type == boolean.class) {
            return "boolean";
        }
        if (type == int.class) {
            return "integer";
        }
        return List.class.isAssignableFrom(type) ? "array" : type.isRecord() ? "object" : "string";
    }

    @ParameterizedTest
    @ValueSource(strings = {"probes", "elsewhere"})
    void the_probes_are_those_that_there_are(String key) {
        assertThat(Json.read(text("cause"), JsonNode.class)
                        .path("properties")
                        .path(key)
                        .path("items")
                        .path("enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(
                        Arrays.stream(ProbeKind.values()).map(ProbeKind::id).toList());
    }

    /** The code names all captures that it knows when it meets one that it does not. */
    @Test
    void the_captures_that_the_schema_names_are_those_of_the_code() {
        String yaml = symptom("anchors: [connect failed]\n    pattern: '(?P<nothing>connect failed)'");
        assertThatThrownBy(() -> Catalog.of(List.of(new SourceFile("symptoms/own.yaml", yaml))))
                .isInstanceOf(BadFile.class)
                .satisfies(mistake -> {
                    String allowed = String.valueOf(mistake.getMessage()).replaceFirst("(?s).*allowed: ", "");
                    String described = Json.read(text("symptom"), JsonNode.class)
                            .at("/properties/signatures/items/properties/pattern/description")
                            .asText()
                            .replaceFirst("(?s).*\\(\\?P<name>…\\): ", "");
                    assertThat(new TreeSet<>(List.of(described.split("[,. ]+"))))
                            .isEqualTo(new TreeSet<>(List.of(allowed.split("[,. ]+"))));
                });
    }

    private static String symptom(String signature) {
        return "id: own\ntitle: Own\nseverity: high\nrank: 5\nsignatures:\n  - " + signature
                + "\nexamples: [{driver: x, text: connect failed}]\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "connect failed                   § true",
                "under 7                          § true",
                "short                            § false",
                "it is a < b                      § false",
                "it is a > b                      § false",
                "salt & pepper                    § false",
                "a/b/c/d/e                        § false",
                "back\\slash                      § false",
                "(*)[x]{y}^|~$%                   § true",
                "a:b;c=d?e@f_g`h                  § true",
                "caf\u00e9 is open                § false",
            })
    void schema_and_code_take_the_same_anchors(String anchor, boolean good) {
        String yaml = symptom("anchors: ['" + anchor + "']");

        assertThat(mistakes("symptom", yaml).isEmpty()).isEqualTo(good);
        assertThat(loads(new SourceFile("symptoms/own.yaml", yaml))).isEqualTo(good);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: Own          | id: own",
                "severity: grave  | severity: high",
                "rank: 101        | rank: 5",
                "anchor: [x]      | anchors: [connect failed]",
                "examples: []     | examples: [{driver: x, text: connect failed}]",
            })
    void schema_and_code_refuse_the_same_mistakes(String bad, String good) {
        String yaml = symptom("anchors: [connect failed]");
        assertThat(mistakes("symptom", yaml)).isEmpty();
        assertThat(loads(new SourceFile("symptoms/own.yaml", yaml))).isTrue();

        String spoilt = yaml.replace(good, bad);

        assertThat(spoilt).isNotEqualTo(yaml);
        assertThat(mistakes("symptom", spoilt)).isNotEmpty();
        assertThat(loads(new SourceFile("symptoms/own.yaml", spoilt))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true  | []                           | []                                    | true",
                "true  | [{anchors: [connect failed]}] | []                                    | false",
                "true  | []                           | [{driver: x, text: connect failed}]   | false",
                "false | []                           | []                                    | false",
            })
    void schema_and_code_agree_on_what_no_text_shows(
            boolean derived, String signatures, String examples, boolean good) {
        String yaml = "id: own\ntitle: Own\nseverity: high\nrank: 5\nderived: " + derived + "\nsignatures: "
                + signatures + "\nexamples: " + examples + "\n";

        assertThat(mistakes("symptom", yaml).isEmpty()).isEqualTo(good);
        assertThat(loads(new SourceFile("symptoms/own.yaml", yaml))).isEqualTo(good);
    }

    private static boolean loads(SourceFile file) {
        try {
            Catalog.of(List.of(file));
            return true;
        } catch (BadFile mistake) {
            return false;
        }
    }

    /** The folder's README says that a key which it does not describe does not exist. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void the_readme_describes_every_key(String place, Class<?> record, JsonNode schema) throws IOException {
        String readme = Files.readString(CATALOG.resolve("README.md"));
        assertThat(schema.path("properties").fieldNames())
                .toIterable()
                .allSatisfy(key -> assertThat(readme).containsPattern("`" + key + ":?`"));
    }

    @Test
    void a_comment_that_names_the_schema_is_read_over() {
        SymptomFile read = StrictYaml.read(
                "symptoms/own.yaml",
                "# yaml-language-server: $schema=symptom.schema.json\n" + symptom("anchors: [connect failed]"),
                SymptomFile.class);

        assertThat(read.id()).isEqualTo("own");
    }
}
