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
 * Expected output of each entrant for some lines.
 *
 * @param passed number of lines that the hash accepts
 */
record Truth(int lines, long passed, Tally sightings) {
    /** Maximum time for merging equal events of one second on a slow machine. */
    private static final Duration FOLDING = Duration.ofSeconds(20);

    /** An entrant's output is wrong. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Broken(String message) {
            super(message);
        }
    }

    static Truth of(List<byte[]> lines) {
        Catalog catalog = Catalog.builtIn();
        return new Truth(
                lines.size(),
                lines.stream().filter(Entrant::passes).count(),
                Tally.of(
                        lines,
                        new RawLinePrefilter(catalog),
                        new SightingFactory(catalog, Inventory.DEFAULT, new Redactor(List.of()), true)));
    }

    /**
     * Checks the output of a finished run and stops the run.
     *
     * @throws Broken if the output is wrong
     */
    void check(Ground ground, Run run) {
        String journal = run.topics().journal();
        switch (run.entrant()) {
            case IDENTITY -> compare(run, lines, count(ground, run.output()));
            case HASH -> compare(run, passed, count(ground, run.output()));
            case STAGE_ONE -> folded(ground, run, journal);
            case WHOLE -> {
                folded(ground, run, journal);
                if (sightings.total() > 0 && count(ground, run.topics().incidents()) == 0) {
                    throw new Broken(run.entrant().title() + ": no incident came of " + sightings.total() + " events");
                }
            }
        }
    }

    /** Waits for events that are still merged when their lines are committed; further events are an error. */
    private void folded(Ground ground, Run run, String journal) {
        boolean unused =
                Waiting.within(FOLDING, () -> Tally.ofJournal(ground, journal).total() >= sightings.total());
        run.stop();
        String difference = sightings.difference(Tally.ofJournal(ground, journal));
        if (!difference.isEmpty()) {
            throw new Broken("%s: events in the journal, and in the lines: %s"
                    .formatted(run.entrant().title(), difference));
        }
    }

    private static long count(Ground ground, String topic) {
        AtomicLong count = new AtomicLong();
        ground.read(topic, value -> count.incrementAndGet());
        return count.get();
    }

    private static void compare(Run run, long there, long written) {
        if (there != written) {
            throw new Broken(
                    "%s: wrote %,d lines instead of %,d".formatted(run.entrant().title(), written, there));
        }
    }
}
