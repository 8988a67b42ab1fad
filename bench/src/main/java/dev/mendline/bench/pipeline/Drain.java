package dev.mendline.bench.pipeline;

import dev.mendline.bench.duel.Contestant;
import dev.mendline.bench.duel.Effort;
import dev.mendline.bench.duel.Score;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.TopicPartition;

/** Entrant that reads a whole topic; the clock stops when the results of the last line are committed. */
final class Drain implements Contestant {
    private static final double NANOS = 1e9;

    private final Ground ground;
    private final LogTopic logs;
    private final Entrant entrant;
    private final Terms terms;

    Drain(Ground ground, LogTopic logs, Entrant entrant, Terms terms) {
        this.ground = ground;
        this.logs = logs;
        this.entrant = entrant;
        this.terms = terms;
    }

    Entrant entrant() {
        return entrant;
    }

    Guarantee guarantee() {
        return terms.guarantee();
    }

    @Override
    public String title() {
        return entrant.title() + ", " + terms.guarantee().words();
    }

    /** Measures the entrant and checks its output. */
    @Override
    public Score measure(Effort effort) {
        AtomicReference<Moment> first = new AtomicReference<>();
        Map<TopicPartition, Long> ends = ground.ends(logs.name());
        try (Run run = Run.start(ground, entrant, terms, logs.name(), first)) {
            run.awaitCommitted(ends);
            Moment last = Moment.now();
            Moment begun = Objects.requireNonNull(first.get(), "nothing was read");
            logs.truth().check(ground, run);
            double lines = logs.truth().lines();
            return new Score(
                    lines / (last.nanos() - begun.nanos()) * NANOS,
                    (last.cpu() - begun.cpu()) / lines,
                    logs.bytesPerLine());
        }
    }
}
