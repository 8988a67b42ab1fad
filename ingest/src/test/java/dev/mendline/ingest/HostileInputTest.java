package dev.mendline.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.mendline.model.Json;
import dev.mendline.model.log.LogEvent;
import dev.mendline.model.log.Resource;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that stands in a log stops the reading, nothing is lost without a word, nothing takes long. */
class HostileInputTest {
    private static final int MEBIBYTE = 1 << 20;

    @Test
    void a_line_of_five_megabytes_is_read_up_to_the_limit_and_reported() {
        ReadResult reading = read("ERROR " + "ä".repeat(5 * MEBIBYTE / 2));

        assertThat(reading.problem())
                .isEqualTo(new ReadProblem(
                        ReadProblem.TOO_LARGE, "The record has 5242886 bytes; the first 1048576 were read."));
        assertThat(reading.events()).singleElement().satisfies(event -> {
            assertThat(event.severity()).isEqualTo("ERROR");
            assertThat(event.text()).hasSize((MEBIBYTE - 6) / 2 + 6).endsWith("ä");
        });
    }

    @Test
    void a_character_at_the_limit_is_not_torn() {
        ReadResult reading = read("a" + "ä".repeat(MEBIBYTE));

        assertThat(reading.events())
                .singleElement()
                .satisfies(event -> assertThat(event.text()).doesNotContain("\uFFFD"));
    }

    @Test
    void json_too_deep_is_read_as_text_and_reported() {
        for (String line :
                List.of("[".repeat(MEBIBYTE), deep(10_000), "{\"message\":" + Json.text(deep(10_000)) + "}")) {
            ReadResult reading = read(line);

            assertThat(reading.problem())
                    .isEqualTo(new ReadProblem(
                            ReadProblem.TOO_DEEP, "The JSON nests deeper than 1000 levels; it was read as text."));
            assertThat(reading.events()).hasSize(1);
        }
    }

    @Test
    void json_of_a_thousand_levels_is_not_too_deep() {
        ReadResult reading = read(deep(1000));

        assertThat(reading.problem()).isNull();
        assertThat(reading.events()).extracting(LogEvent::text).containsExactly(deep(1000));
    }

    @Test
    void malformed_bytes_are_replaced_and_the_first_is_named() {
        ReadResult reading =
                LogFormats.read("ERROR caf\u00E9 closed".getBytes(ISO_8859_1), Instant.EPOCH, Resource.UNKNOWN);

        assertThat(reading.problem())
                .isEqualTo(
                        new ReadProblem(ReadProblem.NOT_UTF8, "Byte 9 is not UTF-8; such bytes were read as U+FFFD."));
        assertThat(reading.events()).extracting(LogEvent::text).containsExactly("ERROR caf\uFFFD closed");
        assertThat(read("a replacement \uFFFD that was there before").problem()).isNull();
    }

    @Test
    void a_lone_surrogate_becomes_a_replacement_so_that_the_event_can_be_written() {
        ReadResult reading =
                read("{\"message\":\"a\\ud800b\\ude00\\ud83d\\ude00\",\"level\":\"\\udfff\",\"service\":\"\\ud800\"}");

        assertThat(reading.events())
                .containsExactly(LogEvent.of(Instant.EPOCH, "\uFFFD", "\uFFFD", "a\uFFFDb\uFFFD\uD83D\uDE00"))
                .allSatisfy(event -> assertThat(Json.bytes(event)).isNotEmpty());
    }

    @Test
    void nul_bytes_are_text() {
        assertThat(read("\0\0").events()).extracting(LogEvent::text).containsExactly("\0\0");
        assertThat(read("{\"msg\":\"a\\u0000b\"}").events())
                .extracting(LogEvent::text)
                .containsExactly("a\0b");
    }

    @Test
    void the_last_of_two_equal_keys_counts() {
        assertThat(read("{\"msg\":\"a\",\"msg\":\"b\"}").events())
                .extracting(LogEvent::text)
                .containsExactly("b");
    }

    @Test
    void json_that_ends_early_or_goes_on_is_text_without_damage() {
        for (String line :
                List.of("{\"msg\":\"a", "{\"msg\":\"a\"} and more", "[1,2,3]", "42", "{'msg': 'a'}", "\"a")) {
            assertThat(read(line))
                    .isEqualTo(new ReadResult(List.of(LogEvent.of(Instant.EPOCH, null, null, line)), null));
        }
    }

