package dev.mendline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mendline.model.Json;
import dev.mendline.model.log.LogEvent;
import dev.mendline.model.log.Resource;
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
                "2024-05-01T10:00:00.123+0000 W NETWORK  [thread1] x; WARN; 2024-05-01T10:00:00.123Z",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "2024-05-01T10:00:00.123Z ERROR 437 --- [orders] [           main] o.s.boot.SpringApplication  : x; orders; -; -",
                "2024-05-01T10:00:00.123Z ERROR 437 --- [           main] o.s.boot.SpringApplication  : x; -; -; -",
                "time=\"2024-05-01T10:00:00Z\" level=error msg=\"x\" service=orders host=web-7 trace_id=4bf92f; orders; web-7; 4bf92f",
                "E, [2024-05-01T10:00:00.561502 #19711] ERROR -- orders: x; orders; -; -",
                "I, [2024-05-01T10:00:00.561502 #19711]  INFO -- : x; -; -; -",
                "[2024-05-01T10:00:00.123456+00:00] billing.ERROR: x; billing; -; -",
                "[2024-05-01 10:00:00] production.ERROR: x; -; -; -",
                "[2024-05-01T10:00:00Z ERROR orders::db] x; orders; -; -",
                "2024-05-01T10:00:00.123456Z ERROR orders::db: x; orders; -; -",
                "2024-05-01T10:00:00.123456Z ERROR mongodb::cmap: x; -; -; -",
                "2024-05-01T10:00:00.123+0000 I NETWORK  [conn12] x; mongod; -; -",
            })
    void a_plain_line_names_its_service_host_and_trace(String line, String service, String host, String trace) {
        LogEvent event = read(line).events().get(0);

        assertThat(event.service()).isEqualTo(service);
        assertThat(event.resource().host()).isEqualTo(host);
        assertThat(event.traceId()).isEqualTo(trace);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "2022/11/21 10:22:41 x; 2022-11-21T10:22:41Z",
                "May 12, 2015 5:56:10 PM com.mongodb.A log; 2015-05-12T17:56:10Z",
                "[Tue May 12 2015 17:56:10 GMT+0200 (CEST)] INFO x; 2015-05-12T15:56:10Z",
                "Tue May 12 17:56:10.123 2015 x; 2015-05-12T17:56:10.123Z",
                "22 Nov 2023 10:52:38.414 INFO x; 2023-11-22T10:52:38.414Z",
                "[07/May/2020:03:15:12 +0100] x; 2020-05-07T02:15:12Z",
                "[Nest] 41  - 09/12/2022, 3:14:41 PM   ERROR [Boot] x; 2022-09-12T15:14:41Z",
                "E, [2022-12-08T16:30:39.561502 #19711] ERROR -- : x; 2022-12-08T16:30:39.561502Z",
                "[ERROR] 2022-12-08 16:30:39 x; 2022-12-08T16:30:39Z",
                "Dec 30 23:59:59 x; 2025-12-30T23:59:59Z",
                "[1700000000] x; 2023-11-14T22:13:20Z",
                // No zone: in some zone it is now.
                "2026-11-21 20:00:00 x; 2026-11-22T00:00:00Z",
                // A log cannot make itself newer.
                "2031-01-01T00:00:00Z x; 2026-11-22T00:00:00Z",
                "certificate expired at 2020-01-01T00:00:00Z; 2026-11-22T00:00:00Z",
            })
    void the_log_s_own_time_is_read_but_never_later_than_the_record(String line, String time) {
        assertThat(read(line).events().get(0).time()).isEqualTo(Instant.parse(time));
    }

    @Test
    void a_batch_of_cloudwatch_is_read_event_by_event() {
        assertThat(
                        read("{\"messageType\":\"DATA_MESSAGE\",\"logGroup\":\"/ecs/orders\",\"logStream\":\"a/b\",\"logEvents\":["
                                        + "{\"id\":\"1\",\"timestamp\":1714557600000,\"message\":\"ERROR a\"},"
                                        + "{\"id\":\"2\",\"timestamp\":1714557601000,\"message\":\"b\"}]}")
                                .events())
                .containsExactly(
                        LogEvent.of(Instant.parse("2024-05-01T10:00:00Z"), "ERROR", "orders", "ERROR a"),
                        LogEvent.of(Instant.parse("2024-05-01T10:00:01Z"), null, "orders", "b"));
    }

    @Test
    void the_hint_names_the_service_when_the_log_does_not() {
        assertThat(LogFormats.read("x".getBytes(UTF_8), RECORD_TIME, Resource.ofService("shop"))
                        .events())
                .extracting(LogEvent::service)
                .containsExactly("shop");
        assertThat(LogFormats.read(
                                "{\"message\":\"x\",\"service\":\"cart\"}".getBytes(UTF_8),
                                RECORD_TIME,
                                Resource.ofService("shop"))
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
