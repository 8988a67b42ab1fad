package dev.mendline.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.Pattern;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The built-in patterns. */
class CatalogPatternsTest {
    private static final int ENOUGH = 40;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Catalog CATALOG = Catalog.builtIn();
    private static final List<Signature> SIGNATURES = CATALOG.signatures().toList();

    @Test
    void every_built_in_pattern_is_compiled() {
        assertThat(SIGNATURES).hasSizeGreaterThan(300);
        assertThat(SIGNATURES.stream().map(CatalogPatternsTest::pattern).filter(pattern -> !pattern.isCompiled()))
                .isEmpty();
    }

    @Test
    void every_pattern_finds_in_every_known_text_what_re2j_finds() {
        List<Line> lines =
                texts().flatMap(String::lines).distinct().map(Line::of).toList();
        assertThat(lines).hasSizeGreaterThan(1_000);
        long matches = 0;
        for (Signature signature : SIGNATURES) {
            LinePattern ours = pattern(signature);
            Pattern theirs = Pattern.compile(ours.toString(), signature.ignoreCase() ? Pattern.CASE_INSENSITIVE : 0);
            for (Line line : some(lines, signature)) {
                List<String> expected = AllMatches.ofRe2j(theirs, line.text());
                matches += expected.size();
                assertThat(AllMatches.ofLinePattern(ours, Text.of(line.text()), 0))
                        .as("%s in %s", ours, line.text())
                        .isEqualTo(expected);
            }
        }
        assertThat(matches).isGreaterThan(1_000);
    }

    /** Returns a sample of the lines with an anchor, from first to last, because many are alike. */
    private static List<Line> some(List<Line> lines, Signature signature) {
        List<Line> all =
                lines.stream().filter(line -> line.hasAnchor(signature)).toList();
        int step = Math.max(1, all.size() / ENOUGH);
        return IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
    }

    /** Line, and the same line in lower case. */
    record Line(String text, String folded) {
        static Line of(String text) {
            return new Line(text, text.toLowerCase(Locale.ROOT));
        }

        boolean hasAnchor(Signature signature) {
            return signature.anchors().stream()
                    .anyMatch(anchor -> signature.ignoreCase()
                            ? folded.contains(anchor.toLowerCase(Locale.ROOT))
                            : text.contains(anchor));
        }
    }

    private static LinePattern pattern(Signature signature) {
        return signature.pattern();
    }

    private static Stream<String> texts() {
        Stream<String> ours = CATALOG.symptoms().stream()
                .flatMap(symptom -> Stream.concat(
                        symptom.examples().stream().map(example -> example.text()),
                        symptom.nearMisses().stream().map(nearMiss -> nearMiss.text())));
        Stream<String> hints = CATALOG.hints().stream()
                .flatMap(hint -> Stream.concat(
                        hint.examples().stream().map(example -> example.text()),
                        hint.nearMisses().stream().map(nearMiss -> nearMiss.text())));
        return Stream.concat(
                Stream.concat(ours, hints),
                Stream.of("harvest", "forms", "benign")
                        .flatMap(CatalogPatternsTest::files)
                        .flatMap(CatalogPatternsTest::texts));
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources", folder))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> texts(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            boolean hasTexts =
                    file.toString().endsWith(".jsonl") && !file.toString().contains("benign");
            return hasTexts ? lines.stream().map(CatalogPatternsTest::text) : lines.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String json) {
        try {
            return JSON.readTree(json).path("text").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
