package dev.mendline.engine.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.model.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the code of drivers, tools and servers can print, form by form; our own values stand in the forms. */
class DriverFormsTest {
    private static final Path FORMS = Path.of("src/test/resources/forms");
    private static final Recognizer RECOGNISER = new Recognizer(Catalog.builtIn());

    private static List<JsonNode> forms() throws IOException {
        List<JsonNode> forms = new ArrayList<>();
        try (Stream<Path> files = Files.list(FORMS)) {
            for (Path file : files.sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    forms.add(Json.read(line.getBytes(StandardCharsets.UTF_8), JsonNode.class));
                }
            }
        }
        return forms;
    }

    @Test
    void each_form_shows_its_symptom() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (JsonNode form : forms()) {
            String seen = String.valueOf(
                    RECOGNISER.recognise(form.get("text").asText()).symptom());
            String label = form.get("label").asText().replace("none", "null");
            if (!seen.equals(label)) {
                wrong.add(form.get("id").asText() + ": " + label + " taken for " + seen + ": "
                        + form.get("text").asText());
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void every_symptom_is_there_in_the_words_of_many_drivers() throws IOException {
        assertThat(forms().stream().map(form -> form.get("driver").asText()).distinct())
                .hasSizeGreaterThan(20);
        assertThat(forms().stream().map(form -> form.get("label").asText()).distinct())
                .containsAll(Catalog.builtIn().symptoms().stream()
                        .filter(symptom -> !symptom.derived())
                        .map(symptom -> symptom.id())
                        .toList());
    }

    /** What stays of a text is the wrapper, or the same less exactly, or nothing; never another system's trouble. */
    @Test
    void a_form_that_is_cut_off_in_the_middle_of_its_wrapper_shows_no_more_than_the_wrapper() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (JsonNode form : forms()) {
            String text = form.get("text").asText();
            int list = Math.max(text.indexOf("servers=["), text.indexOf("Servers: ["));
            String seen = list < 0
                    ? "null"
                    : String.valueOf(
                            RECOGNISER.recognise(text.substring(0, list + 9)).symptom());
            if (!List.of("null", "server-selection-timeout", form.get("label").asText())
                    .contains(seen)) {
                wrong.add(form.get("id").asText() + ": " + seen);
            }
        }

        assertThat(wrong).isEmpty();
    }
}
