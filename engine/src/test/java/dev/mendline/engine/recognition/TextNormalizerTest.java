package dev.mendline.engine.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextNormalizerTest {
    @Test
    void colours_go_however_a_shipper_wrote_the_escape() {
        assertThat(TextNormalizer.of("\u001b[0;31mERROR\u001b[0m a")).isEqualTo("ERROR a");
        assertThat(TextNormalizer.of("\u009b0;31mERROR\u009b0m [a]")).isEqualTo("ERROR [a]");
        assertThat(TextNormalizer.of("#033[31mERROR#033[0m a")).isEqualTo("ERROR a");
        assertThat(TextNormalizer.of("\\u001b[31mERROR\\u001b[39m a")).isEqualTo("ERROR a");
        assertThat(TextNormalizer.of("^[[31mERROR^[[0m a")).isEqualTo("ERROR a");
    }

    @Test
    void the_frame_around_a_traceback_becomes_blanks() {
        assertThat(TextNormalizer.of("│ pool.py │")).isEqualTo("  pool.py  ");
    }

    @Test
    void escapes_of_json_are_written_out_also_twice() {
        assertThat(TextNormalizer.of("{\"err\":\"a\\n\\tat b \\\"c\\\"\"}")).isEqualTo("{\"err\":\"a\n\tat b \"c\"\"}");
        assertThat(TextNormalizer.of("\\\\\\\"code\\\\\\\": 18")).isEqualTo("\"code\": 18");
        assertThat(TextNormalizer.of("it\\u2019s \\\"x\\\"")).isEqualTo("it’s \"x\"");
    }

    @Test
    void a_path_of_windows_stays_as_it_is() {
        assertThat(TextNormalizer.of("C:\\new\\tools\\mongo.exe failed")).isEqualTo("C:\\new\\tools\\mongo.exe failed");
    }

    @Test
    void lines_that_a_terminal_broke_at_its_width_are_whole_again() {
        String line = "x".repeat(70) + " Type: Unknow";
        String next = "n, Error: timed out" + "y".repeat(line.length() - 19);

        assertThat(TextNormalizer.of(line + "\n" + next + "\nend"))
                .startsWith("x".repeat(70) + " Type: Unknown, Error: timed out");
    }

    @Test
    void lines_that_are_only_equally_long_stay_lines() {
        String lines = "MongoNetworkError: getaddrinfo ENOTFOUND cluster0-shard-00-00.ab1cd.mongodb.net\n"
                + "MongoNetworkError: getaddrinfo ENOTFOUND cluster0-shard-00-01.ab1cd.mongodb.net\n";
        String frames = "com.mongodb.MongoException: it is as long as a frame of the trace that is below\n"
                + "\tat com.mongodb.internal.connection.SocketStream.open(SocketStream.java:1000000)\n"
                + "\tat com.mongodb.internal.connection.SocketStream.read(SocketStream.java:1000001)\n";

        assertThat(TextNormalizer.of(lines)).isEqualTo(lines);
        assertThat(TextNormalizer.of(frames)).isEqualTo(frames);
    }

    @Test
    void what_is_legible_already_is_left_alone() {
        String text = "MongoNetworkError: connect ECONNREFUSED 10.0.0.1:27017\n    at Socket (net.js:1)\n";

        assertThat(TextNormalizer.of(text)).isEqualTo(text);
    }

    @Test
    void an_escape_that_is_cut_off_is_no_fault() {
        assertThat(TextNormalizer.of("\\\"a\\")).isEqualTo("\"a\\");
        assertThat(TextNormalizer.of("\\\"a\\u00")).isEqualTo("\"a\\u00");
    }
}
