package dev.mendline.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralFilterTest {
    private static final String LETTERS = "querySrv ENOTFOUND _mongodb._tcp.cluster0";

    private static Literal exact(String text) {
        return new Literal(text, false);
    }

    private static Literal anyCase(String text) {
        return new Literal(text, true);
    }

    private static List<Scans.Found> found(List<Literal> literals, String text) {
        byte[] bytes = Scans.bytes(text);
        return Scans.found(LiteralFilter.of(literals), bytes, 0, bytes.length);
    }

    static IntStream lengths() {
        return IntStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void a_literal_is_found_at_every_alignment_and_at_both_ends(int length) {
        String text = LETTERS.substring(0, length);
        LiteralFilter filter = LiteralFilter.of(List.of(exact(text)));
        for (int before = 0; before < 16; before++) {
            for (int after = 0; after < 16; after++) {
                byte[] bytes = Scans.bytes("#".repeat(before) + text + "#".repeat(after));

                assertThat(Scans.found(filter, bytes, 0, bytes.length))
                        .as("%d before, %d after", before, after)
                        .containsExactly(new Scans.Found(0, before));
                assertThat(filter.isAnyIn(bytes, 0, bytes.length)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void what_crosses_a_border_of_the_range_is_not_in_it(int length) {
        String text = LETTERS.substring(0, length);
        LiteralFilter filter = LiteralFilter.of(List.of(exact(text)));
        for (int margin = 0; margin < 8; margin++) {
            byte[] bytes = Scans.bytes("#".repeat(margin) + text + "##".repeat(8));
            byte[] last = Scans.bytes("##".repeat(8) + text + "#".repeat(margin));

            assertThat(filter.isAnyIn(bytes, margin, bytes.length)).isTrue();
            assertThat(filter.isAnyIn(bytes, margin + 1, bytes.length)).isFalse();
            assertThat(filter.isAnyIn(last, 0, last.length - margin)).isTrue();
            assertThat(filter.isAnyIn(last, 0, last.length - margin - 1)).isFalse();
        }
    }

    @Test
    void case_counts_unless_it_is_ignored() {
        List<Literal> literals = List.of(exact("Connection refused"), anyCase("CONNECTION refused"));

        assertThat(found(literals, "Connection refused")).hasSize(2);
        assertThat(found(literals, "connection Refused")).containsExactly(new Scans.Found(1, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[mongodb]", "@mongodb@", "_mongodb_", "mongo\u007fdb"})
    void characters_that_only_folding_makes_alike_are_told_apart(String text) {
        String twin = text.chars()
                .map(c -> Character.isLetter(c) ? c : c ^ 0x20)
                .collect(StringBuilder::new, (all, c) -> all.append((char) c), StringBuilder::append)
                .toString();

        assertThat(twin).isNotEqualTo(text);
        assertThat(found(List.of(anyCase(text), exact(text)), twin + twin)).isEmpty();
        assertThat(found(List.of(anyCase(text), exact(text)), text)).hasSize(2);
    }

    @Test
    void letters_beyond_ascii_are_nobody_s_case() {
        assertThat(found(
                        List.of(anyCase("kelvins"), anyCase("strasse")), "\u212aelvin\u017f stra\u017fse \u00cbelvins"))
                .isEmpty();
    }

    @Test
    void literals_are_found_between_characters_of_many_bytes() {
        assertThat(found(List.of(exact("mongo"), exact("no primary")), "→é日本mongo𝄞no primary€"))
                .containsExactly(new Scans.Found(0, 11), new Scans.Found(1, 20));
    }

    @Test
    void each_of_equal_literals_is_reported() {
        assertThat(found(List.of(exact("timed out"), exact("timed out"), anyCase("Timed Out")), "it timed out"))
                .containsExactly(new Scans.Found(0, 3), new Scans.Found(1, 3), new Scans.Found(2, 3));
    }

    @Test
    void literals_within_each_other_and_overlapping_are_all_found() {
        List<Literal> literals =
                List.of(exact("server selection"), exact("selection error"), exact("select"), exact("e"));

        assertThat(found(literals, "server selection error"))
                .containsExactlyInAnyOrder(
                        new Scans.Found(0, 0),
                        new Scans.Found(1, 7),
                        new Scans.Found(2, 7),
                        new Scans.Found(3, 1),
                        new Scans.Found(3, 4),
                        new Scans.Found(3, 8),
                        new Scans.Found(3, 10),
                        new Scans.Found(3, 17));
    }

    @Test
    void a_sink_that_has_enough_is_told_no_more() {
        byte[] text = Scans.bytes("timed out, timed out, timed out; no; no; timed out");
        LiteralFilter filter =
                LiteralFilter.of(List.of(exact("timed out"), exact("out"), exact("no"), exact("med out")));
        int all = Scans.found(filter, text, 0, text.length).size();
        for (int enough = 1; enough <= all; enough++) {
            int limit = enough;
            List<Integer> told = new ArrayList<>();
            filter.scan(text, 0, text.length, (literal, position) -> {
                told.add(literal);
                return told.size() < limit;
            });

            assertThat(told).hasSize(enough);
        }
    }

    @Test
    void nothing_is_found_when_nothing_is_looked_for_or_nowhere() {
        byte[] text = Scans.bytes("text");

        assertThat(LiteralFilter.of(List.of()).isAnyIn(text, 0, text.length)).isFalse();
        assertThat(LiteralFilter.of(List.of(exact("t"), exact("text"), exact("context")))
                        .isAnyIn(text, 2, 2))
                .isFalse();
    }

    @Test
    void a_range_that_is_not_in_the_array_is_refused() {
        LiteralFilter filter = LiteralFilter.of(List.of(exact("refused")));

        assertThatThrownBy(() -> filter.isAnyIn(new byte[8], 0, 9)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> filter.isAnyIn(new byte[8], -1, 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> filter.isAnyIn(new byte[8], 5, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void only_ascii_is_looked_for() {
        assertThatThrownBy(() -> exact("")).hasMessage("empty literal");
        assertThatThrownBy(() -> exact("Verbindung geschloßen")).hasMessage("not ASCII: Verbindung geschloßen");
    }

    @Test
    void scanning_allocates_nothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        LiteralFilter filter = LiteralFilter.of(Stream.of("connection timed out", "mongo", "no", "refused")
                .map(LiteralFilterTest::anyCase)
                .toList());
        byte[] text =
                Scans.bytes("MongoNetworkTimeoutError: connection 7 to 10.0.0.1:27017 timed out; no retry ".repeat(9));
        int[] found = new int[1];
        LiteralFilter.Sink sink = (literal, position) -> ++found[0] > 0;
        filter.scan(text, 0, text.length, sink);
        boolean any = filter.isAnyIn(text, 0, text.length);
        long nothing = threads.getThreadAllocatedBytes(self);
        long before = threads.getThreadAllocatedBytes(self);
        for (int i = 0; i < 1_000; i++) {
            filter.scan(text, 0, text.length, sink);
            any &= filter.isAnyIn(text, 0, text.length);
        }
        long allocated = threads.getThreadAllocatedBytes(self) - before;

        assertThat(any).isTrue();
        assertThat(found[0]).isEqualTo(1_001 * 18);
        assertThat(allocated).isLessThanOrEqualTo(before - nothing);
    }
}
