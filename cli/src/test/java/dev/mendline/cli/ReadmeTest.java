package dev.mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.recognition.Recognition;
import dev.mendline.engine.recognition.Recognizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests what only the README says. What every page shows is tested by {@link PagesTest}. */
class ReadmeTest {
    private static final int MAX_LINES = 250;
    private static final Document README = Document.read("README.md");
    private static final List<String> LITERAL_TEXTS = List.of(
            "querySrv ECONNREFUSED _mongodb._tcp.<SRV Record>",
            "DNSHostNotFound: Failed to look up service \"<MongoDB service name>\"",
            "connection refused because too many open connections",
            "lookup nta8e.mongodb.net on 123.45.67.8:27017: cannot unmarshal DNS message",
            "This password contains special characters which will be URL-encoded.");

    @Test
    void it_is_short() {
        assertThat(README.text().lines()).hasSizeLessThanOrEqualTo(MAX_LINES);
    }

    /** A row of the first example: text, symptom, cause. */
    private static Stream<List<String>> rows() {
        return README.section("A first example").stream()
                .filter(line -> line.startsWith("| `"))
                .map(Document::code);
    }

    @Test
    void the_first_example_holds_the_five_literal_texts() {
        assertThat(rows().map(row -> row.get(0))).containsExactlyElementsOf(LITERAL_TEXTS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void a_literal_text_shows_its_symptom_and_brings_its_cause_under_suspicion(List<String> row) {
        Catalog catalog = Catalog.builtIn();

        Recognition seen = new Recognizer(catalog).recognise(row.get(0));

        assertThat(seen.symptom()).isEqualTo(row.get(1));
        assertThat(catalog.suspects(List.of(row.get(1)))).extracting(Cause::id).contains(row.get(2));
    }

    @Test
    void it_counts_the_symptoms_and_causes_that_ship() {
        Catalog catalog = Catalog.builtIn();

        assertThat(README.text())
                .contains(catalog.symptoms().size() + " symptoms and "
                        + catalog.causes().size() + " causes");
    }

    @Test
    void the_modules_are_those_of_the_build_in_its_order() throws IOException {
        String pom = Files.readString(Document.ROOT.resolve("pom.xml"));
        List<String> built = Pattern.compile("<module>([^<]+)</module>")
                .matcher(pom)
                .results()
                .map(module -> module.group(1))
                .toList();

        assertThat(README.section("Modules, as the data flows").stream()
                        .filter(line -> line.startsWith("- `"))
                        .map(line -> Document.code(line).get(0)))
                .containsExactlyElementsOf(built);
    }

    @Test
    void it_links_to_every_page_of_docs() throws IOException {
        try (Stream<Path> pages = Files.list(Document.ROOT.resolve("docs"))) {
            assertThat(README.localLinks().map(Document.Link::file))
                    .containsAll(pages.map(Path::normalize).toList());
        }
    }
}
