package dev.mendline.bench.pipeline;

import dev.mendline.bench.corpus.Corpus;
import dev.mendline.bench.corpus.Mix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Measurement of the delay from a line to its incident. */
public final class Latency {
    private static final int PER_SECOND = 1_000;
    private static final int EVERY = 20;
    private static final int ORDINARY = 20_000;

    /**
     * Extent of the measurement.
     *
     * @param warmUp lines of each run that do not count
     * @param counted lines that count, after them
     */
    public record Length(int rounds, int warmUp, int counted) {
        /** Returns the extent for published figures. */
        public static Length full(int rounds) {
            return new Length(rounds, 5 * PER_SECOND, 20 * PER_SECOND);
        }

        /** Returns a run of a few minutes, to check that everything works. */
        public static Length quick(int rounds) {
            return new Length(rounds, 2 * PER_SECOND, 6 * PER_SECOND);
        }
    }

    private final Path target;
    private final Length length;
    private final Map<String, String> properties;
    private final Consumer<String> progress;
    private int topics;

    /**
     * Creates a measurement with corpora and brokers below a folder.
     *
     * @param properties additional Streams properties for all entrants, over the shipped ones
     * @param progress called for each event
     */
    public Latency(Path target, Length length, Map<String, String> properties, Consumer<String> progress) {
        this.target = target;
        this.length = length;
        this.properties = Map.copyOf(properties);
        this.progress = progress;
    }

    /**
     * Measures all lanes, in reverse order every second round.
     *
     * @return results in Markdown
     * @throws RuntimeException if a line does not arrive
     */
    public String run() throws IOException {
        Corpus corpus = Corpus.in(target.resolve("corpus"), Mix.CALM, ORDINARY);
        Pace pace = new Pace(corpus.first(ORDINARY), PER_SECOND, EVERY);
        try (Ground ground = Ground.open(target.resolve("pipeline"))) {
            Race race = new Race(ground, pace, length.warmUp(), length.counted());
            List<Map<Lane, Delays>> rounds = new ArrayList<>();
            // JVM compilation is shared, so each lane runs once before it counts.
            for (int round = 0; round <= length.rounds(); round++) {
                Map<Lane, Delays> delays = round(race, round);
                if (round > 0) {
                    rounds.add(delays);
                }
            }
            return new DelayTable(rounds).markdown();
        }
    }

    private Map<Lane, Delays> round(Race race, int round) {
        List<Lane> lanes = new ArrayList<>(Lane.all());
        if (round % 2 == 0) {
            Collections.reverse(lanes);
        }
        Map<Lane, Delays> delays = new LinkedHashMap<>();
        for (Lane lane : lanes) {
            Delays one = race.run(lane.entrant(), Terms.roomy(lane.guarantee(), properties), "lines-" + ++topics);
            delays.put(lane, one);
            progress.accept("round %d of %d: %s: %s".formatted(round, length.rounds(), lane.title(), one));
        }
        return delays;
    }
}
