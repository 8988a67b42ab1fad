package dev.mendline.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.mendline.model.Json;
import dev.mendline.model.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The files are what the records say; {@code -Dschema.update=true} writes them anew. */
class PublishedSchemasTest {
    private static final Path TOPICS = WireSchema.MODEL.resolve("../../docs/topics.md");

    private static String text(JsonNode schema) throws JsonProcessingException {
        Separators separators =
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return JsonMapper.builder()
                        .build()
                        .writer(new DefaultPrettyPrinter(separators).withObjectIndenter(lines))
                        .writeValueAsString(schema)
                + "\n";
    }

    @ParameterizedTest
    @EnumSource
    void the_published_schema_is_what_the_records_say(WireSchema schema) throws IOException {
        String written = text(schema.written());
        if (Boolean.getBoolean("schema.update")) {
            Files.writeString(schema.published(), written);
        }

        assertThat(WireSchema.read(schema.published()))
                .as("%s; renew it with -Dschema.update=true", schema.published())
                .isEqualTo(written);
    }

    /** With {@code -Dschema.release=true} what is published now becomes what later versions are held against. */
    @ParameterizedTest
    @EnumSource
    void the_published_schema_keeps_what_the_last_release_promised(WireSchema schema) throws IOException {
        JsonNode now = Json.read(WireSchema.read(schema.published()), JsonNode.class);
        schema.lastRelease()
                .ifPresent(before -> assertThat(Compatibility.breaches(schema.id, before, now))
                        .as("see \"What may change\" in %s", WireSchema.FOLDER.resolve("README.md"))
                        .isEmpty());
        if (Boolean.getBoolean("schema.release")) {
            Files.writeString(schema.released(), WireSchema.read(schema.published()));
        }

        assertThat(schema.released())
                .as("a new topic's schema is released with -Dschema.release=true")
                .exists();
    }

    @ParameterizedTest
    @EnumSource
    void a_published_schema_is_one_by_draft_2020_12(WireSchema schema) {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                        .validate(WireSchema.read(schema.published()), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void the_folders_hold_no_other_schema() throws IOException {
        List<String> files = Stream.of(WireSchema.values())
                .map(each -> each.id + ".schema.json")
                .sorted()
                .toList();

        assertThat(names(WireSchema.FOLDER)).containsExactlyElementsOf(files);
        assertThat(names(WireSchema.INCIDENT.released().getParent())).containsExactlyElementsOf(files);
    }

    private static Stream<Topics.Topic> topics() {
        return Topics.DEFAULT.all(List.of("ZONE"), 1).stream()
                .filter(topic -> !topic.name().equals(Topics.DEFAULT.logs()));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void the_page_on_topics_says_what_a_topic_contains_and_how_long(Topics.Topic topic) {
        String row = WireSchema.read(TOPICS)
                .lines()
                .filter(line -> line.startsWith("| `" + topic.name() + "` |"))
                .findFirst()
                .orElseThrow();

        String retention = topic.configs().get("retention.ms");
        Duration kept = Duration.ofMillis(Long.parseLong(retention == null ? "0" : retention));
        String words = kept.toDays() > 0 ? kept.toDays() + " days" : kept.toHours() + " hour";
        assertThat(row)
                .contains(".schema.json)", "| " + (retention == null ? "compacted" : words) + " |")
                .matches(line ->
                        line.contains("`LogAppendTime`") == topic.configs().containsValue("LogAppendTime"));
    }

    @Test
    void the_readme_and_the_page_on_topics_link_to_every_schema() {
        String readme = WireSchema.read(WireSchema.FOLDER.resolve("README.md"));
        String topics = WireSchema.read(TOPICS);

        assertThat(WireSchema.values()).allSatisfy(schema -> {
            assertThat(readme).contains("[" + schema.id + "](" + schema.id + ".schema.json)");
            assertThat(topics).contains("[" + schema.id + "](").contains("/" + schema.id + ".schema.json)");
        });
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    /** A word that no record needs any more, or that all its records describe themselves, misleads. */
    @Test
    void every_shared_word_is_used() throws IOException {
        Properties words = new Properties();
        words.load(Files.newBufferedReader(
                WireSchema.MODEL.resolve("test/resources/dev/mendline/model/schema/words.properties")));
        StringBuilder all = new StringBuilder();
        for (WireSchema schema : WireSchema.values()) {
            all.append(schema.written());
        }

        assertThat(new TreeSet<>(words.stringPropertyNames()))
                .allSatisfy(
                        word -> assertThat(all.toString()).contains("\"description\":\"" + words.getProperty(word)));
    }
}
