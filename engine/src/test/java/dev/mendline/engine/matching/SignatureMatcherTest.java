package dev.mendline.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import dev.mendline.engine.matching.SignatureMatcher.Sought;
import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The matcher finds exactly what trying every pattern on every line finds. */
class SignatureMatcherTest {
    private static final String LETTERS = "abcAB .:";
    /** What a pattern may be made of around its anchor. */
    private static final List<String> BEFORE = List.of("", "", "", "[ab]+", "a{0,3}", "(?:A|b )", "\\b", "^", ".{0,5}");

    private static final List<String> AFTER =
            List.of("", "", " \\S+", "(?P<rest>[^:]*)", "(?: a| b)?", "[0-9]{1,3}", "$", ".{0,9}a", "é?");

    private final Random random;
    private final long seed;

    SignatureMatcherTest() {
        seed = Long.getLong("seed", System.nanoTime());
        random = new Random(seed);
    }

    private static String found(List<Sought> sought, byte[] line, int from, int to) {
        long[] hits = new long[sought.size() / 64 + 1];
        var unused = SignatureMatcher.of(sought).run().match(line, from, to, hits);
        return BitSet.valueOf(hits).toString();
    }

    /** Each pattern for itself, where one of its anchors stands. */
    private static String trying(List<Sought> sought, String line) {
        BitSet found = new BitSet();
        IntStream.range(0, sought.size())
                .filter(i -> isAnchored(sought.get(i), line))
                .filter(i -> re2(sought.get(i)).matcher(line).find())
                .forEach(found::set);
        return found.toString();
    }

    private static Pattern re2(Sought sought) {
        return Pattern.compile(sought.pattern().expression(), sought.ignoreCase() ? Pattern.CASE_INSENSITIVE : 0);
    }

    private static boolean isAnchored(Sought sought, String line) {
        return sought.anchors().stream()
                .anyMatch(anchor -> sought.ignoreCase() ? fold(line).contains(fold(anchor)) : line.contains(anchor));
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

    private Sought signature() {
        boolean ignoreCase = random.nextInt(4) == 0;
        List<String> anchors = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> word(1, 12))
                .toList();
        String words = String.join("|", anchors.stream().map(Pattern::quote).toList());
        String middle = anchors.size() == 1 ? words : "(?:" + words + ")";
        String pattern = random.nextInt(5) == 0
                ? words
                : BEFORE.get(random.nextInt(BEFORE.size())) + middle + AFTER.get(random.nextInt(AFTER.size()));
        return new Sought(LinePattern.compile(pattern, ignoreCase), ignoreCase, anchors);
    }

    /** Noise with anchors in it, some cut short, some one within the other. */
    private String line(List<Sought> sought) {
        StringBuilder line = new StringBuilder(word(0, 20));
        for (int i = random.nextInt(4); i > 0; i--) {
            List<String> anchors = sought.get(random.nextInt(sought.size())).anchors();
            String anchor = anchors.get(random.nextInt(anchors.size()));
            int cut = random.nextInt(6) == 0 ? random.nextInt(anchor.length()) : anchor.length();
            line.append(anchor, 0, cut).append(random.nextInt(5) == 0 ? "é" : word(0, 6));
        }
        return line.toString();
    }

    @Test
    void finds_what_each_pattern_finds_whatever_the_catalog_and_the_line() {
        for (int round = 0; round < 300; round++) {
            List<Sought> sought = IntStream.rangeClosed(0, random.nextInt(70))
                    .mapToObj(i -> signature())
                    .toList();
            SignatureMatcher.Run run = SignatureMatcher.of(sought).run();
            for (int i = 0; i < 20; i++) {
                String line = line(sought);
                byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                long[] hits = new long[sought.size() / 64 + 1];

                int found = run.match(bytes, 0, bytes.length, hits);

                assertThat(BitSet.valueOf(hits).toString())
                        .as("seed %d, line '%s', patterns %s", seed, line, sought)
                        .isEqualTo(trying(sought, line));
                assertThat(found).isEqualTo(BitSet.valueOf(hits).cardinality());
            }
        }
    }

    @Test
    void what_stands_around_the_line_is_not_looked_at() {
        for (int round = 0; round < 200; round++) {
            List<Sought> sought = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                sought.add(signature());
            }
            String line = line(sought);
            byte[] whole = (line + line + line).getBytes(StandardCharsets.UTF_8);
            int from = random.nextInt(whole.length + 1);
            int to = from + random.nextInt(whole.length - from + 1);
            String within = new String(whole, from, to - from, StandardCharsets.UTF_8);

            assertThat(found(sought, whole, from, to))
                    .as("seed %d, '%s', patterns %s", seed, within, sought)
                    .isEqualTo(trying(sought, within));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"connection reset", "CONNECTION RESET", "Connection Reset"})
    void case_is_ignored_where_the_signature_says_so(String anchor) {
        byte[] line = "the CoNNection reSet itself".getBytes(StandardCharsets.UTF_8);

        assertThat(found(List.of(Sought.of("(?:a|the) connection reset", true, List.of(anchor))), line, 0, line.length))
                .isEqualTo("{0}");
        assertThat(found(List.of(Sought.of("connection reset", false, List.of(anchor))), line, 0, line.length))
                .isEqualTo("{}");
    }

    @Test
    void bits_that_are_set_stay_and_one_run_serves_many_lines() {
        SignatureMatcher.Run run = SignatureMatcher.of(List.of(
                        Sought.of("refused [0-9]+", false, List.of("refused ")),
                        Sought.of("timed out", false, List.of("timed out"))))
                .run();
        long[] hits = {2};
        for (String line : List.of("refused x", "refused 12", "nothing")) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            int found = run.match(bytes, 0, bytes.length, hits);
            assertThat(found).isEqualTo(line.equals("refused 12") ? 1 : 0);
        }

        assertThat(hits).containsExactly(3);
    }

    @Test
    void any_anchor_tells_that_a_line_may_match() {
        SignatureMatcher matcher =
                SignatureMatcher.of(List.of(Sought.of("refused [0-9]+", false, List.of("refused "))));
        byte[] bytes = "refused x".getBytes(StandardCharsets.UTF_8);

        assertThat(matcher.mayMatch(bytes, 0, bytes.length)).isTrue();
        assertThat(matcher.mayMatch(bytes, 0, 7)).isFalse();
        assertThat(matcher.anchoredIn(Text.of("it was refused x")).stream()).containsExactly(0);
        assertThat(matcher.anchoredIn(Text.of("it was refused")).stream()).isEmpty();
        assertThat(matcher.size()).isEqualTo(1);
    }
}
