package dev.mendline.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GramSelectorTest {
    private static final Buckets BUCKETS = new Buckets(20);

    private static List<Integer> offsets(String literal, String frequencies) {
        return new GramSelector(GramFrequencies.parse(frequencies), BUCKETS)
                .select(new LiteralBytes(new Literal(literal, false))).stream()
                        .map(GramSelector.IndexedGram::offset)
                        .collect(Collectors.toList());
    }

    @Test
    void a_literal_is_known_by_what_is_rare() {
        assertThat(offsets(
                        "connection ECONNREFUSED",
                        "conn\t500\nonne\t500\nnnec\t500\nnect\t500\nctio\t500\ntion\t500\n"))
                .containsExactly(7, 8, 9, 10);
    }

    @Test
    void a_common_gram_with_a_rare_one_after_it_is_better_than_one_gram_alone() {
        assertThat(offsets("connEREFUSE", "conn\t500\n")).containsExactly(0, 1, 2, 3);
        assertThat(offsets("connEREFUSED", "conn\t500\n")).containsExactly(1, 2, 3, 4);
    }

    @Test
    void what_is_too_short_is_known_by_the_byte_beside_it_too() {
        assertThat(offsets("mongo", "")).containsExactly(-1, 0, 1, 2);
        assertThat(offsets("mongos", "ngos\t9\n")).containsExactly(-1, 0, 1, 2);
        assertThat(offsets("mongos", "mong\t9\nongo\t9\n")).containsExactly(-1, 0, 1, 2);
        assertThat(offsets("mongodb", "")).containsExactly(0, 1, 2, 3);
    }
}
