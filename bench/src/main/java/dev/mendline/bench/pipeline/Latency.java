package dev.mendline.bench.pipeline;

import dev.mendline.bench.comparison.Column;
import dev.mendline.bench.comparison.Comparison;
import dev.mendline.bench.corpus.Corpus;
import dev.mendline.bench.corpus.Mix;
import dev.mendline.bench.pipeline.RunSettings.Guarantee;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Measurement of the delay from a line to its incident.
 *
 * @param target folder for corpora and brokers
 * @param properties additional Streams properties for all topologies, over the shipped ones
 * @param progress called for each event
 */
public record Latency(Path target, Extent extent, Map<String, String> properties, Consumer<String> progress) {
    static final int LINES_PER_SECOND = 1_000;
    private static final int ORDINARY = 20_000;

    /**
     * Extent of the measurement.
     *
     * @param warmUp lines of each run that do not count
     * @param counted lines that count, after them
     */
    public record Extent(int rounds, int warmUp, int counted) {
        /** Returns the extent for published figures. */
        public static Extent full(int rounds) {
            return new Extent(rounds, 5 * LINES_PER_SECOND, 20 * LINES_PER_SECOND);
        }

        /** Returns a run of a few minutes, to check that everything works. */
        public static Extent quick(int rounds) {
            return new Extent(rounds, 2 * LINES_PER_SECOND, 6 * LINES_PER_SECOND);
        }
    }

    /**
     * Measures the topologies with both guarantees.
     *
     * @return results in Markdown
     * @throws RuntimeException if a line does not arrive
     */
    public String run() throws IOException {
        List<byte[]> ordinary =
                Corpus.in(target.resolve("corpus"), Mix.CALM, ORDINARY).first(ORDINARY);
        try (BenchBroker broker = new BenchBroker(target.resolve("pipeline"))) {
            List<DelayRun> candidates = Stream.of(Guarantee.values())
                    .map(guarantee -> RunSettings.withoutTargetLimit(guarantee, properties))
                    .flatMap(settings -> Stream.of(MeasuredTopology.IDENTITY, MeasuredTopology.WHOLE)
                            .map(topology -> new DelayRun(broker, ordinary, extent, topology, settings)))
                    .toList();
            Comparison<DelayRun, Delays> comparison =
                    new Comparison<>("From a line to its incident", "", candidates, columns());
            // JVM compilation is shared, so each topology runs once before it counts.
            var unused = comparison.run(1, line -> progress.accept("(not counted) " + line));
            return comparison.run(extent.rounds(), progress);
        }
    }

    private static List<Column<DelayRun, Delays>> columns() {
        return List.of(
                Column.spread("lines/s", Delays::linesPerSecond),
                Column.median("samples a round", Delays::samples),
                Column.spread("p50 ms", Delays::p50),
                Column.spread("p99 ms", Delays::p99),
                Column.spread("max ms", Delays::max),
                Column.ratio("p50, identity = 1", DelayRun::base, Delays::p50),
                Column.ratio("p99, identity = 1", DelayRun::base, Delays::p99));
    }
}
