package dev.mendline.bench.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class HitsTest {
    private static final List<byte[]> LINES = List.of(new byte[] {1}, new byte[] {0}, new byte[] {99});

    /** Finds the signature whose number the line's first byte is. */
    private static void byNumber(byte[] line, BitSet hits) {
        hits.set(line[0]);
    }

    @Test
    void the_first_pair_that_somebody_misses_or_makes_up_is_told() {
        Hits truth = Hits.of(HitsTest::byNumber, 100, LINES);
        Hits missing = Hits.none(100, 3);
        missing.add(0, 1);
        missing.add(1, 0);
        Hits madeUp = Hits.of(HitsTest::byNumber, 100, LINES);
        madeUp.add(1, 64);

        assertThat(missing.differenceTo(truth)).contains(new Hits.Difference(2, 99, true));
        assertThat(madeUp.differenceTo(truth)).contains(new Hits.Difference(1, 64, false));
        assertThat(truth.differenceTo(truth)).isEmpty();
    }

    @Test
    void the_hash_tells_pairs_apart_that_are_as_many() {
        Hits one = Hits.none(70, 2);
        one.add(0, 3);
        Hits other = Hits.none(70, 2);
        other.add(1, 3);

        assertThat(one.pairs()).isEqualTo(other.pairs());
        assertThat(one.hash()).isNotEqualTo(other.hash());
        assertThat(one.first(1).pairs()).isOne();
        assertThat(other.first(1).pairs()).isZero();
    }
}
