package dev.mendline.engine.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Signature;
import dev.mendline.engine.recognition.GeneralizationReport.Judged;
import dev.mendline.engine.recognition.GeneralizationReport.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Writes {@code target/generalization.md}: the accuracy on each fold without the signatures known only from it. */
class GeneralizationTest {
    private static final Path TARGET = Path.of("target");
    private static final Path CORPUS = Path.of("../../shared/corpus");
    private static final List<Sample> SAMPLES = Stream.concat(
                    Sample.harvest().stream(), Stream.of("dev", "cases").flatMap(GeneralizationTest::corpus))
            .toList();
    private static final Folds FOLDS = new Folds(SAMPLES);
    private static Map<String, List<Row>> tables;

    @BeforeAll
    static void judge() throws IOException {
        Catalog catalog = Catalog.builtIn();
        Evidence evidence = new Evidence(catalog, SAMPLES);
        List<Set<Signature>> leftOut = IntStream.range(0, Folds.COUNT)
                .mapToObj(fold -> evidence.onlyFrom(fold, FOLDS))
                .toList();
        GeneralizationReport report = GeneralizationReport.of(
                evidence, leftOut.stream().map(Set::size).toList(), judged(catalog, leftOut));
        report.write(TARGET);
        tables = report.tables();
    }

    private static List<Judged> judged(Catalog catalog, List<Set<Signature>> leftOut) {
        Recognizer full = new Recognizer(catalog);
        List<Recognizer> reduced = leftOut.stream()
                .map(out -> new Recognizer(catalog, signature -> !out.contains(signature)))
                .toList();
        return scored().map(each -> new Judged(
                        each, FOLDS.of(each), each.recognisedBy(full), each.recognisedBy(reduced.get(FOLDS.of(each)))))
                .toList();
    }

    private static Stream<Sample> corpus(String set) {
        try {
            Path file = CORPUS.resolve(set + ".jsonl");
            return Files.exists(file) ? Sample.read(set, file.toUri().toURL()) : Stream.empty();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Sample> scored() {
        return SAMPLES.stream().filter(sample -> !sample.arguable());
    }

    @Test
    void every_table_of_the_report_counts_each_scored_sample_once() throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(TARGET.resolve("generalization.json").toFile());
        String page = Files.readString(TARGET.resolve("generalization.md"));

        assertThat(tables).hasSize(6).allSatisfy((title, rows) -> {
            assertThat(rows.stream()
                            .mapToLong(row -> row.shown() + row.negatives())
                            .sum())
                    .isEqualTo(scored().count());
            assertThat(json.at("/tables/" + title)).hasSize(rows.size());
            assertThat(page).contains("## " + title);
        });
        assertThat(scored().filter(Sample::showsSymptom).map(Sample::driver).distinct())
                .allSatisfy(program -> assertThat(page).contains("\n| " + program + " |"));
    }

    @Test
    void folds_do_not_depend_on_the_order_of_samples_and_keep_families_together() {
        List<Sample> shuffled = new ArrayList<>(SAMPLES);
        Collections.shuffle(shuffled, new Random(7));
        Folds again = new Folds(shuffled);

        assertThat(SAMPLES)
                .allSatisfy(sample -> assertThat(FOLDS.of(sample))
                        .isBetween(0, Folds.COUNT - 1)
                        .isEqualTo(again.of(sample)));
        assertThat(Stream.of("mongodb for vs code", "nestjs/mongoose", "meteor/docker timestamps")
                        .map(Folds::family))
                .containsOnly("nodejs");
        assertThat(Stream.of("mongod/k8s", "pymongo/docker", "crystal(cryomongo)")
                        .map(Folds::family))
                .containsExactly("server", "pymongo", "crystal");
    }

    @Test
    void without_its_own_signatures_the_largest_family_is_recognised_less_often() {
        assertThat(tables.get("Folds").get(0))
                .satisfies(row -> assertThat(row.rightWithout()).isLessThan(row.right()));
    }

    @Test
    void no_negative_raises_an_alarm() {
        assertThat(tables.get("All").get(0).negatives()).isPositive();
        assertThat(tables.get("Programs"))
                .filteredOn(row -> row.falseAlarms() > 0)
                .isEmpty();
    }

    @Test
    void with_all_signatures_nearly_every_text_shows_its_symptom() {
        assertThat(tables.get("All").get(0).accuracy()).isGreaterThanOrEqualTo(0.99);
        assertThat(tables.get("Sets"))
                .filteredOn(row -> !row.name().equals("cases"))
                .allSatisfy(row -> assertThat(row.accuracy()).as(row.name()).isGreaterThanOrEqualTo(0.99));
    }

    @Test
    void the_shared_corpus_is_part_of_the_report() {
        assumeTrue(Files.exists(CORPUS), "../shared/corpus is missing: only the harvest is judged");

        assertThat(tables.get("Sets")).extracting(Row::name).containsExactlyInAnyOrder("cases", "dev", "harvest");
        assertThat(tables.get("Folds")).hasSize(Folds.COUNT);
    }
}