    static Stream<Named<String>> costly() {
        String digits = "9".repeat(MEBIBYTE - 100);
        String as = "a".repeat(MEBIBYTE / 2);
        StringBuilder keys = new StringBuilder("{\"msg\":\"x\"");
        for (int key = 0; key < 80_000; key++) {
            keys.append(",\"k").append(key).append("\":1");
        }
        return Stream.of(
                Named.of("one letter", as + as),
                Named.of("a huge number", "{\"msg\":\"x\",\"time\":" + digits + "}"),
                Named.of("a huge number as text", "{\"msg\":\"x\",\"time\":\"" + digits + "\"}"),
                Named.of("quotes", "\"".repeat(MEBIBYTE)),
                Named.of("backslashes", "\"" + "\\\\".repeat(MEBIBYTE / 2 - 1) + "\""),
                Named.of("braces", "{".repeat(MEBIBYTE)),
                Named.of("escapes", "\u001B[".repeat(MEBIBYTE / 2)),
                Named.of("escapes without end", "\u001B]" + as + "\u001B[" + "0".repeat(MEBIBYTE / 2 - 10)),
                Named.of("many keys", keys + "}"),
                Named.of("many records", "[" + "{\"a\":1},".repeat(MEBIBYTE / 8 - 1) + "{}]"),
                Named.of(
                        "an error that nearly stands in the message",
                        "{\"msg\":\"" + as + "\",\"err\":\"" + "a".repeat(255) + "b\",\"error\":\"" + as.substring(9)
                                + "b\"}"),
                Named.of("holes", "{\"@t\":\"x\",\"@mt\":\"" + "{a:".repeat(MEBIBYTE / 4) + "\"}"),
                Named.of(
                        "holes to be filled",
                        "{\"@t\":\"x\",\"@mt\":\"" + "{P}".repeat(MEBIBYTE / 8) + "\",\"P\":\"" + as + "\"}"),
                Named.of(
                        "records within a message",
                        "{\"message\":"
                                + Json.text("{\"resourceLogs\":[{\"scopeLogs\":[{\"logRecords\":["
                                        + "{\"body\":{\"stringValue\":\"x\"}},".repeat(8_000) + "{}]}]}]}")
                                + ",\"error\":\"" + as + "\"}"),
                Named.of(
                        "lists in an error",
                        "{\"msg\":\"x\",\"err\":" + "[".repeat(900) + Json.text(as) + "]".repeat(900) + "}"),
                Named.of(
                        "causes",
                        "{\"msg\":\"x\",\"err\":" + "{\"message\":\"m\",\"cause\":".repeat(900) + Json.text(as)
                                + "}".repeat(900) + "}"),
                Named.of("bars", "a|".repeat(MEBIBYTE / 2)),
                Named.of("pods", "[pod/".repeat(MEBIBYTE / 5)),
                Named.of("priorities", "<34>".repeat(MEBIBYTE / 4)),
                Named.of("digits", digits),
                Named.of("names with dots", "a.".repeat(MEBIBYTE / 2)),
                Named.of("bars, pods and priorities on each line", "a|[pod/<34>9.\n".repeat(MEBIBYTE / 13)),
                Named.of("line ends", "\n".repeat(MEBIBYTE)),
                Named.of("spaces", "x" + " ".repeat(MEBIBYTE - 2) + "x"),
                Named.of("noise", new String(noise(), ISO_8859_1)));
    }

    @ParameterizedTest
    @MethodSource("costly")
    void a_mebibyte_of_anything_comes_to_an_end(String line) {
        ReadResult reading = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> read(line));

        assertThat(reading.events().stream()
                        .mapToLong(event -> event.text().length())
                        .sum())
                .isLessThan(4L * MEBIBYTE);
    }

    @ParameterizedTest
    @MethodSource("costly")
    void a_mebibyte_of_anything_comes_to_an_end_where_lines_are_joined(String line) {
        byte[] bytes = line.getBytes(UTF_8);
        AtomicLong delivered = new AtomicLong();

        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> LogLines.read(
                        new ByteArrayInputStream(bytes),
                        true,
                        (number, event, cut) -> delivered.addAndGet(event.length)));

        assertThat(delivered.get()).isLessThanOrEqualTo(bytes.length);
    }

    @Test
    void a_text_whose_first_line_is_blank_is_text() {
        assertThat(read(" \nERROR refused").events()).extracting(LogEvent::text).containsExactly(" \nERROR refused");
    }

    private static byte[] noise() {
        byte[] noise = new byte[MEBIBYTE / 2];
        new Random(7).nextBytes(noise);
        return noise;
    }

    private static String deep(int levels) {
        return "{\"a\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
    }

    private static ReadResult read(String line) {
        return LogFormats.read(line.getBytes(UTF_8), Instant.EPOCH, Resource.UNKNOWN);
    }
}
