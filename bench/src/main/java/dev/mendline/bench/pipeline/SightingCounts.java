package dev.mendline.bench.pipeline;

import dev.mendline.engine.gap.RawLinePrefilter;
import dev.mendline.engine.sighting.SightingFactory;
import dev.mendline.ingest.LogFormats;
import dev.mendline.model.Json;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Coordinates;
import dev.mendline.model.log.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Number of events.
 *
 * @param counts by symptom, site and service
 */
record SightingCounts(Map<String, Long> counts) {
    private static final Coordinates NOWHERE = new Coordinates("", 0, 0);

    /** Returns the expected events of the lines, from stage 1's own classes without Kafka. */
    static SightingCounts of(List<byte[]> lines, RawLinePrefilter prefilter, SightingFactory sightings) {
        return of(lines.stream()
                .filter(prefilter::isWorthReading)
                .flatMap(line -> LogFormats.read(line, Instant.EPOCH, Resource.UNKNOWN).events().stream())
                .flatMap(event -> sightings.sight(event, NOWHERE, Instant.EPOCH).stream()));
    }

    /**
     * Returns the sightings in a journal. A sighting that a service's site forwards to a deployment's site counts once.
     */
    static SightingCounts ofJournal(BenchBroker broker, String topic) {
        List<Sighting> sightings = new ArrayList<>();
        broker.read(topic, value -> {
            if (Json.read(value, JournalRecord.class) instanceof Sighting sighting) {
                sightings.add(sighting);
            }
        });
        Set<Sighting> ofServices = sightings.stream()
                .filter(sighting -> Sighting.isOfService(sighting.site()))
                .map(SightingCounts::anywhere)
                .collect(Collectors.toSet());
        return of(sightings.stream()
                .filter(sighting -> Sighting.isOfService(sighting.site()) || !ofServices.contains(anywhere(sighting))));
    }

    /** Returns the sighting without its site; its samples identify the line. */
    private static Sighting anywhere(Sighting sighting) {
        return sighting.of("anywhere", "anything");
    }

    private static SightingCounts of(Stream<Sighting> sightings) {
        return new SightingCounts(sightings.collect(Collectors.groupingBy(
                sighting -> String.join(" ", sighting.symptom(), sighting.site(), sighting.service()),
                Collectors.summingLong(Sighting::count))));
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns the first kind of event whose number differs; empty if both are equal. */
    String difference(SightingCounts other) {
        Map<String, Long> all = new TreeMap<>(counts);
        other.counts.forEach((key, count) -> all.merge(key, -count, Long::sum));
        return all.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> "%s: %,d instead of %,d"
                        .formatted(
                                entry.getKey(),
                                other.counts.getOrDefault(entry.getKey(), 0L),
                                counts.getOrDefault(entry.getKey(), 0L)))
                .findFirst()
                .orElse("");
    }
}
