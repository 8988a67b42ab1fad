package dev.mendline.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Symptom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogCheckTest {
    private static final String CAUSE = """
            id: own-cause
            title: Own
            severity: high
            pages: []
            symptoms: [%s]
            confirm:
              - when: "'own' in symptoms"
                because: The text says so.
            advice:
              summary: Do it.
              steps: [Now.]
            """;

    @TempDir
    private Path folder;

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String symptom(String id, int rank, String rest) {
        return "id: " + id + "\ntitle: Own\nseverity: high\nrank: " + rank + "\n" + rest;
    }

    private static final String GOOD = """
            signatures:
              - anchors: [denied by egress policy]
                needs-sign: true
            examples:
              - {driver: proxy, text: 'mongodb: denied by egress policy'}
            near-misses:
              - {text: 'redis: denied by egress policy', why: Redis}
            """;

    private CatalogCheck check() {
        return CatalogCheck.of(List.of(folder));
    }

    @Test
    void a_good_folder_has_no_flaw_and_is_counted() throws IOException {
        file("symptoms/own.yaml", symptom("own", 50, GOOD));
        file("causes/own-cause.yaml", CAUSE.formatted("own"));

        CatalogCheck check = check();

        CatalogCheck shipped = CatalogCheck.of(List.of());
        assertThat(check.flaws()).isEmpty();
        assertThat(check.symptoms()).isEqualTo(shipped.symptoms() + 1);
        assertThat(check.causes()).isEqualTo(shipped.causes() + 1);
        assertThat(check.examples()).isEqualTo(shipped.examples() + 1);
        assertThat(check.nearMisses()).isEqualTo(shipped.nearMisses() + 1);
        assertThat(check.catalog()).isNotEqualTo(shipped.catalog());
    }

    @Test
    void every_file_that_cannot_be_read_is_told_and_the_rest_is_tried_all_the_same() throws IOException {
        file("symptoms/own.yaml", symptom("own", 500, GOOD));
        file("symptoms/other.yaml", symptom("other", 50, GOOD.replace("mongodb: denied", "denied")));
        file(
                "causes/first.yaml",
                CAUSE.formatted("own").replace("own-cause", "first").replace("'own' in", "'own' inn"));
        file("causes/second.yaml", CAUSE.formatted("own").replace("own-cause", "second"));
        file("stray.yaml", "id: stray\n");

        CatalogCheck check = check();

        assertThat(check.isReadable()).isFalse();
        assertThat(check.flaws())
                .filteredOn(flaw -> flaw.kind() == Flaw.Kind.FILE)
                .extracting(flaw -> folder.relativize(Path.of(flaw.file())) + ":" + flaw.line() + " " + flaw.key())
                .containsExactlyInAnyOrder(
                        "symptoms/own.yaml:4 rank", "causes/first.yaml:7 confirm[0].when", "stray.yaml:0 null");
        assertThat(check.flaws())
                .filteredOn(flaw -> flaw.kind() == Flaw.Kind.EXAMPLE)
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.place()).isEqualTo(folder + "/symptoms/other.yaml:9: examples[0]");
                    assertThat(flaw.what())
                            .contains("shows nothing", "another condition of the signature does not hold: needs-sign");
                });
    }

    @Test
    void every_cause_that_names_an_unknown_symptom_is_told_with_those_that_there_are() throws IOException {
        file("causes/first.yaml", CAUSE.formatted("unheard").replace("own-cause", "first"));
        file("causes/second.yaml", CAUSE.formatted("of").replace("own-cause", "second"));

        assertThat(check().flaws())
                .hasSize(2)
                .allSatisfy(flaw -> assertThat(flaw.what()).contains("known: ", "srv-refused"));
    }

    private List<String> places(String file) {
        return check().flaws().stream()
                .filter(flaw -> flaw.file().equals(folder + "/" + file))
                .map(flaw -> flaw.line() + " " + flaw.key() + ": " + flaw.what())
                .toList();
    }

    @Test
    void every_mistake_of_a_symptom_is_listed_with_its_line() throws IOException {
        file("symptoms/own.yaml", """
                id: own
                title: Own
                severity: urgent
                rank: 50
                colour: red
                signatures:
                  - anchors: [denied by egress policy]
                  - anchors: [abc]
                    patern: x
                  - anchors: [denied by other policy]
                    pattern: 'denied ('
                  - pattern: 'denied'
                examples: []
                near-misses:
                  - {text: 'mongodb: denied by egress policy', why: proxy}
                  - {text: 'redis: denied'}
                  - {text: 'redis: denied', why: ~}
                seen-by:
                  - when: tcp.size( > 0
                """);
        file("causes/own-cause.yaml", CAUSE.formatted("own"));

        assertThat(places("symptoms/own.yaml"))
                .satisfiesExactly(
                        flaw -> assertThat(flaw).startsWith("1 examples: a symptom needs at least one signature"),
                        flaw -> assertThat(flaw).startsWith("3 severity: 'urgent' is not allowed; allowed: "),
                        flaw -> assertThat(flaw).startsWith("5 colour: no such key"),
                        flaw -> assertThat(flaw).startsWith("8 signatures[1].anchors: 'abc' is not a valid anchor"),
                        flaw -> assertThat(flaw).startsWith("9 signatures[1].patern: no such key"),
                        flaw -> assertThat(flaw).startsWith("11 signatures[2].pattern: invalid pattern"),
                        flaw -> assertThat(flaw).startsWith("12 signatures[3].anchors: 'anchors' is missing"),
                        flaw -> assertThat(flaw).startsWith("15 near-misses[0]: shows 'own'"),
                        flaw -> assertThat(flaw).startsWith("16 near-misses[1].why: 'why' is missing"),
                        flaw -> assertThat(flaw).startsWith("17 near-misses[2].why: value is missing"),
                        flaw -> assertThat(flaw).startsWith("19 seen-by[0].when: "));
        assertThat(check().isReadable()).isFalse();
    }

    @Test
    void every_mistake_of_a_cause_is_listed_with_its_line() throws IOException {
        file("causes/own-cause.yaml", """
                id: other-cause
                title: Own
                severity: high
                pages:
                  - {title: A page, path: https://elsewhere, read: 2026-11-22}
                  - {title: A page, path: atlas/, read: yesterday}
                symptoms: [unheard, srv-refused, unseen]
                probes: [tcp, guess]
                shared: planet
                confirm:
                  - when: "'own' inn symptoms"
                    because: The text says so.
                  - when: failing_targets > 3
                    because: The text of {nobody} says so.
                advice:
                  steps:
                    - {do: Run it., unix: 'echo {services}'}
                    - {unix: ls}
                """);

        assertThat(places("causes/own-cause.yaml"))
                .satisfiesExactlyInAnyOrder(
                        flaw -> assertThat(flaw).startsWith("1 id: 'other-cause' must equal"),
                        flaw -> assertThat(flaw).startsWith("5 pages[0]: a page needs"),
                        flaw -> assertThat(flaw).startsWith("6 pages[1]: a page needs"),
                        flaw -> assertThat(flaw).startsWith("7 symptoms: unknown symptom 'unheard'"),
                        flaw -> assertThat(flaw).startsWith("7 symptoms: unknown symptom 'unseen'"),
                        flaw -> assertThat(flaw).startsWith("8 probes: unknown probe 'guess'"),
                        flaw -> assertThat(flaw).startsWith("9 shared: 'planet' must be zone or project"),
                        flaw -> assertThat(flaw).startsWith("11 confirm[0].when: "),
                        flaw -> assertThat(flaw).startsWith("13 confirm[1].when: uses only other failures"),
                        flaw -> assertThat(flaw).startsWith("14 confirm: unknown placeholder {nobody}"),
                        flaw -> assertThat(flaw).startsWith("15 advice.summary: 'summary' is missing"),
                        flaw -> assertThat(flaw).startsWith("17 advice.unix: {services} contains untrusted"),
                        flaw -> assertThat(flaw).startsWith("18 advice.steps[1].do: 'do' is missing"));
    }

    @Test
    void the_first_mistake_of_a_cause_hides_no_failing_example_elsewhere() throws IOException {
        file("symptoms/own.yaml", symptom("own", 50, GOOD.replace("mongodb: denied", "denied")));
        file("causes/own-cause.yaml", CAUSE.formatted("own").replace("severity: high", "severity: urgent"));

        assertThat(check().flaws()).extracting(Flaw::kind).containsExactly(Flaw.Kind.FILE, Flaw.Kind.EXAMPLE);
    }

    @Test
    void an_example_that_lacks_anchor_or_pattern_says_which() throws IOException {
        file("symptoms/own.yaml", symptom("own", 50, """
                        signatures:
                          - anchors: [denied by egress policy]
                            pattern: 'denied by egress policy [0-9]+'
                        examples:
                          - {driver: proxy, text: 'mongodb: nothing'}
                          - {driver: proxy, text: 'mongodb: denied by egress policy'}
                        """));
        file("causes/own-cause.yaml", CAUSE.formatted("own"));

        assertThat(check().flaws())
                .extracting(Flaw::what)
                .containsExactly(
                        "shows nothing instead of 'own' (" + folder
                                + "/symptoms/own.yaml): the text contains none of its anchors",
                        "shows nothing instead of 'own' (" + folder
                                + "/symptoms/own.yaml): the text contains an anchor, but the pattern does"
                                + " not match its line");
    }

    @Test
    void a_near_miss_that_is_taken_says_what_it_really_is() throws IOException {
        file("symptoms/own.yaml", symptom("own", 50, GOOD.replace("needs-sign: true", "needs-sign: false")));
        file("causes/own-cause.yaml", CAUSE.formatted("own"));

        assertThat(check().flaws()).singleElement().satisfies(flaw -> {
            assertThat(flaw.kind()).isEqualTo(Flaw.Kind.NEAR_MISS);
            assertThat(flaw.line()).isEqualTo(11);
            assertThat(flaw.what()).contains("not allowed (Redis)");
            assertThat(flaw.text()).isEqualTo("redis: denied by egress policy");
        });
    }

    @Test
    void a_symptom_that_no_cause_explains_is_told() throws IOException {
        file("symptoms/own.yaml", symptom("own", 50, GOOD));

        assertThat(check().flaws())
                .extracting(Flaw::kind, Flaw::file)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Flaw.Kind.NO_CAUSE, folder + "/symptoms/own.yaml"));
    }

    @Test
    void a_signature_that_steals_a_shipped_example_is_named_with_its_file() throws IOException {
        Symptom robbed = Catalog.builtIn().symptom("srv-refused").orElseThrow();
        String text = robbed.examples().get(0).text();
        file(
                "symptoms/thief.yaml",
                symptom(
                        "thief",
                        100,
                        "signatures: [{anchors: [querySrv ECONNREFUSED]}]\nexamples:\n  - driver: x\n    text: '"
                                + text.replace("'", "''") + "'\n"));
        file("causes/own-cause.yaml", CAUSE.formatted("thief"));

        assertThat(text).contains("querySrv ECONNREFUSED");
        assertThat(check().flaws()).isNotEmpty().allSatisfy(flaw -> {
            assertThat(flaw.file()).startsWith("symptoms/");
            assertThat(flaw.line()).isPositive();
            assertThat(flaw.what()).contains("'thief' (" + folder + "/symptoms/thief.yaml)");
        });
    }

    @Test
    void a_symptom_that_takes_a_shipped_ones_place_must_keep_its_promises() throws IOException {
        file(
                "symptoms/srv-refused.yaml",
                symptom(
                        "srv-refused",
                        80,
                        "signatures: [{anchors: [my own words of it]}]\n"
                                + "examples: [{driver: x, text: my own words of it}]\n"));

        int promised = Catalog.builtIn()
                .symptom("srv-refused")
                .orElseThrow()
                .examples()
                .size();
        assertThat(check().flaws())
                .filteredOn(flaw -> flaw.file().equals("symptoms/srv-refused.yaml"))
                .hasSize(promised)
                .allSatisfy(flaw -> assertThat(flaw.what())
                        .contains("instead of 'srv-refused' (" + folder + "/symptoms/srv-refused.yaml)"));
    }

    @Test
    void a_folder_without_any_file_of_a_catalog_is_a_mistake() {
        assertThat(check().flaws())
                .extracting(Flaw::what)
                .containsExactly("contains neither symptoms/*.yaml nor causes/*.yaml");
        assertThat(CatalogCheck.of(List.of(folder.resolve("none"))).isReadable())
                .isFalse();
    }
}
