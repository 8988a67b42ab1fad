package dev.mendline.bench.matcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mendline.bench.corpus.Corpus;
import dev.mendline.bench.corpus.Mix;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HyperscanTest {
    private static final int LINES = 2_000;
    private static final Hyperscan HYPERSCAN = Hyperscan.compiledIn(Path.of(""));

    @TempDir
    Path folder;

    @BeforeAll
    static void is_there() {
        assumeTrue(HYPERSCAN.missing().isEmpty(), HYPERSCAN.missing());
    }

    @ParameterizedTest
    @ValueSource(strings = {"46", "100"})
    void finds_what_each_patterns_own_find_finds(String set) {
        Corpus corpus = Corpus.in(folder, Mix.OUTAGE, LINES);

        Hits found = HYPERSCAN.hits(set, corpus, LINES);

        assertThat(found.differenceTo(Equality.expected(set, corpus.first(LINES))))
                .isEmpty();
        assertThat(found.pairs()).isGreaterThan(LINES / 2);
    }

    @Test
    void counts_the_lines_bytes_and_pairs_of_what_it_measures() {
        Corpus corpus = Corpus.in(folder, Mix.OUTAGE, LINES);

        Hyperscan.Measured measured = HYPERSCAN.measure("46", corpus, LINES, 0.05, 0.2);

        assertThat(measured.lines()).isGreaterThan(LINES);
        assertThat((double) measured.bytes() / measured.lines()).isBetween(220.0, 250.0);
        assertThat((double) measured.pairs() / measured.lines()).isBetween(0.4, 0.7);
        assertThat(measured.wallNanos()).isGreaterThanOrEqualTo(0.2e9);
        assertThat(measured.cpuNanos()).isPositive();
    }

    @Test
    void what_goes_wrong_in_it_is_told() {
        Corpus gone = new Corpus(folder.resolve("gone.log"), Mix.CALM, 1);

        assertThatThrownBy(() -> HYPERSCAN.hits("46", gone, 1)).hasMessageContaining("cannot read: " + gone.file());
    }
}
