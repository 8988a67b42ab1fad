package dev.mendline.bench.pipeline;

import dev.mendline.bench.corpus.Corpus;
import dev.mendline.bench.corpus.Mix;
import dev.mendline.bench.duel.Comparison;
import dev.mendline.bench.duel.Contest;
import dev.mendline.bench.duel.Contestant;
import dev.mendline.bench.duel.Effort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Measurement of throughput in lines per second. */
public final class Throughput {
    private final Path target;
    private final Load load;
    private final Map<String, String> properties;
    private final Consumer<String> progress;

    /**
     * Creates a measurement with corpora and brokers below a folder.
     *
     * @param properties additional Streams properties for all entrants, over the shipped ones
     * @param progress called for each event
     */
    public Throughput(Path target, Load load, Map<String, String> properties, Consumer<String> progress) {
        this.target = target;
        this.load = load;
        this.properties = Map.copyOf(properties);
        this.progress = progress;
    }

    /**
     * Measures all entrants on one mix.
     *
     * @return results in Markdown
     * @throws RuntimeException if an entrant's output is wrong
     */
    public String run(Mix mix) throws IOException {
        try (Ground ground = Ground.open(target.resolve("pipeline"))) {
            LogTopic logs = LogTopic.write(ground, Corpus.in(target.resolve("corpus"), mix, load.lines(mix)));
            String table = measured(ground, logs);
            return load.profiles() == 0
                    ? table
                    : table + "\n" + profile(ground, logs, Entrant.STAGE_ONE) + "\n"
                            + profile(ground, logs, Entrant.WHOLE);
        }
    }

    private String profile(Ground ground, LogTopic logs, Entrant entrant) throws IOException {
        return Profile.of(ground, logs, entrant, properties, load.profiles()).markdown();
    }

    private String measured(Ground ground, LogTopic logs) {
        Contest contest = contest(ground, logs);
        // JVM compilation is shared, so each entrant runs a few times before it counts.
        if (load.warmUps() > 0) {
            var unused = contest.fight(Effort.quick(load.warmUps()), line -> progress.accept("(not counted) " + line));
        }
        return contest.fight(Effort.quick(load.rounds()), progress).markdown();
    }

    private Contest contest(Ground ground, LogTopic logs) {
        List<Drain> drains = Stream.of(Guarantee.values())
                .flatMap(guarantee -> Stream.of(Entrant.values())
                        .filter(entrant -> load.has(logs.mix(), entrant, guarantee))
                        .map(entrant -> new Drain(ground, logs, entrant, Terms.usual(guarantee, properties))))
                .toList();
        return new Contest(
                "%s errors".formatted(logs.mix().share()), note(logs), List.copyOf(drains), comparisons(drains));
    }

    private static String note(LogTopic logs) {
        Truth truth = logs.truth();
        return "%,d lines, of which stage 1 sees an error in %,d and the hash lets %,d pass; in every run each wrote just that."
                .formatted(truth.lines(), truth.sightings().total(), truth.passed());
    }

    private static List<Comparison> comparisons(List<Drain> drains) {
        List<Comparison> comparisons = new ArrayList<>();
        for (Entrant base : List.of(Entrant.HASH, Entrant.IDENTITY)) {
            comparisons.add(beside(
                    "lines/s, " + base.title() + " = 1",
                    drains,
                    (own, other) -> other.entrant() == base && other.guarantee() == own.guarantee()));
        }
        if (drains.stream().anyMatch(drain -> drain.guarantee() == Guarantee.AT_LEAST_ONCE)) {
            comparisons.add(beside(
                    "lines/s, at least once = 1",
                    drains,
                    (own, other) -> other.entrant() == own.entrant() && other.guarantee() == Guarantee.AT_LEAST_ONCE));
        }
        return comparisons;
    }

    private static Comparison beside(String heading, List<Drain> drains, BiPredicate<Drain, Drain> isBase) {
        return Comparison.rateOf(
                heading,
                any -> drains.stream()
                        .filter(own -> own.equals(any))
                        .flatMap(own -> drains.stream().filter(other -> isBase.test(own, other)))
                        .<Contestant>map(base -> base)
                        .findFirst());
    }
}
