package dev.mendline.bench.pipeline;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.gap.RawLinePrefilter;
import dev.mendline.engine.redaction.Redactor;
import dev.mendline.engine.sighting.SightingFactory;
import dev.mendline.ingest.LogFormats;
import dev.mendline.model.Json;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Coordinates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Expected output of each topology for some lines.
 *
 * @param passed number of lines that the hash accepts
 * @param events number of events by symptom, site and service
 */
record ExpectedOutput(int lines, long passed, Map<String, Long> events) {
    /** Maximum time for merging equal events of one second on a slow machine. */
    private static final Duration MERGE_TIMEOUT = Duration.ofSeconds(20);

    private static final Coordinates NOWHERE = new Coordinates("", 0, 0);

    /** Returns the expected output for the lines of a topic, from stage 1's own classes without Kafka. */
    static ExpectedOutput of(String topic, List<byte[]> lines) {
        Catalog catalog = Catalog.builtIn();
        RawLinePrefilter prefilter = new RawLinePrefilter(catalog);
        SightingFactory sightings = new SightingFactory(catalog, Inventory.DEFAULT, new Redactor(List.of()), true);
        return new ExpectedOutput(
                lines.size(),
                lines.stream().filter(MeasuredTopology::passes).count(),
                counts(IntStream.range(0, lines.size())
                        .filter(i -> prefilter.isWorthReading(lines.get(i)))
                        .mapToObj(i -> LogFormats.read(lines.get(i), Instant.EPOCH, LogTopic.resource(topic, i)))
                        .flatMap(read -> read.events().stream())
                        .flatMap(event -> sightings.sight(event, NOWHERE, Instant.EPOCH).stream())));
    }

    private static Map<String, Long> counts(Stream<Sighting> sightings) {
        return sightings.collect(Collectors.groupingBy(
                sighting -> String.join(" ", sighting.symptom(), sighting.site(), sighting.service()),
                Collectors.summingLong(Sighting::count)));
    }

    /** Returns the total number of events. */
    long total() {
        return total(events);
    }

    private static long total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
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
                if (total() > 0 && count(broker, run.topics().incidents()) == 0) {
                    throw new IllegalStateException(title + ": no incident came of " + total() + " events");
                }
            }
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

    /** Waits for events that are still merged when their lines are committed; further events are an error. */
    private void compareJournal(BenchBroker broker, TopologyRun run) {
        String journal = run.topics().journal();
        boolean unused = Waiting.within(MERGE_TIMEOUT, () -> total(journalCounts(broker, journal)) >= total());
        run.stop();
        String difference = difference(journalCounts(broker, journal));
        if (!difference.isEmpty()) {
            throw new IllegalStateException("%s: events in the journal, and in the lines: %s"
                    .formatted(run.topology().title(), difference));
        }
    }

    /** Counts the events of a journal. One that a service's site forwards to a deployment's site counts once. */
    private static Map<String, Long> journalCounts(BenchBroker broker, String topic) {
        List<Sighting> sightings = new ArrayList<>();
        broker.read(topic, value -> {
            if (Json.read(value, JournalRecord.class) instanceof Sighting sighting) {
                sightings.add(sighting);
            }
        });
        Set<Sighting> ofServices = sightings.stream()
                .filter(sighting -> Sighting.isOfService(sighting.site()))
                .map(ExpectedOutput::anywhere)
                .collect(Collectors.toSet());
        return counts(sightings.stream()
                .filter(sighting -> Sighting.isOfService(sighting.site()) || !ofServices.contains(anywhere(sighting))));
    }

    /** Returns the sighting without its site; its samples identify the line. */
    private static Sighting anywhere(Sighting sighting) {
        return sighting.of("anywhere", "anything");
    }

    /** Returns the first kind of event whose number differs; empty if all are equal. */
    String difference(Map<String, Long> written) {
        Map<String, Long> difference = new TreeMap<>(events);
        written.forEach((key, count) -> difference.merge(key, -count, Long::sum));
        return difference.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> "%s: %,d instead of %,d"
                        .formatted(
                                entry.getKey(),
                                written.getOrDefault(entry.getKey(), 0L),
                                events.getOrDefault(entry.getKey(), 0L)))
                .findFirst()
                .orElse("");
    }
}
