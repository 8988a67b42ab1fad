package dev.mendline.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLinesTest {
    @Test
    void lines_are_numbered_from_one_and_lose_their_ends() throws IOException {
        assertThat(read("a\nb\r\n\nlast", false)).containsExactly("1:a", "2:b", "3:", "4:last");
    }

    @Test
    void a_line_end_at_the_end_begins_no_line_and_nothing_holds_none() throws IOException {
        assertThat(read("a\n", false)).containsExactly("1:a");
        assertThat(read("", false)).isEmpty();
        assertThat(read("", true)).isEmpty();
    }

    @Test
    void a_line_over_the_limit_is_cut_and_says_so_and_the_next_is_whole() throws IOException {
        byte[] input = new byte[LogLines.MAX_LINE + 3];
        Arrays.fill(input, (byte) 'a');
        input[input.length - 2] = '\n';
        List<String> lines = new ArrayList<>();

        LogLines.read(
                new ByteArrayInputStream(input),
                false,
                (number, bytes, cut) -> lines.add(number + ":" + bytes.length + ":" + cut));

        assertThat(lines).containsExactly("1:" + LogLines.MAX_LINE + ":true", "2:1:false");
    }

    @Test
    void a_line_is_given_before_the_next_one_comes() throws Exception {
        BlockingQueue<String> given = new ArrayBlockingQueue<>(10);
        PipedInputStream in = new PipedInputStream();
        Thread reader = new Thread(() -> readQuietly(in, given));
        try (PipedOutputStream out = new PipedOutputStream(in)) {
            reader.start();
            out.write("first\nsec".getBytes(UTF_8));
            out.flush();

            assertThat(given.poll(10, TimeUnit.SECONDS)).isEqualTo("first");
            assertThat(given).isEmpty();
        }
        assertThat(given.poll(10, TimeUnit.SECONDS)).isEqualTo("sec");
        reader.join();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Java
                """
                2024-05-01 10:00:00 ERROR a.B - Query failed
                com.mongodb.MongoTimeoutException: Timed out after 30000 ms
                \tat com.mongodb.A.b(A.java:1)
                \t... 14 more
                Caused by: java.net.ConnectException: Connection refused
                \tat java.base/sun.nio.ch.Net.pollConnect(Native Method)
                ... 3 more""",
                // Python
                """
                ERROR:root:save failed
                Traceback (most recent call last):
                  File "a.py", line 1, in <module>
                    run()
                ConnectionRefusedError: [Errno 111] Connection refused

                The above exception was the direct cause of the following exception:

                Traceback (most recent call last):
                  File "a.py", line 3, in <module>
                    save()
                pymongo.errors.ServerSelectionTimeoutError: db:27017: [Errno 111] Connection refused""",
                // Node
                """
                MongoServerSelectionError: connect ECONNREFUSED 127.0.0.1:27017
                    at Topology.selectServer (/app/node_modules/mongodb/lib/sdam/topology.js:303:38) {
                  reason: TopologyDescription {
                    type: 'Unknown',
                  },
                  code: undefined,
                  [cause]: MongoNetworkError: connect ECONNREFUSED 127.0.0.1:27017
                      at connectionFailureError (/app/connect.js:1:2) {
                    errorLabelSet: Set(1) { 'ResetPool' }
                  }
                }""",
                // Go
                """
                panic: server selection error: context deadline exceeded
                [signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x0]

                goroutine 1 [running]:
                main.main()
                \t/app/main.go:12 +0x1d
                created by main.run in goroutine 7
                \t/app/main.go:9 +0x2

                goroutine 7 [select]:
                go.mongodb.org/mongo-driver/x/mongo/driver/topology.(*Server).update(0xc0001)
                \t/go/server.go:571""",
                // .NET
                """
                fail: Shop.Orders[0]
                      Save failed
                      System.TimeoutException: A timeout occurred after 30000ms
                         at MongoDB.Driver.A.B()
                   --- End of inner exception stack trace ---""",
                // JSON as people print it
                """
                {
                  "t": 1
                }"""
            })
    void what_goes_on_with_an_event_is_joined_to_it(String event) throws IOException {
        String next = "2024-05-01 10:00:01 INFO next";

        assertThat(read(event + "\n" + next + "\n" + event, true))
                .containsExactly("1:" + event, lines(event) + 1 + ":" + next, lines(event) + 2 + ":" + event);
    }

    @Test
    void exceptions_that_nothing_logged_are_each_their_own_event() throws IOException {
        assertThat(read("com.mongodb.MongoTimeoutException: a\ncom.mongodb.MongoTimeoutException: b", true))
                .containsExactly("1:com.mongodb.MongoTimeoutException: a", "2:com.mongodb.MongoTimeoutException: b");
    }

    @Test
    void tracebacks_one_after_the_other_are_each_their_own_event() throws IOException {
        String one = "Traceback (most recent call last):\n  File \"a.py\"\nValueError: x";

        assertThat(read(one + "\n" + one + "\n\n" + one, true))
                .containsExactly("1:" + one, "4:" + one, "7:", "8:" + one);
    }

    @Test
    void blank_lines_between_events_are_lines_of_their_own() throws IOException {
        assertThat(read("\na\n\n\nb\n\n", true)).containsExactly("1:", "2:a", "3:", "4:", "5:b", "6:");
    }

    @Test
    void an_event_ends_at_five_hundred_lines_or_a_quarter_of_a_mebibyte() throws IOException {
        assertThat(read("a\n" + " b\n".repeat(700), true))
                .extracting(LogLinesTest::lines)
                .containsExactly(500, 201);
        assertThat(read("a\n" + (" " + "b".repeat(100_000) + "\n").repeat(4), true))
                .extracting(LogLinesTest::lines)
                .containsExactly(3, 2);
    }

    private static int lines(String text) {
        return (int) text.lines().count();
    }

    private static List<String> read(String input, boolean multiline) throws IOException {
        List<String> lines = new ArrayList<>();
        LogLines.read(
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                multiline,
                (number, bytes, cut) -> lines.add(number + ":" + new String(bytes, UTF_8)));
        return lines;
    }

    private static void readQuietly(InputStream in, BlockingQueue<String> given) {
        try {
            LogLines.read(in, false, (number, bytes, cut) -> given.add(new String(bytes, UTF_8)));
        } catch (IOException e) {
            given.add(e.toString());
        }
    }
}
