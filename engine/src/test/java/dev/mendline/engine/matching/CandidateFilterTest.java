package dev.mendline.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The candidates are exactly the signatures that have an anchor in the text. */
class CandidateFilterTest {
    private static final String LETTERS = "abcAB .:";

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    private static String candidates(List<List<Literal>> anchors, byte[] text, int from, int to) {
        return CandidateFilter.of(anchors).candidates(text, from, to).toString();
    }

    private static String expected(List<List<Literal>> anchors, String text) {
        BitSet expected = new BitSet();
        IntStream.range(0, anchors.size())
                .filter(i -> anchors.get(i).stream().anyMatch(anchor -> occurs(anchor, text)))
                .forEach(expected::set);
        return expected.toString();
    }

    private static boolean occurs(Literal anchor, String text) {
        return anchor.ignoreCase() ? fold(text).contains(fold(anchor.text())) : text.contains(anchor.text());
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private String word(int least, int most) {
        int length = least + random.nextInt(most - least + 1);
        return IntStream.range(0, length)
                .mapToObj(i -> String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length()))))
                .reduce("", String::concat);
    }

    private List<List<Literal>> signatures(int count) {
        return IntStream.range(0, count)
                .mapToObj(signature -> IntStream.rangeClosed(0, random.nextInt(3))
                        .mapToObj(i -> new Literal(word(1, 12), random.nextInt(4) == 0))
                        .toList())
                .toList();
    }

    /** Noise with anchors in it, some cut short, some within others. */
    private String text(List<List<Literal>> signatures) {
        StringBuilder text = new StringBuilder(word(0, 20));
        for (int i = random.nextInt(4); i > 0; i--) {
            List<Literal> anchors = signatures.get(random.nextInt(signatures.size()));
            String anchor = anchors.get(random.nextInt(anchors.size())).text();
            int cut = random.nextInt(6) == 0 ? random.nextInt(anchor.length()) : anchor.length();
            text.append(anchor, 0, cut).append(random.nextInt(5) == 0 ? "é" : word(0, 6));
        }
        return text.toString();
    }

    @Test
    void finds_the_same_candidates_as_a_search_for_each_anchor() {
        for (int round = 0; round < 300; round++) {
            List<List<Literal>> signatures = signatures(1 + random.nextInt(150));
            CandidateFilter filter = CandidateFilter.of(signatures);
            for (int i = 0; i < 20; i++) {
                String text = text(signatures);
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                String expected = expected(signatures, text);

                assertThat(filter.candidates(bytes, 0, bytes.length).toString())
                        .as("seed %d, text '%s', anchors %s", seed, text, signatures)
                        .isEqualTo(expected);
                assertThat(filter.isAnyIn(bytes, 0, bytes.length)).isEqualTo(!expected.equals("{}"));
            }
        }
    }

    @Test
    void ignores_what_is_outside_the_range() {
        for (int round = 0; round < 200; round++) {
            List<List<Literal>> signatures = signatures(10);
            String line = text(signatures);
            byte[] whole = (line + line + line).getBytes(StandardCharsets.UTF_8);
            int from = random.nextInt(whole.length + 1);
            int to = from + random.nextInt(whole.length - from + 1);
            String within = new String(whole, from, to - from, StandardCharsets.UTF_8);

            assertThat(candidates(signatures, whole, from, to))
                    .as("seed %d, '%s', anchors %s", seed, within, signatures)
                    .isEqualTo(expected(signatures, within));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"connection reset", "CONNECTION RESET", "Connection Reset"})
    void ignores_case_only_if_the_anchor_does(String anchor) {
        byte[] text = "the CoNNection reSet itself".getBytes(StandardCharsets.UTF_8);

        assertThat(candidates(List.of(List.of(), List.of(new Literal(anchor, true))), text, 0, text.length))
                .isEqualTo("{1}");
        assertThat(candidates(List.of(List.of(new Literal(anchor, false))), text, 0, text.length))
                .isEqualTo("{}");
    }
}
