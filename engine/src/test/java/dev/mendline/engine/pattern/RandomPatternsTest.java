package dev.mendline.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Random expressions find the same matches as RE2/J in random texts. */
class RandomPatternsTest {
    private static final int EXPRESSIONS = 6_000;
    private static final int TEXTS = 4;
    private static final List<String> PLAIN = List.of(
            "a", "b", "k", "s", "A", "S", "K", "B", " ", "_", "-", "1", ".", "\n", "a", "b", "ab", "\u00e9", "\u20ac");
    private static final List<String> ODD = List.of("\u212a", "\u017f", "\ud83d\ude00", "\ud800", "\udc00");

    private final long seed = Long.getLong("mendline.test.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void finds_what_re2j_finds_in_any_text() {
        RandomExpression expressions = new RandomExpression(random);
        int own = 0;
        int matches = 0;
        for (int i = 0; i < EXPRESSIONS; i++) {
            String expression = expressions.next();
            boolean ignoresCase = random.nextInt(3) == 0;
            Pattern theirs = Pattern.compile(expression, ignoresCase ? Pattern.CASE_INSENSITIVE : 0);
            LinePattern ours = LinePattern.compile(expression, ignoresCase);
            own += ours.isCompiled() ? 1 : 0;
            for (int j = 0; j < TEXTS; j++) {
                String text = text();
                List<String> expected = AllMatches.ofRe2j(theirs, text);
                matches += expected.size();
                assertThat(AllMatches.ofLinePattern(ours, amidst(text), 2))
                        .as("%s (ignoring case: %s) in '%s', seed %d", expression, ignoresCase, text, seed)
                        .isEqualTo(expected);
            }
        }
        assertThat(own).as("compiled expressions").isGreaterThan(EXPRESSIONS * 8 / 10);
        assertThat(matches).as("matches compared").isGreaterThan(EXPRESSIONS);
    }

    @Test
    void finds_what_re2j_finds_where_a_line_is_longer_than_a_word_of_visited_states() {
        RandomExpression expressions = new RandomExpression(random);
        for (int i = 0; i < EXPRESSIONS / 20; i++) {
            String expression = expressions.next();
            String text = IntStream.range(0, 30).mapToObj(j -> text()).collect(Collectors.joining());
            assertThat(AllMatches.ofLinePattern(LinePattern.compile(expression, false), amidst(text), 2))
                    .as("%s in '%s', seed %d", expression, text, seed)
                    .isEqualTo(AllMatches.ofRe2j(Pattern.compile(expression), text));
        }
    }

    @Test
    void each_branch_has_its_own_case_where_re2j_gives_both_the_same() {
        String expression = "a(?:(?i:A)[^a]|A\\S{2,})A";
        String text = "KaaA_.b_aAS";

        assertThat(AllMatches.ofLinePattern(LinePattern.compile(expression, false), Text.of("ab" + text + "ba"), 2))
                .containsExactly("2-10");
        assertThat(AllMatches.ofRe2j(Pattern.compile(expression), text)).containsExactly("1-10");
    }

    /** Surrounds the text with characters that must not affect text start, text end or word boundaries. */
    private Text amidst(String text) {
        boolean isUtf8 = StandardCharsets.UTF_8.newEncoder().canEncode(text);
        return isUtf8 && random.nextBoolean()
                ? AllMatches.amidst("ab" + text + "ba", "-a", "a\u00e9")
                : Text.of("ab" + text + "ba");
    }

    private String text() {
        boolean isOdd = random.nextInt(8) == 0;
        return IntStream.range(0, random.nextInt(14))
                .mapToObj(i -> isOdd && random.nextInt(4) == 0 ? one(ODD) : one(PLAIN))
                .collect(Collectors.joining());
    }

    private String one(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
