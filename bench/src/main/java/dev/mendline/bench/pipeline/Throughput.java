package dev.mendline.bench.pipeline;

import dev.mendline.bench.comparison.Column;
import dev.mendline.bench.comparison.Comparison;
import dev.mendline.bench.comparison.Score;
import dev.mendline.bench.corpus.Corpus;
import dev.mendline.bench.corpus.Mix;
import dev.mendline.bench.pipeline.RunSettings.Guarantee;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Measurement of throughput in lines per second.
 *
 * @param target folder for corpora and brokers
 * @param properties additional Streams properties for all topologies, over the shipped ones
 * @param progress called for each event
 */
public record Throughput(Path target, Extent extent, Map<String, String> properties, Consumer<String> progress) {
    /**
     * Extent of the measurement.
     *
     * @param warmUps rounds that do not count
     * @param calm lines of the topic with few errors
     * @param outage lines of the topic with many errors, which take longer
     * @param isOutageTwice true to measure at-least-once also with many errors
     * @param profiles number of runs for the profile; 0 for none
     */
    public record Extent(int warmUps, int rounds, int calm, int outage, boolean isOutageTwice, int profiles) {
        private static final int PROFILES = 3;
        /** Number of warm-up rounds; the JIT compiler uses one processor of a small machine for several rounds. */
        private static final int WARM_UPS = 3;

        /** Returns the extent for published figures. */
        public static Extent full(int rounds, boolean isProfiled) {
            return new Extent(WARM_UPS, rounds, 2_000_000, 400_000, true, isProfiled ? PROFILES : 0);
        }

        /** Returns a run of a few minutes, to check that everything works. */
        public static Extent quick(int rounds, boolean isProfiled) {
            return new Extent(WARM_UPS, rounds, 600_000, 20_000, false, isProfiled ? PROFILES : 0);
        }

        /**
         * Returns true if this combination is measured: exactly-once, the shipped setting, for all; at-least-once only
         * for Mendline's stages.
         */
        private boolean has(Mix mix, MeasuredTopology topology, Guarantee guarantee) {
            return guarantee == Guarantee.EXACTLY_ONCE || (topology.isOurs() && (mix == Mix.CALM || isOutageTwice));
        }
    }

    /**
     * Measures all topologies on one mix.
     *
     * @return results in Markdown
     * @throws RuntimeException if a topology's output is wrong
     */
    public String run(Mix mix) throws IOException {
        try (BenchBroker broker = new BenchBroker(target.resolve("pipeline"))) {
            int lines = mix == Mix.CALM ? extent.calm : extent.outage;
            LogTopic logs = LogTopic.write(broker, Corpus.in(target.resolve("corpus"), mix, lines));
            String table = measured(broker, logs);
            if (extent.profiles == 0) {
                return table;
            }
            RunSettings settings = RunSettings.usual(Guarantee.EXACTLY_ONCE, properties);
            return table + "\n"
                    + Profile.of(broker, logs, MeasuredTopology.STAGE_ONE, settings, extent.profiles) + "\n"
                    + Profile.of(broker, logs, MeasuredTopology.WHOLE, settings, extent.profiles);
        }
    }

    private String measured(BenchBroker broker, LogTopic logs) {
        Comparison<ThroughputRun, Score> comparison = comparison(broker, logs);
        // JVM compilation is shared, so each topology runs a few times before it counts.
        if (extent.warmUps > 0) {
            var unused = comparison.run(extent.warmUps, line -> progress.accept("(not counted) " + line));
        }
        return comparison.run(extent.rounds, progress);
    }

    private Comparison<ThroughputRun, Score> comparison(BenchBroker broker, LogTopic logs) {
        List<ThroughputRun> runs = Stream.of(Guarantee.values())
                .flatMap(guarantee -> Stream.of(MeasuredTopology.values())
                        .filter(topology -> extent.has(logs.mix(), topology, guarantee))
                        .map(topology ->
                                new ThroughputRun(broker, logs, topology, RunSettings.usual(guarantee, properties))))
                .toList();
        ExpectedOutput expected = logs.expected();
        return new Comparison<>(
                "%s errors".formatted(logs.mix().share()),
                "%,d lines, of which stage 1 sees an error in %,d and the hash lets %,d pass; in every run each wrote just that."
                        .formatted(expected.lines(), expected.total(), expected.passed()),
                runs,
                columns(runs));
    }

    private static List<Column<ThroughputRun, Score>> columns(List<ThroughputRun> runs) {
        List<Column<ThroughputRun, Score>> columns = new ArrayList<>();
        for (MeasuredTopology base : List.of(MeasuredTopology.HASH, MeasuredTopology.IDENTITY)) {
            columns.add(Column.ratio(
                    "lines/s, " + base.title() + " = 1",
                    own -> own.with(base, own.settings().guarantee()),
                    Score::linesPerSecond));
        }
        if (runs.stream().anyMatch(run -> run.settings().guarantee() == Guarantee.AT_LEAST_ONCE)) {
            columns.add(Column.ratio(
                    "lines/s, at least once = 1",
                    own -> own.with(own.topology(), Guarantee.AT_LEAST_ONCE),
                    Score::linesPerSecond));
        }
        return Score.columns(columns);
    }
}
