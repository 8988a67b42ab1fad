package dev.mendline.engine.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.PatternSyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinePatternTest {
    private static final String REFUSED = "connect ECONNREFUSED (?P<address>[0-9.]+):(?P<port>270[0-9]{2})\\b";

    @Test
    void tells_what_its_groups_hold() {
        MatchResult found = found(REFUSED, "Error: connect ECONNREFUSED 10.0.0.1:27017 at TCP");
        assertThat(found.start()).isEqualTo(7);
        assertThat(found.group("address")).isEqualTo("10.0.0.1");
        assertThat(found.group("port")).isEqualTo("27017");
        assertThat(found.group("host")).isNull();
        assertThat(LinePattern.compile(REFUSED, false).names()).containsExactlyInAnyOrder("address", "port");
    }

    @Test
    void a_group_that_takes_no_part_holds_nothing() {
        assertThat(found("a(?:(?P<x>b)|c)", "ac").group("x")).isNull();
    }

    @Test
    void a_region_is_a_text_of_its_own() {
        LinePattern pattern = LinePattern.compile("^\\bb+$", false);
        Text text = Text.of("abbc");
        assertThat(pattern.find(text, 0, 4, 0)).isNull();
        MatchResult found = Objects.requireNonNull(pattern.find(text, 1, 3, 1));
        assertThat(found.start()).isEqualTo(1);
        assertThat(found.end()).isEqualTo(3);
        assertThat(pattern.endAt(text, 1, 3, 1)).isEqualTo(3);
        assertThat(pattern.endAt(text, 1, 3, 2)).isEqualTo(-1);
    }

    @Test
    void bytes_are_read_where_they_lie() {
        byte[] line = "xx connection closed yy".getBytes(StandardCharsets.UTF_8);
        Text text = Text.of(line, 3, 20);
        assertThat(text.bytes()).isSameAs(line);
        MatchResult found = Objects.requireNonNull(
                LinePattern.compile("closed$", false).find(text, text.from(), text.to(), text.from()));
        assertThat(text.substring(found.start(), found.end())).isEqualTo("closed");
    }

    @Test
    void what_is_not_ascii_keeps_its_text_and_its_places() {
        byte[] line = "xxdésolé: «node-1» ✓".getBytes(StandardCharsets.UTF_8);
        Text text = Text.of(line, 2, line.length);
        assertThat(text.isPlain()).isTrue();
        LinePattern pattern = LinePattern.compile("«?(?P<host>\\W\\w+-\\d.) .", false);
        assertThat(pattern.isCompiled()).isFalse();
        LinePattern own = LinePattern.compile("(?P<host>\\W\\w+-\\d.) .$", false);
        assertThat(own.isCompiled()).isTrue();
        MatchResult found = Objects.requireNonNull(own.find(text, text.from(), text.to(), text.from()));
        assertThat(found.group("host")).isEqualTo("«node-1»");
    }

    @Test
    void a_character_beyond_ascii_is_seen_wherever_it_stands() {
        for (int length = 0; length < 20; length++) {
            byte[] line = ("x".repeat(length) + "\u00e9" + "x".repeat(19 - length)).getBytes(StandardCharsets.UTF_8);
            Text text = Text.of(line, 0, line.length);
            assertThat(text.to()).isEqualTo(20);
            assertThat(LinePattern.compile("\\W", false).endAt(text, 0, 20, length))
                    .isEqualTo(length + 1);
        }
    }

    @Test
    void a_rare_character_is_found_wherever_it_stands() {
        for (int length = 0; length < 40; length++) {
            Text text = Text.of("-".repeat(length) + "#-ZQ" + "-".repeat(39 - length));
            for (boolean ignoresCase : new boolean[] {false, true}) {
                LinePattern pattern = LinePattern.compile(ignoresCase ? "zq" : "ZQ", ignoresCase);
                assertThat(AllMatches.ofLinePattern(pattern, text, 0))
                        .containsExactly((length + 2) + "-" + (length + 4));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"Kelvin \u212a, kelvin k", "me\u017f\u017fage, message", "\ud83d\ude00 ok, '. ok$'"})
    void what_folds_to_ascii_or_takes_two_chars_is_left_to_re2j(String line, String expression) {
        Text text = Text.of(line);
        assertThat(text.isPlain()).isFalse();
        MatchResult found = Objects.requireNonNull(
                LinePattern.compile("^" + expression, true).find(text, text.from(), text.to(), text.from()));
        assertThat(found.end()).isEqualTo(text.to());
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "a**", "[b-a]", "(?=x)", "\\1", "(?P<n>a)(?P<n>b)", "x{1001}", "\\Z", "a{2,1}"})
    void what_re2j_does_not_take_is_no_pattern(String expression) {
        assertThatThrownBy(() -> LinePattern.compile(expression, false)).isInstanceOf(PatternSyntaxException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\pL",
                "[[:alpha:]]",
                "(?m)^a",
                "(?U)a+",
                "é",
                "[a-é]",
                "\\x{e9}",
                "\\012",
                "((((a{50}){50}){2}){2})",
                "(?P<x>a)(?P<y>b){0}"
            })
    void what_is_not_known_here_is_left_to_re2j(String expression) {
        assertThat(LinePattern.compile(expression, false).isCompiled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a{,5}", "a{", "a{01}", "{", "x{2", "[]]", "[^]]", "[a-]", "[]-a]", "\\Qa{2}\\E", "\\-\\_", ")*"
            })
    void what_looks_like_syntax_and_is_none_is_taken_as_it_stands(String words) {
        String expression = words.equals(")*") ? "\\)*" : words;
        Text text = Text.of("a{,5} a{01} {x{2 ]a-] a{2} -_ ))");
        assertThat(LinePattern.compile(expression, false).isCompiled()).isTrue();
        assertThat(AllMatches.ofLinePattern(LinePattern.compile(expression, false), text, 0))
                .isNotEmpty()
                .isEqualTo(
                        AllMatches.ofRe2j(com.google.re2j.Pattern.compile(expression), text.substring(0, text.to())));
    }

    @Test
    void a_region_with_too_many_states_is_left_to_re2j() {
        String expression = "(?:(?:a|bc|de)?x){0,200}!";
        LinePattern pattern = LinePattern.compile(expression, false);
        assertThat(pattern.isCompiled()).isTrue();
        Text text = Text.of("ax".repeat(20_000) + "bcx!");
        MatchResult found = Objects.requireNonNull(pattern.find(text, 0, text.to(), 39_990));
        assertThat(text.substring(found.start(), found.end())).isEqualTo("axaxaxaxaxbcx!");
        assertThat(pattern.endAt(text, 0, text.to(), 0)).isEqualTo(-1);
    }

    @Test
    void an_empty_match_is_passed() {
        LinePattern pattern = LinePattern.compile("b*", false);
        assertThat(AllMatches.ofLinePattern(pattern, Text.of("abba"), 0)).containsExactly("0-0", "1-3", "3-3", "4-4");
    }

    private static MatchResult found(String expression, String line) {
        Text text = Text.of(line);
        return Objects.requireNonNull(
                LinePattern.compile(expression, false).find(text, text.from(), text.to(), text.from()));
    }
}
