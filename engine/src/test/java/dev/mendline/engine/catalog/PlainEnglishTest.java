package dev.mendline.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.condition.Condition;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules for the sentences that the shipped catalog shows to people. */
class PlainEnglishTest {
    private static final Catalog CATALOG = Catalog.builtIn();
    private static final int MAX_TITLE = 75;
    private static final int MAX_REASON = 150;
    private static final int MAX_SUMMARY = 180;
    private static final int MAX_STEP = 150;
    private static final int MAX_WORDS = 20;

    /** The first words that a step may have: verbs in the imperative, and "If" for a step with a condition. */
    private static final Set<String> OPENINGS = Set.of(
            ("Add Allow Ask Avoid Call Change Check Choose Close Compare Configure Connect Copy Correct Do Encode Enter"
                            + " Find Give If Install Keep Leave Let Log Look Lower Open Percent-encode Raise Read Restart"
                            + " Select Set Start Stop Take Test Try Turn Upgrade Use Wait")
                    .split(" "));

    /** Turns of phrase that a reader must read twice, or that are not idiomatic. */
    private static final Pattern BANNED = Pattern.compile(
            "\\banew\\b|, for (?:the|it|they|this)\\b|\\b(?:is|are) (?:not there|to be)\\b|\\bof late\\b"
                    + "|\\bwho(?:m|ever)?\\b|\\bbesides\\b|\\bin vain\\b|\\bafter all\\b|\\bmend(?:ed|s)?\\b"
                    + "|\\bmade out to\\b|\\bwill do\\b|\\bwhat is too\\b",
            Pattern.CASE_INSENSITIVE);

    private static Stream<Arguments> causes() {
        return CATALOG.causes().stream().map(cause -> Arguments.of(cause.id(), cause));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("causes")
    void a_step_is_a_short_imperative_and_a_command_follows_a_colon(String id, Cause cause) {
        assertThat(cause.guidance().steps()).allSatisfy(step -> {
            String sentence = sentence(step);
            assertThat(OPENINGS).contains(sentence.split("[ .]", 2)[0]);
            assertThat(sentence).hasSizeLessThanOrEqualTo(MAX_STEP).endsWith(step.contains("\n") ? ":" : ".");
            assertPlain(sentence);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("causes")
    void a_summary_is_short(String id, Cause cause) {
        assertThat(cause.guidance().summary())
                .hasSizeLessThanOrEqualTo(MAX_SUMMARY)
                .endsWith(".");
        assertPlain(cause.guidance().summary());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("causes")
    void a_reason_is_one_short_sentence(String id, Cause cause) {
        Stream<Condition> conditions = Stream.of(
                        cause.conditions().confirm(),
                        cause.conditions().suggest(),
                        cause.conditions().refute())
                .flatMap(List::stream);
        assertThat(conditions).isNotEmpty().extracting(Condition::because).allSatisfy(reason -> {
            assertThat(reason)
                    .hasSizeLessThanOrEqualTo(MAX_REASON)
                    .endsWith(".")
                    .doesNotContain(". ");
            assertPlain(reason);
        });
    }

    @Test
    void a_title_is_a_short_line() {
        Stream<String> titles = Stream.of(
                        CATALOG.causes().stream().map(Cause::title),
                        CATALOG.symptoms().stream().map(Symptom::title),
                        CATALOG.hints().stream().map(HintText::title))
                .flatMap(all -> all);
        assertThat(titles).allSatisfy(title -> {
            assertThat(title).hasSizeLessThanOrEqualTo(MAX_TITLE).matches("[A-Z].*[^.]");
            assertPlain(title);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Make it anew.",
                "Restart it, for the line is old.",
                "Check why the name is not there.",
                "Ask who runs the network.",
                "Whoever stands between is believed."
            })
    void a_riddle_is_found(String riddle) {
        assertThat(BANNED.matcher(riddle).find()).isTrue();
    }

    /** The sentence of a step, without the commands below it. */
    private static String sentence(String step) {
        return step.lines().findFirst().orElse("");
    }

    private static void assertPlain(String text) {
        assertThat(text).doesNotContainPattern(BANNED).doesNotContain("  ");
        assertThat(text.split("(?<=[.:;]) "))
                .allSatisfy(
                        sentence -> assertThat(sentence.split(" ")).as(sentence).hasSizeLessThanOrEqualTo(MAX_WORDS));
    }
}
