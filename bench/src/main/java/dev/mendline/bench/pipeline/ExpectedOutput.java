package dev.mendline.bench.pipeline;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.gap.RawLinePrefilter;
import dev.mendline.engine.redaction.Redactor;
import dev.mendline.engine.sighting.SightingFactory;
import dev.mendline.model.config.Inventory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Expected output of each topology for some lines.
 *
 * @param passed number of lines that the hash accepts
 */
record ExpectedOutput(int lines, long passed, SightingCounts sightings) {
    /** Maximum time for merging equal events of one second on a slow machine. */
    private static final Duration MERGE_TIMEOUT = Duration.ofSeconds(20);

    static ExpectedOutput of(List<byte[]> lines) {
        Catalog catalog = Catalog.builtIn();
        return new ExpectedOutput(
                lines.size(),
                lines.stream().filter(MeasuredTopology::passes).count(),
                SightingCounts.of(
                        lines,
                        new RawLinePrefilter(catalog),
                        new SightingFactory(catalog, Inventory.DEFAULT, new Redactor(List.of()), true)));
    }

    /**
     * Checks the output of a finished run and stops the run.
     *
     * @throws IllegalStateException if the output is wrong
     */
    void check(BenchBroker broker, TopologyRun run) {
        String title = run.topology().title();
        switch (run.topology()) {
            case IDENTITY -> compare(title, lines, count(broker, run.output()));
            case HASH -> compare(title, passed, count(broker, run.output()));
            case STAGE_ONE -> compareJournal(broker, run);
            case WHOLE -> {
                compareJournal(broker, run);
                if (sightings.total() > 0 && count(broker, run.topics().incidents()) == 0) {
                    throw new IllegalStateException(title + ": no incident came of " + sightings.total() + " events");
                }
            }
        }
    }

    /** Waits for events that are still merged when their lines are committed; further events are an error. */
    private void compareJournal(BenchBroker broker, TopologyRun run) {
        String journal = run.topics().journal();
        boolean unused = Waiting.within(
                MERGE_TIMEOUT, () -> SightingCounts.ofJournal(broker, journal).total() >= sightings.total());
        run.stop();
        String difference = sightings.difference(SightingCounts.ofJournal(broker, journal));
        if (!difference.isEmpty()) {
            throw new IllegalStateException("%s: events in the journal, and in the lines: %s"
                    .formatted(run.topology().title(), difference));
        }
    }

    private static long count(BenchBroker broker, String topic) {
        AtomicLong count = new AtomicLong();
        broker.read(topic, value -> count.incrementAndGet());
        return count.get();
    }

    private static void compare(String title, long expected, long written) {
        if (expected != written) {
            throw new IllegalStateException("%s: wrote %,d lines instead of %,d".formatted(title, written, expected));
        }
    }
}
