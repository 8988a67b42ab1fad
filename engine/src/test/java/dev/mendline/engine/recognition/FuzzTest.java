package dev.mendline.engine.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Example;
import dev.mendline.engine.gap.GapFinder;
import dev.mendline.engine.redaction.Redactor;
import dev.mendline.engine.sighting.SightingFactory;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.log.Coordinates;
import dev.mendline.model.log.LogEvent;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No input throws, hangs or costs more than ten times the ordinary per byte. */
class FuzzTest {
    private static final int SIZE = 1 << 20;
    private static final int RATIO = 10;

    private static final Catalog CATALOG = Catalog.builtIn();
    private static final Recognizer RECOGNISER = new Recognizer(CATALOG);
    private static final SightingFactory SIGHTER =
            new SightingFactory(CATALOG, Inventory.DEFAULT, new Redactor(List.of()), true);
    private static final GapFinder FINDER = new GapFinder(SIGHTER);
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final Coordinates SOURCE = new Coordinates("logs", 0, 0);
    private static final List<String> ANCHORS = CATALOG.signatures()
            .flatMap(signature -> signature.anchors().stream())
            .distinct()
            .toList();
    private static final List<String> EXAMPLES = CATALOG.symptoms().stream()
            .flatMap(symptom -> symptom.examples().stream())
            .map(Example::text)
            .toList();

    /** Everyday logs, each event on its own, of the same size. */
    private static final long ORDINARY = ordinary();

    /** A megabyte and what it is made of. */
    record Megabyte(String name, String text) {
        static Megabyte of(String unit) {
            return new Megabyte(unit, unit.repeat(SIZE / unit.length() + 1).substring(0, SIZE));
        }

        /** Of units that all differ: {@code #} is a number. */
        static Megabyte counted(String unit) {
            StringBuilder text = new StringBuilder(SIZE + unit.length() + 10);
            for (int i = 0; text.length() < SIZE; i++) {
                text.append(unit.replace("#", Integer.toString(i)));
            }
            return new Megabyte(unit, text.substring(0, SIZE));
        }

        @Override
        public String toString() {
            String line = name.replace('\n', ' ');
            return line.substring(0, Math.min(60, line.length()));
        }
    }

    static Stream<Megabyte> megabytes() {
        return Stream.concat(
                units().map(Megabyte::of),
                Stream.of(
                                "MongoNetworkError: getaddrinfo ENOTFOUND host#.example.com\n",
                                "MongoNetworkError: getaddrinfo ENOTFOUND host#.example.com ",
                                "{address=host#.example.com:27017, exception={java.net.UnknownHostException: host#.example.com}}, ",
                                "mongo oddError a#.b",
                                "mongo oddError u#:p#@h#.example.com ",
                                "mongo password=a# ",
                                "mongo error \"#\" ",
                                String.join(" #\n", EXAMPLES))
                        .map(Megabyte::counted));
    }

    static Stream<String> units() {
        return Stream.concat(
                Stream.of(
                        "a",
                        " ",
                        "\n",
                        "{",
                        "\"",
                        "\\\"",
                        "\\\\\\\"",
                        "\\u00",
                        "\u001b[31m",
                        "│",
                        "Caused by: ",
                        "\nCaused by: ",
                        "{address=a:1, ",
                        "{address=a:1, exception={java.net.ConnectException: Connection refused}}, ",
                        "ServerSelectionTimeoutError: a:1: ",
                        "mongo redis Connection refused ",
                        "mongo redis\nConnection refused\n",
                        "mongo :: caused by :: Connection refused ",
                        "[cause]: mongo Connection refused\n",
                        "SRV record for ",
                        "_mongodb._tcp.a ",
                        "x".repeat(99) + "\n",
                        "mongodb+srv://a:b@"),
                Stream.of(
                        String.join(" ", ANCHORS),
                        String.join("\n", ANCHORS),
                        String.join("", ANCHORS),
                        "mongodb " + String.join("\nmongodb ", ANCHORS)));
    }

    /** All that becomes of a line: recognised, redacted, hidden, or found to be unknown. */
    private static void handle(String text) {
        LogEvent event = LogEvent.of(AT, "ERROR", "orders", text);
        if (SIGHTER.sight(event, SOURCE, AT).isEmpty()
                && SIGHTER.hint(event, AT).isEmpty()) {
            var unused = FINDER.find(event, SOURCE, AT);
        }
    }

    /** Nanoseconds of this thread's own work; the less of two where the first was not good enough. */
    private static long cost(Runnable work, long enough) {
        long first = once(work);
        return first < enough ? first : Math.min(first, once(work));
    }

    private static long once(Runnable work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }

    private static long ordinary() {
        List<String> events =
                BenignCorpus.events().stream().map(BenignCorpus.Event::text).toList();
        long size = events.stream().mapToLong(String::length).sum();
        return cost(() -> events.forEach(FuzzTest::handle), 0) * SIZE / size;
    }

    @ParameterizedTest
    @MethodSource("megabytes")
    void a_megabyte_of_anything_costs_no_more_than_ten_times_the_ordinary(Megabyte megabyte) {
        long cost = assertTimeoutPreemptively(
                Duration.ofMinutes(2), () -> cost(() -> handle(megabyte.text()), RATIO * ORDINARY));

        assertThat((double) cost / ORDINARY).isLessThan(RATIO);
    }

    @Test
    void no_mixture_of_what_signatures_look_for_throws() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> pieces = Stream.of(
                        EXAMPLES, ANCHORS, List.of("\\", "\"", "\n", "\u001b[", "{", "}", "é", "\ud800", "\0"))
                .flatMap(List::stream)
                .collect(Collectors.toList());
        for (int i = 0; i < 400; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                String piece = pieces.get(random.nextInt(pieces.size()));
                int from = random.nextInt(piece.length());
                text.append(piece, random.nextBoolean() ? 0 : from, piece.length());
            }
            String mixed = text.toString();
            assertThatCode(() -> RECOGNISER.recognise(mixed))
                    .as("seed %d", seed)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void an_example_that_is_cut_anywhere_does_not_throw() {
        for (String example : EXAMPLES) {
            for (int end = 0; end < example.length(); end += 7) {
                String cut = example.substring(0, end);
                assertThatCode(() -> RECOGNISER.recognise(cut)).doesNotThrowAnyException();
            }
        }
    }
}
