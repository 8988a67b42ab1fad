package dev.mendline.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A filter finds each occurrence exactly once, as a search for each literal at each position does. */
class RandomTextsTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int LONGEST = 40;

    /** Few characters, so that literals overlap; with characters that only folding equates, and bytes beyond ASCII. */
    private static final List<String> ALPHABETS =
            List.of("ab", "abAB", "aA@`[{ \t", "mongoMONGO_\u007f", "eé\u00c9\u00a0 E");

    /** Sizes from so small that most grams collide, to larger than ever needed. */
    static Stream<Buckets> buckets() {
        return IntStream.of(1, 3, 6, 10, 14, 17).mapToObj(Buckets::new);
    }

    private final Random random = new Random(SEED);

    @ParameterizedTest
    @MethodSource("buckets")
    void a_filter_finds_what_trying_each_literal_finds(Buckets buckets) {
        for (int i = 0; i < 400; i++) {
            String alphabet = ALPHABETS.get(random.nextInt(ALPHABETS.size()));
            List<Literal> literals = literals(alphabet, 1 + random.nextInt(12));
            LiteralFilter filter = LiteralFilter.of(literals, frequencies(literals), buckets);
            byte[] text = Scans.bytes(text(literals, alphabet));
            int from = random.nextInt(text.length + 1);
            int to = from + random.nextInt(text.length - from + 1);
            List<Scans.Found> tried = Scans.tried(literals, text, from, to);

            assertThat(Scans.found(filter, text, from, to))
                    .as("seed %d, round %d", SEED, i)
                    .isEqualTo(tried);
            assertThat(filter.isAnyIn(text, from, to))
                    .as("seed %d, round %d", SEED, i)
                    .isEqualTo(!tried.isEmpty());
        }
    }

    @Test
    void five_thousand_literals_are_told_apart() {
        List<Literal> literals =
                Stream.generate(() -> literal("abcdefghij :.", 5)).limit(5_000).toList();
        LiteralFilter filter = LiteralFilter.of(literals);
        for (int i = 0; i < 20; i++) {
            byte[] text = Scans.bytes(
                    text(literals, "abcdefghij :.") + literals.get(i).text());

            assertThat(Scans.found(filter, text, 0, text.length))
                    .as("seed %d, round %d", SEED, i)
                    .isEqualTo(Scans.tried(literals, text, 0, text.length))
                    .isNotEmpty();
        }
    }

    /** Returns literals and parts of them, with and without case. */
    private List<Literal> literals(String alphabet, int count) {
        List<Literal> literals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Literal literal = literal(alphabet, 1);
            literals.add(literal);
            int from = random.nextInt(literal.text().length());
            int to = from + 1 + random.nextInt(literal.text().length() - from);
            literals.add(new Literal(literal.text().substring(from, to), random.nextBoolean()));
        }
        return literals;
    }

    private Literal literal(String alphabet, int shortest) {
        String ascii = alphabet.replaceAll("[^\\x00-\\x7f]", "");
        return new Literal(string(ascii, shortest + random.nextInt(LONGEST + 1 - shortest)), random.nextBoolean());
    }

    private String text(List<Literal> literals, String alphabet) {
        StringBuilder text = new StringBuilder(string(alphabet, random.nextInt(17)));
        for (int i = random.nextInt(8); i >= 0; i--) {
            String literal = literals.get(random.nextInt(literals.size())).text();
            text.append(random.nextBoolean() ? literal : swapped(literal))
                    .append(random.nextBoolean() ? "" : string(alphabet, random.nextInt(17)));
        }
        return text.toString();
    }

    private String swapped(String literal) {
        StringBuilder text = new StringBuilder(literal);
        int at = random.nextInt(literal.length());
        text.setCharAt(at, (char) (text.charAt(at) ^ 0x20));
        return text.toString();
    }

    private String string(String alphabet, int length) {
        return random.ints(length, 0, alphabet.length())
                .collect(StringBuilder::new, (text, i) -> text.append(alphabet.charAt(i)), StringBuilder::append)
                .toString();
    }

    /** Returns random frequencies, so that any window of a literal can be selected. */
    private GramFrequencies frequencies(List<Literal> literals) {
        StringBuilder table = new StringBuilder();
        literals.stream()
                .map(LiteralBytes::new)
                .filter(literal -> literal.length() >= Gram.LENGTH)
                .forEach(literal -> {
                    int offset = random.nextInt(literal.length() - Gram.LENGTH + 1);
                    table.append(GramTable.text(literal.gram(offset)))
                            .append('\t')
                            .append(random.nextInt(9_999))
                            .append('\n');
                });
        return GramFrequencies.parse(table.toString());
    }
}
