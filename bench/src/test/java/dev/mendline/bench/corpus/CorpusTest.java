package dev.mendline.bench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorpusTest {
    private static final int LINES = 20_000;

    @TempDir
    Path folder;

    private List<String> lines(Mix mix) {
        return Corpus.in(folder, mix, LINES).first(LINES).stream()
                .map(line -> new String(line, StandardCharsets.UTF_8))
                .toList();
    }

    private static double share(List<String> lines, Predicate<String> of) {
        return (double) lines.stream().filter(of).count() / lines.size();
    }

    @ParameterizedTest
    @EnumSource
    void a_line_has_the_length_that_lines_of_services_have(Mix mix) {
        assertThat(lines(mix).stream().mapToInt(String::length).average().orElseThrow())
                .isBetween(225.0, 245.0);
    }

    /** Every form of an error names a thing that no other line speaks of. */
    @ParameterizedTest
    @EnumSource
    void the_share_of_errors_is_what_the_mix_says(Mix mix) {
        Pattern error = Pattern.compile("(?i)querysrv|querytxt|dnshostnotfound|unmarshal|no such host|getaddrinfo"
                + "|econnrefused \\S+:27017|too many open|mongo(?:ose|server|network|pool|parse)|com\\.mongodb|pymongo"
                + "|server selection|sasl conversation|socket exception \\[|connection pool (?:for|:)|from connection pool"
                + "|econnreset from peer|no reachable|message header: eof|x509");

        double share = share(lines(mix), line -> error.matcher(line).find());

        assertThat(share).isCloseTo(mix.errors(), within(0.012));
    }

    @ParameterizedTest
    @EnumSource
    void json_plain_logfmt_access_and_frames_have_their_shares(Mix mix) {
        List<String> lines = lines(mix);
        double wrapped = mix.errors() + (1 - mix.errors()) * 0.75;

        assertThat(share(lines, line -> line.startsWith("{\""))).isCloseTo(wrapped * 0.45, within(0.015));
        assertThat(share(lines, line -> line.contains("] [http-nio-"))).isCloseTo(wrapped * 0.40, within(0.015));
        assertThat(share(lines, line -> line.contains(" msg=\""))).isCloseTo(wrapped * 0.15, within(0.015));
        assertThat(share(lines, line -> line.contains("HTTP/1.1\" ")))
                .isCloseTo((1 - mix.errors()) * 0.17, within(0.015));
        assertThat(share(lines, line -> line.matches("\\s+at .*"))).isCloseTo((1 - mix.errors()) * 0.08, within(0.01));
    }

    @Test
    void two_lines_of_a_hundred_only_look_like_errors() {
        Pattern nearMiss =
                Pattern.compile(":6379 while|upstream timed out|for user 'deploy|closed by the peer|payments gateway"
                        + "|PSQLException|mongodb-primary");

        assertThat(share(lines(Mix.CALM), line -> nearMiss.matcher(line).find()))
                .isCloseTo(0.02, within(0.005));
    }

    @Test
    void no_place_is_left_unfilled_and_every_line_is_ascii() {
        assertThat(lines(Mix.OUTAGE))
                .noneMatch(line -> line.contains("${"))
                .allMatch(line -> line.matches("\\p{ASCII}+"));
    }

    @Test
    void a_json_line_is_json() {
        assertThat(lines(Mix.CALM).stream().filter(line -> line.startsWith("{")).filter(line -> line.contains("\\")))
                .allMatch(line -> line.matches("\\{(?:\"(?:[^\"\\\\]|\\\\[\"\\\\])*\"[:,]?)+}"));
    }

    @Test
    void the_same_seed_writes_the_same_bytes() throws IOException {
        Path first = Corpus.in(folder.resolve("a"), Mix.CALM, LINES).file();
        Path second = Corpus.in(folder.resolve("b"), Mix.CALM, LINES).file();

        assertThat(Files.mismatch(first, second)).isEqualTo(-1);
        assertThat(first.getFileName()).isEqualTo(second.getFileName());
    }

    /** Another number here is another corpus: figures from before cannot be compared with figures from after. */
    @Test
    void every_machine_writes_the_corpus_that_the_figures_are_from() {
        assertThat(Corpus.in(folder, Mix.CALM, LINES).file()).hasFileName("calm-20000-11a87531.log");
        assertThat(Corpus.in(folder, Mix.OUTAGE, LINES).file()).hasFileName("outage-20000-54e11451.log");
    }

    @Test
    void a_corpus_that_is_there_is_not_written_again() throws IOException {
        Path file = Corpus.in(folder, Mix.CALM, 10).file();
        Files.writeString(file, "kept\n");

        assertThat(Corpus.in(folder, Mix.CALM, 10).first(10)).containsExactly("kept".getBytes(StandardCharsets.UTF_8));
    }
}
