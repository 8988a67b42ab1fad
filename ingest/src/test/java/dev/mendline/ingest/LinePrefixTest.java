package dev.mendline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.model.log.LogEvent;
import dev.mendline.model.log.Resource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinePrefixTest {
    private static final Instant RECORD_TIME = Instant.parse("2024-07-01T00:00:00Z");

    private static final String JAVA = """
            2024-05-01T10:00:00Z ERROR a.B - Query failed
            com.mongodb.MongoTimeoutException: Timed out after 30000 ms
            \tat com.mongodb.A.b(A.java:1)
            \t... 14 more
            Caused by: java.net.ConnectException: Connection refused
            \tat java.base/sun.nio.ch.Net.pollConnect(Native Method)""";
    private static final String PYTHON = """
            Traceback (most recent call last):
              File "a.py", line 1, in <module>
                run()
            pymongo.errors.ServerSelectionTimeoutError: db.example.net:27017: [Errno 111] Connection refused""";
    private static final String NODE = """
            MongoServerSelectionError: connect ECONNREFUSED 127.0.0.1:27017
                at Topology.selectServer (/app/node_modules/mongodb/lib/sdam/topology.js:303:38) {
              reason: TopologyDescription {
                type: 'Unknown',
              },
              [cause]: MongoNetworkError: connect ECONNREFUSED 127.0.0.1:27017
                  at connectionFailureError (/app/connect.js:1:2)
            }""";
    private static final String JSON = """
            {
              "level": "error",
              "message": "connect ECONNREFUSED 127.0.0.1:27017"
            }""";
    private static final String NEXT = "2024-05-01T10:00:01Z INFO next";

    /** Prefixes that no table knows; the digits vary. */
    private static final List<String> UNKNOWN =
            List.of("api:dev: ", "[12:00:%d] [orders] ", "@shop/orders:start: ", "%d) worker> ");

    static Stream<Arguments> traces() {
        return Samples.prefixes().stream()
                .flatMap(prefix -> Stream.of(JAVA, PYTHON, NODE, JSON).map(trace -> Arguments.of(prefix, trace)));
    }

    static Stream<Arguments> unknown() {
        return UNKNOWN.stream().flatMap(prefix -> Stream.of(PYTHON, NODE).map(trace -> Arguments.of(prefix, trace)));
    }

    static List<Samples.Prefixed> prefixes() {
        return Samples.prefixes();
    }

    @Test
    void every_row_of_the_table_has_a_sample() {
        assertThat(Samples.prefixes().stream().map(Samples.Prefixed::name)).containsAll(LinePrefix.names());
    }

    @ParameterizedTest
    @MethodSource("prefixes")
    void what_a_prefix_says_is_kept(Samples.Prefixed prefix) {
        LogEvent event = only(prefix.around("querySrv ECONNREFUSED _mongodb._tcp.c0.example.net"));

        assertThat(event)
                .isEqualTo(new LogEvent(
                        prefix.time() == null ? RECORD_TIME : Instant.parse(prefix.time()),
                        prefix.severity(),
                        prefix.resource(),
                        null,
                        "querySrv ECONNREFUSED _mongodb._tcp.c0.example.net"));
    }

    @ParameterizedTest
    @MethodSource("prefixes")
    void json_after_a_prefix_is_read_and_its_own_values_come_first(Samples.Prefixed prefix) {
        LogEvent event = only(prefix.around("{\"level\":\"warn\",\"msg\":\"slow\",\"service\":\"cart\"}"));

        assertThat(event.text()).isEqualTo("slow");
        assertThat(event.severity()).isEqualTo("WARN");
        assertThat(event.service()).isEqualTo("cart");
        assertThat(event.resource().host()).isEqualTo(prefix.resource().host());
    }

    @ParameterizedTest
    @MethodSource("traces")
    void a_trace_with_a_prefix_on_each_line_is_one_event(Samples.Prefixed prefix, String trace) throws IOException {
        List<String> events = events(prefixed(prefix, trace) + "\n" + prefix.around(NEXT));

        assertThat(events).hasSize(2);
        assertThat(only(events.get(0)).text()).isEqualTo(only(trace).text());
        assertThat(only(events.get(0)).service()).isEqualTo(prefix.resource().service());
        assertThat(only(events.get(1)).text()).isEqualTo(NEXT);
    }

    @ParameterizedTest
    @MethodSource("traces")
    void a_record_of_several_lines_loses_the_prefix_of_each(Samples.Prefixed prefix, String trace) {
        assertThat(only(prefixed(prefix, trace)).text()).isEqualTo(only(trace).text());
    }

    @ParameterizedTest
    @MethodSource("unknown")
    void an_unknown_prefix_is_learned_from_the_frames_of_a_trace(String prefix, String trace) throws IOException {
        String lines = (trace + "\n" + NEXT)
                .lines()
                .map(line -> prefix.formatted((line.length() * 7) % 60 + 10) + line)
                .collect(Collectors.joining("\n"));

        List<String> events = events(lines + "\n" + lines);

        assertThat(events).hasSize(4);
        assertThat(events.get(0).lines().skip(1))
                .containsExactlyElementsOf(trace.lines().skip(1).toList());
        assertThat(events.get(2).lines().skip(1))
                .containsExactlyElementsOf(trace.lines().skip(1).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2024-05-01T10:00:00.%06d000Z ", "May  1 10:00:00 ", "2024-05-01 10:00:00 ", "1714557600.%06d "})
    void a_time_before_each_line_is_no_new_event(String time) throws IOException {
        String lines = (NODE + "\n" + PYTHON + "\nINFO next\nINFO last")
                .lines()
                .map(line -> time.formatted(line.length()) + line)
                .collect(Collectors.joining("\n"));

        assertThat(events(lines)).extracting(event -> event.lines().count()).containsExactly(8L, 4L, 1L, 1L);
    }

    @Test
    void interleaved_streams_are_kept_apart_and_come_in_the_order_of_their_first_lines() throws IOException {
        String log = """
                web-1  | Traceback (most recent call last):
                db-1   | {"t":{"$date":"2024-05-01T10:00:00Z"},"s":"I","c":"NETWORK","msg":"Listening"}
                web-1  |   File "a.py", line 1, in <module>
                api-1  | MongoServerSelectionError: connect ECONNREFUSED 127.0.0.1:27017
                web-1  |     run()
                api-1  |     at Topology.selectServer (/app/topology.js:303:38)
                web-1  | pymongo.errors.AutoReconnect: connection closed
                web-2  |     run()
                api-1  | listening""";

        assertThat(events(log))
                .containsExactly(
                        "web-1  | Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\n    run()\n"
                                + "pymongo.errors.AutoReconnect: connection closed",
                        "db-1   | {\"t\":{\"$date\":\"2024-05-01T10:00:00Z\"},\"s\":\"I\",\"c\":\"NETWORK\",\"msg\":\"Listening\"}",
                        "api-1  | MongoServerSelectionError: connect ECONNREFUSED 127.0.0.1:27017\n"
                                + "    at Topology.selectServer (/app/topology.js:303:38)",
                        "web-2  |     run()",
                        "api-1  | listening");
    }

    @Test
    void a_line_that_the_container_runtime_cut_goes_on_without_a_line_end() throws IOException {
        String log = """
                2024-05-01T10:00:00.1Z stdout P querySrv ECONN
                2024-05-01T10:00:00.2Z stderr F other
                2024-05-01T10:00:00.3Z stdout F REFUSED _mongodb._tcp.c0.example.net""";

        assertThat(events(log))
                .containsExactly(
                        "2024-05-01T10:00:00.1Z stdout P querySrv ECONNREFUSED _mongodb._tcp.c0.example.net",
                        "2024-05-01T10:00:00.2Z stderr F other");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR | the pool is full",
                "2024-05-01T10:00:00Z INFO orders[12]: x",
                "2024-05-01 10:00:00.000 | ERROR    | app:run:12 - x",
                "MongoServerError: a | b",
                "| a | b |",
                "worker-1 started well",
                "[pool www] x",
                "<5> x"
            })
    void ordinary_lines_have_no_prefix(String line) {
        assertThat(LinePrefix.of(line)).isEqualTo(LinePrefix.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A terminal of 96 columns.
                """
                [2026-09-21T12:16:12.209+0000] [.warn] [src/client.go:1238] Server for client=0x0 connParams=mon
                go-0.mongo-svc.db.svc.cluster.local:27017 (local=false) determined to be down: dial tcp 172.17.2
                43.86:27017: connect: connection refused""",
                // A window of a graphical tool.
                """
                Unable to connect:
                querySrv ECONNREFUSED
                _mongodb._tcp.cluster5.vqcnk.example.net""",
                """
                Connection failed:
                getaddrinfo ENOTFOUND
                db-0.example.net:27017""",
                // JSON and the lines that the program prints after it.
                """
                {"level":"error","msg":"save failed","service":"orders"}
                MongoServerSelectionError: connect ECONNREFUSED 127.0.0.1:27017
                    at Topology.selectServer (/app/topology.js:303:38)""",
                // A dump whose indents are lost.
                """
                MongoServerSelectionError: getaddrinfo ENOTFOUND db
                at Timeout._onTimeout (/app/topology.js:312:38)
                at process.processTimers (node:internal/timers:500:7) {
                reason: TopologyDescription {
                type: 'Unknown',
                servers: Map(1) { 'db:27017' => [ServerDescription] },
                }
                }"""
            })
    void an_event_that_was_broken_over_lines_is_one_again(String event) throws IOException {
        List<String> events = events(NEXT + "\n" + event + "\n" + NEXT);

        assertThat(events).hasSize(3);
        assertThat(events.get(1).replace("\n", "")).isEqualTo(event.replace("\n", ""));
    }

    @Test
    void json_keeps_its_values_if_text_lines_follow() {
        LogEvent event = only("{\"level\":\"error\",\"msg\":\"save failed\",\"service\":\"orders\"}\n"
                + "MongoServerSelectionError: connect ECONNREFUSED 127.0.0.1:27017\n    at a.js:1:2");

        assertThat(event.service()).isEqualTo("orders");
        assertThat(event.text())
                .isEqualTo(
                        "save failed\nMongoServerSelectionError: connect ECONNREFUSED 127.0.0.1:27017\n    at a.js:1:2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MongoNetworkError: connect ECONNREFUSED 10.0.0.1:27017\nMongoNetworkError: connect ECONNREFUSED 10.0.0.2:27017",
                "starting the service:\nlistening on 8080",
                "{\"level\":\"info\",\"msg\":\"a\"}\nMongoNetworkError: connect ECONNREFUSED 10.0.0.1:27017",
                "2024-05-01T10:00:00Z INFO options: {\n2024-05-01T10:00:00Z INFO next",
                "2024-05-01 10:00:00  INFO a\n2024-05-01 10:00:00  INFO b",
                "host is up\ndb-0.example.net",
                "The cache of the service answered after 12 milliseconds from here\nPort 8080 of the service is open for all clients of the network..",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n2024-05-01T10:00:00Z INFO aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void complete_events_are_never_joined(String events) throws IOException {
        assertThat(events(events)).hasSize(2);
    }

    private static String prefixed(Samples.Prefixed prefix, String text) {
        return text.lines().map(prefix::around).collect(Collectors.joining("\n"));
    }

    private static LogEvent only(String line) {
        List<LogEvent> events = LogFormats.read(line.getBytes(UTF_8), RECORD_TIME, Resource.UNKNOWN)
                .events();
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static List<String> events(String log) throws IOException {
        List<String> events = new ArrayList<>();
        LogLines.read(
                new ByteArrayInputStream(log.getBytes(UTF_8)),
                true,
                (number, bytes, cut) -> events.add(new String(bytes, UTF_8)));
        return events;
    }
}
