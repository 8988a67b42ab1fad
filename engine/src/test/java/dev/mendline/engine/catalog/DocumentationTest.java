package dev.mendline.engine.catalog;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mendline.engine.condition.FactTypes;
import dev.mendline.model.facts.ProbeKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table in the catalog's README that covers MongoDB's troubleshooting page matches the catalog. */
class DocumentationTest {
    private static final Catalog CATALOG = Catalog.builtIn();
    private static final Path README = Path.of("../catalog/README.md");
    private static final Path CAUSES = Path.of("../../shared/corpus/CAUSES.md");
    private static final Path LABELS = Path.of("../../shared/corpus/LABELS.md");
    /** Listed causes and symptoms that the catalog does not have yet. Remove an id when its file is added. */
    private static final Set<String> ANNOUNCED = Set.of(
            "loopback-in-container",
            "service-name-unknown",
            "member-names-unresolvable",
            "replica-set-not-initiated",
            "replica-set-name-mismatch",
            "server-without-tls",
            "option-unknown",
            "client-used-after-close",
            "client-closed");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** One item of the page. */
    record Item(String name, List<String> ids, List<String> words) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Item> items() {
        return lines(README)
                .dropWhile(line -> !line.startsWith("| The page | Here |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Pattern.compile(" \\| ").split(line.substring(2, line.length() - 2)))
                .map(cells -> new Item(cells[0], codes(cells[1]), codes(cells[2])))
                .toList();
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(result -> result.group(1)).toList();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String advice(String cause) {
        return CATALOG.cause(cause)
                .map(known -> known.guidance().summary() + "\n"
                        + String.join("\n", known.guidance().steps()))
                .orElse("");
    }

    @ParameterizedTest
    @MethodSource("items")
    void an_item_leads_to_what_there_is_and_its_remedy_stands_in_the_advice(Item item) {
        assertThat(item.ids()).anyMatch(id -> CATALOG.cause(id).isPresent()).allMatch(DocumentationTest::exists);
        String advice = item.ids().stream().map(DocumentationTest::advice).collect(joining("\n"));
        assertThat(item.words())
                .isNotEmpty()
                .allSatisfy(words -> assertThat(advice).contains(words));
    }

    private static boolean exists(String id) {
        return CATALOG.cause(id).isPresent()
                || CATALOG.symptom(id).isPresent()
                || ProbeKind.of(id).isPresent();
    }

    @Test
    void the_list_of_causes_and_the_catalog_agree_and_the_table_has_every_cause_of_the_page() {
        List<MatchResult> listed = rows(CAUSES);

        assertSameAsCatalog(listed, CATALOG.causes().stream().map(Cause::id).toList());
        assertThat(items().stream().flatMap(item -> item.ids().stream()))
                .containsAll(listed.stream()
                        .filter(row -> row.group(2).startsWith("S "))
                        .map(row -> row.group(1))
                        .toList());
    }

    @Test
    void the_list_of_symptoms_and_the_catalog_agree() {
        List<String> shown = CATALOG.symptoms().stream()
                .filter(symptom -> !symptom.derived())
                .map(Symptom::id)
                .toList();

        assertSameAsCatalog(rows(LABELS), shown);
    }

    @Test
    void what_is_announced_does_not_exist_yet() {
        assertThat(ANNOUNCED).noneMatch(DocumentationTest::exists);
    }

    /** The ids of a list are those of the catalog and the announced ones. */
    private static void assertSameAsCatalog(List<MatchResult> listed, List<String> ids) {
        assertThat(listed.stream().map(row -> row.group(1)).filter(id -> !ANNOUNCED.contains(id)))
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    /** The rows of a table whose first cell is an id. The shared lists are not part of the repository. */
    private static List<MatchResult> rows(Path list) {
        assumeTrue(Files.exists(list), list + " is not part of the repository");
        return lines(list)
                .map(Pattern.compile("^\\| ([a-z0-9]+(?:-[a-z0-9]+)*) \\| (.*?)(?: \\||$)")::matcher)
                .flatMap(Matcher::results)
                .filter(row -> !row.group(1).equals("id"))
                .toList();
    }

    @Test
    void every_advice_is_steps_to_take_and_opens_nothing_to_the_world() {
        assertThat(CATALOG.causes()).allSatisfy(cause -> {
            assertThat(cause.guidance().steps()).hasSizeBetween(2, 9);
            assertThat(advice(cause.id())).doesNotContain("0.0.0.0", "::/0");
        });
    }

    @Test
    void the_readme_names_every_probe_and_every_placeholder() {
        String readme = lines(README).collect(joining("\n"));

        assertThat(ProbeKind.values())
                .extracting(ProbeKind::id)
                .allSatisfy(
                        probe -> assertThat(readme).contains("`" + probe + "`", "| `" + FactTypes.here(probe) + "` |"));
        assertThat(Placeholders.names()).allSatisfy(name -> assertThat(readme).contains("`{" + name + "}`"));
    }
}
