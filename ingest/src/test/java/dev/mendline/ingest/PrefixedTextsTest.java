package dev.mendline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.recognition.Recognizer;
import dev.mendline.model.Json;
import dev.mendline.model.log.LogEvent;
import dev.mendline.model.log.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A prefix on each line makes no alarm of an ordinary text, and hides no symptom of a text that has one. */
class PrefixedTextsTest {
    private static final Path BENIGN = Path.of("../engine/src/test/resources/benign");
    private static final Path CORPUS = Path.of("../../shared/corpus/dev.jsonl");
    private static final Recognizer RECOGNIZER = new Recognizer(Catalog.builtIn());

    @Test
    void ordinary_texts_stay_silent_with_each_prefix() throws IOException {
        List<String> alarms = new ArrayList<>();
        List<String> texts = benign();
        for (String text : texts) {
            for (Samples.Prefixed prefix : Samples.prefixes()) {
                String prefixed = prefixed(prefix, text);
                if (RECOGNIZER.mayShow(prefixed.getBytes(UTF_8)) && symptom(prefixed) != null) {
                    alarms.add(prefixed);
                }
            }
        }

        assertThat(texts).hasSizeGreaterThan(20_000);
        assertThat(alarms).isEmpty();
    }

    @Test
    void an_example_of_the_catalog_shows_its_symptom_with_each_prefix() {
        assertThat(different(Catalog.builtIn().symptoms().stream()
                        .flatMap(symptom -> symptom.examples().stream())
                        .map(example -> example.text().strip())))
                .isEmpty();
    }

    @Test
    void a_labelled_text_shows_its_symptom_with_each_prefix() throws IOException {
        assumeTrue(Files.exists(CORPUS), "the labelled texts are not part of the project");
        assertThat(different(Files.readAllLines(CORPUS).stream()
                        .map(line -> Json.read(line, JsonNode.class)
                                .path("text")
                                .asText()
                                .strip())))
                .isEmpty();
    }

    private static List<String> different(Stream<String> texts) {
        List<String> different = new ArrayList<>();
        for (String text : texts.toList()) {
            String bare = RECOGNIZER.recognise(text).symptom();
            for (Samples.Prefixed prefix : Samples.prefixes()) {
                String symptom = symptom(prefixed(prefix, text));
                if (bare == null ? symptom != null : !bare.equals(symptom)) {
                    different.add(bare + " or " + symptom + ": " + prefixed(prefix, text));
                }
            }
        }

        return different;
    }

    private static String symptom(String prefixed) {
        String text = LogFormats.read(prefixed.getBytes(UTF_8), Instant.EPOCH, Resource.UNKNOWN).events().stream()
                .map(LogEvent::text)
                .collect(Collectors.joining("\n"));
        return RECOGNIZER.recognise(text).symptom();
    }

    private static String prefixed(Samples.Prefixed prefix, String text) {
        return text.lines().map(prefix::around).collect(Collectors.joining("\n"));
    }

    private static List<String> benign() throws IOException {
        try (Stream<Path> files = Files.list(BENIGN)) {
            return files.filter(file -> file.toString().matches(".*\\.(log|jsonl)"))
                    .flatMap(PrefixedTextsTest::texts)
                    .toList();
        }
    }

    private static Stream<String> texts(Path file) {
        try {
            Stream<String> lines = Files.readAllLines(file).stream();
            return file.toString().endsWith(".jsonl")
                    ? lines.map(
                            line -> Json.read(line, JsonNode.class).path("text").asText())
                    : lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
