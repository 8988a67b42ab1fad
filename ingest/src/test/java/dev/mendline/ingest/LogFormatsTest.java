package dev.mendline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mendline.model.log.Resource;
import dev.mendline.model.Json;
import dev.mendline.model.log.LogEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogFormatsTest {
    private static final Instant RECORD_TIME = Instant.parse("2026-11-22T00:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\r\n", "\t \n", "\u001B[0m", "\"\"", "\" \"", "\uFEFF", "{}", "[{}]"})
    void a_blank_line_holds_no_event(String line) {
        assertThat(read(line)).isEqualTo(new ReadResult(List.of(), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "2024-05-01 10:00:00,123 ERROR [main] a.B - x; ERROR; 2024-05-01T10:00:00.123Z",
                "[2024-05-01T10:00:00+02:00] [warn] x; WARN; 2024-05-01T08:00:00Z",
                "2024-05-01T10:00:00.123+0000 W NETWORK  [conn1] x; WARN; 2024-05-01T10:00:00.123Z",
                "10:00:00.123 [main] WARN  a.B - x; WARN;",
                "time=\"2024-05-01T10:00:00Z\" level=warning msg=\"x\"; WARN; 2024-05-01T10:00:00Z",
                "E0501 10:00:00.000000       1 a.go:12] x; ERROR; 2026-05-01T10:00:00Z",
                "error: connect ECONNREFUSED; ERROR;",
                "CRITICAL:root:x; FATAL;",
                "2024-13-41T10:00:00Z no such day; ;",
                "2024-05-01T10:00:00+9999 no such offset; ;",
                "MongoServerSelectionError: an ERRORS b-ERROR-c /ERROR; ;",
                "the word comes after eighty characters xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx ERROR; ;",
            })
    void the_head_of_a_plain_line_tells_level_and_time(String line, String level, String time) {
        Instant expected = time == null ? RECORD_TIME : Instant.parse(time);

        assertThat(read(line).events()).containsExactly(LogEvent.of(expected, level, null, line));
    }

    @Test
    void the_hint_names_the_service_when_the_log_does_not() {
        assertThat(LogFormats.read("x".getBytes(UTF_8), RECORD_TIME, Resource.ofService("shop")).events())
                .extracting(LogEvent::service)
                .containsExactly("shop");
        assertThat(LogFormats.read("{\"message\":\"x\",\"service\":\"cart\"}".getBytes(UTF_8), RECORD_TIME, Resource.ofService("shop"))
                        .events())
                .extracting(LogEvent::service)
                .containsExactly("cart");
    }

    @Test
    void colours_are_taken_off() {
        assertThat(read("\u001B[1;31mERROR\u001B[0m \u001B]8;;http://x\u0007link\u001B]8;;\u0007 x\u001B[K")
                        .events())
                .containsExactly(LogEvent.of(RECORD_TIME, "ERROR", null, "ERROR link x"));
    }

    @Test
    void an_array_of_objects_is_one_event_each() {
        assertThat(read("[{\"message\":\"a\",\"level\":\"info\"},{\"message\":\"b\"},{\"x\":1}]")
                        .events())
                .containsExactly(
                        LogEvent.of(RECORD_TIME, "INFO", null, "a"),
                        LogEvent.of(RECORD_TIME, null, null, "b"),
                        LogEvent.of(RECORD_TIME, null, null, "{\"x\":1}"));
    }

    @Test
    void three_layers_are_opened_and_the_fourth_is_text() {
        String line = "{\"message\":\"core\"}";
        for (int layer = 0; layer < 3; layer++) {
            line = wrapped(line);
        }
        assertThat(read(line).events()).extracting(LogEvent::text).containsExactly("core");

        assertThat(read(wrapped(line)).events()).extracting(LogEvent::text).containsExactly("{\"message\":\"core\"}");
    }

    @Test
    void an_otlp_record_carries_one_event_for_each_log_record() {
        String line = """
                {"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"cart"}}]},
                "scopeLogs":[{"scope":{},"logRecords":[
                {"timeUnixNano":"1714557600123456789","severityNumber":17,"body":{"stringValue":"Query failed"},
                "attributes":[{"key":"exception.type","value":{"stringValue":"com.mongodb.MongoTimeoutException"}},
                {"key":"exception.message","value":{"stringValue":"Timed out"}},
                {"key":"exception.stacktrace","value":{"stringValue":"com.mongodb.MongoTimeoutException: Timed out\\n\\tat a"}}]},
                {"observedTimeUnixNano":"1714557600000000000","severityText":"Warning","body":{"kvlistValue":{"values":[
                {"key":"msg","value":{"stringValue":"slow"}},{"key":"n","value":{"arrayValue":{"values":[{"intValue":"7"}]}}}]}}},
                {"attributes":[{"key":"exception.message","value":{"stringValue":"only this"}}]},
                {}]}]}]}
                """;

        assertThat(read(line).events())
                .containsExactly(
                        LogEvent.of(
                                Instant.parse("2024-05-01T10:00:00.123456789Z"),
                                "ERROR",
                                "cart",
                                "Query failed\ncom.mongodb.MongoTimeoutException: Timed out\n\tat a"),
                        LogEvent.of(Instant.parse("2024-05-01T10:00:00Z"), "WARN", "cart", "slow"),
                        LogEvent.of(RECORD_TIME, null, "cart", "only this"));
    }

    @Test
    void a_number_is_a_time_by_its_magnitude() {
        for (String number : new String[] {
            "1714557600", "1714557600000", "1714557600000000", "1714557600000000000", "1714557600.0", "\"1714557600\""
        }) {
            assertThat(read("{\"msg\":\"x\",\"time\":" + number + "}").events())
                    .as(number)
                    .extracting(LogEvent::time)
                    .containsExactly(Instant.parse("2024-05-01T10:00:00Z"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1e400", "-1e400", "99999999999999999999999", "true", "{}", "\"soon\"", "null"})
    void what_is_no_time_leaves_the_record_s_own(String time) {
        assertThat(read("{\"msg\":\"x\",\"level\":" + time + ",\"time\":" + time + "}")
                        .events())
                .extracting(LogEvent::time, LogEvent::text)
                .containsExactly(tuple(RECORD_TIME, "x"));
    }

    private static String wrapped(String line) {
        return "{\"message\":" + Json.text(line) + "}";
    }

    private static ReadResult read(String line) {
        return LogFormats.read(line.getBytes(UTF_8), RECORD_TIME, Resource.UNKNOWN);
    }
}
