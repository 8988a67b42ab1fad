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

/** How many lines go through in a second. */
public final class Throughput {
    private final Path target;
    private final Load load;
    private final Map<String, String> properties;
    private final boolean isProfiled;
    private final Consumer<String> progress;

    /**
     * With corpora and brokers below that folder.
     *
     * @param properties of Streams, for everybody, over those that ship
     * @param isProfiled whether it is told besides where the time goes
     * @param progress told whatever happens, as it happens
     */
    public Throughput(
            Path target, Load load, Map<String, String> properties, boolean isProfiled, Consumer<String> progress) {
        this.target = target;
        this.load = load;
        this.properties = Map.copyOf(properties);
        this.isProfiled = isProfiled;
        this.progress = progress;
    }

    /**
     * Measures everything.
     *
     * @return what came out, as Markdown
     * @throws RuntimeException when somebody writes something else than what is in the lines
     */
    public String run() throws IOException {
        try (Ground ground = Ground.open(target.resolve("pipeline"))) {
            List<String> tables = new ArrayList<>();
            List<String> profiles = new ArrayList<>();
            // Told at once as well: the other mix may still take long.
            Consumer<List<String>> last = some -> progress.accept(some.get(some.size() - 1));
            for (Mix mix : Mix.values()) {
                LogTopic logs = LogTopic.write(ground, Corpus.in(target.resolve("corpus"), mix, load.lines(mix)));
                Contest contest = contest(ground, logs);
                // What the JVM has compiled for one, others find compiled: everybody goes once before it counts.
                var unused = contest.fight(Effort.quick(1), line -> progress.accept("(not counted) " + line));
                tables.add(contest.fight(Effort.quick(load.rounds()), progress).markdown());
                last.accept(tables);
                if (isProfiled) {
                    profiles.add(Profile.of(ground, logs, properties, progress).markdown());
                    last.accept(profiles);
                }
            }
            tables.addAll(profiles);
            return String.join("\n", tables);
        }
    }

    private Contest contest(Ground ground, LogTopic logs) {
        List<Drain> drains = load.guarantees(logs.mix()).stream()
                .flatMap(guarantee -> Stream.of(Entrant.values())
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
