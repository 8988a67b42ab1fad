package dev.mendline.engine.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Example;
import dev.mendline.engine.catalog.Symptom;
import dev.mendline.model.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Raw bytes are passed over unread only when no reading of them can show a symptom. */
class DisguiseTest {
    private static final Catalog CATALOG = Catalog.builtIn();
    private static final Recognizer RECOGNISER = new Recognizer(CATALOG);
    private static final List<String> TEXTS = CATALOG.symptoms().stream()
            .map(Symptom::examples)
            .flatMap(List::stream)
            .map(Example::text)
            .toList();

    /** How a text may stand in a log so that no anchor is whole. */
    private enum Disguise {
        NONE(text -> text),
        COLOURED(text -> text.replaceAll("([a-z])([a-z])", "$1\u001b[31m$2")),
        COLOURED_AND_WRITTEN_OUT(text -> text.replaceAll("([a-z])([a-z])", "$1\\\\u001b[31m$2")),
        COLOURED_IN_OCTAL(text -> text.replaceAll("([a-z])([a-z])", "$1#033[1;31m$2")),
        WITH_WHAT_NOBODY_SEES(text -> text.replaceAll("([a-z])([a-z])", "$1\u200b$2")),
        WITH_UNICODE_ESCAPES(text -> text.replaceAll("e", "\\\\u0065")),
        IN_JSON(text -> Json.text(Map.of("message", text))),
        IN_JSON_IN_JSON(text -> Json.text(Map.of("log", Json.text(Map.of("message", text)))));

        private final UnaryOperator<String> dress;

        Disguise(UnaryOperator<String> dress) {
            this.dress = dress;
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_shows_a_symptom_is_never_passed_over(Disguise disguise) {
        List<String> shown = TEXTS.stream()
                .map(disguise.dress)
                .filter(text -> RECOGNISER.recognise(text).symptom() != null)
                .toList();

        assertThat(shown).as("texts that still show something").hasSizeGreaterThan(TEXTS.size() / 3);
        assertThat(shown)
                .allSatisfy(text -> assertThat(RECOGNISER.mayShow(text.getBytes(StandardCharsets.UTF_8)))
                        .as(text)
                        .isTrue());
    }

    @Test
    void ordinary_lines_are_passed_over() {
        assertThat(Stream.of(
                        "2026-11-22T10:00:00Z INFO Order 17 created for customer 4",
                        "{\"level\":\"info\",\"message\":\"say \\\"hi\\\" to C:\\\\tmp\",\"took\":3}",
                        "\tat com.example.Orders.create(Orders.java:17)"))
                .noneMatch(line -> RECOGNISER.mayShow(line.getBytes(StandardCharsets.UTF_8)));
    }
}
