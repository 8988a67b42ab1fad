package dev.mendline.bench.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mendline.bench.comparison.Candidate;
import dev.mendline.bench.comparison.Column;
import dev.mendline.bench.comparison.Comparison;
import dev.mendline.bench.comparison.Spread;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.recognition.Recognizer;
import dev.mendline.ingest.LogFormats;
import dev.mendline.model.log.Resource;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;

/** Measurement of {@code LogFormats.read} and of the byte scan before it, on one thread of this JVM. */
public final class Reading {
    private static final Instant NOW = Instant.parse("2026-03-04T10:00:01Z");
    private static final int BATCH = 20;

    private final int rounds;
    private final long nanos;
    private final Consumer<String> progress;
    private final Recognizer recognizer;
    private final ObjectMapper mapper = new ObjectMapper();
    /** Sum of all results, so that the compiler removes no work. */
    private long results;

    /**
     * Creates the measurement.
     *
     * @param millis duration of each measurement
     */
    public Reading(int rounds, int millis, Consumer<String> progress) {
        this.rounds = rounds;
        this.nanos = millis * 1_000_000L;
        this.progress = progress;
        this.recognizer = new Recognizer(Catalog.builtIn());
    }

    /** Processor time per event, of the code under test and of other work on the same bytes. */
    private record Cost(double own, double peer) {
        double ratio() {
            return own / peer;
        }

        @Override
        public String toString() {
            return "%s ns, %s times the other".formatted(Spread.figure(own), Spread.figure(ratio()));
        }
    }

    private final class Measured implements Candidate<Cost> {
        private final Sample sample;
        private final ToIntFunction<byte[]> own;
        private final ToIntFunction<byte[]> peer;

        Measured(Sample sample, ToIntFunction<byte[]> own, ToIntFunction<byte[]> peer) {
            this.sample = sample;
            this.own = own;
            this.peer = peer;
        }

        @Override
        public String title() {
            return sample.title();
        }

        @Override
        public Cost measure() {
            return new Cost(nanos(sample.bytes(), own), nanos(sample.bytes(), peer));
        }
    }

    /** Returns the tables in Markdown. */
    public String run() {
        List<Comparison<Measured, Cost>> tables = List.of(
                against("Lines", "read / recognise", candidates(Sample.LINES, this::read, this::recognize)),
                against(
                        "Traces of 31 lines",
                        "read / recognise",
                        candidates(Sample.TRACES, this::read, this::recognize)),
                against("Lines of JSON", "read / Jackson's tree", candidates(Sample.JSON, this::read, this::tree)),
                against("Byte scan of ordinary lines", "mayMatch / CRC-32C", ordinary()));
        // Compiles everything before the first table counts.
        tables.forEach(table -> table.candidates().forEach(Measured::measure));
        String text = tables.stream().map(table -> table.run(rounds, progress)).collect(Collectors.joining("\n"));
        progress.accept("sum of the results: " + results);
        return text;
    }

    private static Comparison<Measured, Cost> against(String title, String ratio, List<Measured> candidates) {
        Measured first = candidates.get(0);
        return new Comparison<>(
                title,
                "",
                candidates,
                List.of(
                        Column.spread("CPU ns", Cost::own),
                        Column.ratio("cost, first row = 1", any -> first, Cost::own),
                        Column.spread(ratio, Cost::ratio)));
    }

    private List<Measured> candidates(List<Sample> samples, ToIntFunction<byte[]> own, ToIntFunction<byte[]> peer) {
        return samples.stream()
                .peek(sample -> requireScan(sample, true))
                .map(sample -> new Measured(sample, own, peer))
                .toList();
    }

    private List<Measured> ordinary() {
        return Sample.ORDINARY.stream()
                .peek(sample -> requireScan(sample, false))
                .map(sample -> new Measured(sample, this::scan, Reading::sum))
                .toList();
    }

    private void requireScan(Sample sample, boolean expected) {
        if (recognizer.mayMatch(sample.bytes()) != expected) {
            throw new IllegalStateException(sample + ": mayMatch must return " + expected);
        }
    }

    /** Returns the processor time per call. */
    private double nanos(byte[] bytes, ToIntFunction<byte[]> work) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long spent = 0;
        int calls = 0;
        for (; spent < nanos; calls += BATCH) {
            for (int i = 0; i < BATCH; i++) {
                results += work.applyAsInt(bytes);
            }
            spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
        }
        return (double) spent / calls;
    }

    private int read(byte[] line) {
        return LogFormats.read(line, NOW, Resource.UNKNOWN).events().size();
    }

    private int recognize(byte[] line) {
        return recognizer.recognise(new String(line, UTF_8)).symptoms().size();
    }

    private int tree(byte[] line) {
        try {
            return mapper.readTree(new String(line, UTF_8)).size();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int scan(byte[] line) {
        return recognizer.mayMatch(line) ? 1 : 0;
    }

    private static int sum(byte[] line) {
        CRC32C sum = new CRC32C();
        sum.update(line, 0, line.length);
        return (int) sum.getValue();
    }
}
