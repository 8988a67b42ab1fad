package dev.mendline.bench.pipeline;

import dev.mendline.engine.gap.RawLinePrefilter;
import dev.mendline.engine.sighting.SightingFactory;
import dev.mendline.ingest.LogFormats;
import dev.mendline.model.Json;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Coordinates;
import dev.mendline.model.log.LogEvent;
import dev.mendline.model.log.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Number of events per symptom, site and service. Not thread-safe. */
final class SightingCounts {
    private static final Coordinates NOWHERE = new Coordinates("", 0, 0);

    private final Map<String, Long> counts = new TreeMap<>();

    /** Returns the expected events of the lines, from stage 1's own classes without Kafka. */
    static SightingCounts of(List<byte[]> lines, RawLinePrefilter sieve, SightingFactory sighter) {
        SightingCounts counts = new SightingCounts();
        for (byte[] line : lines) {
            if (sieve.isWorthReading(line)) {
                for (LogEvent event : LogFormats.read(line, Instant.EPOCH, Resource.UNKNOWN).events()) {
                    sighter.sight(event, NOWHERE, Instant.EPOCH).ifPresent(counts::add);
                }
            }
        }
        return counts;
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
        SightingCounts counts = new SightingCounts();
        sightings.stream()
                .filter(sighting -> Sighting.isOfService(sighting.site()) || !ofServices.contains(anywhere(sighting)))
                .forEach(counts::add);
        return counts;
    }

    /** Returns the sighting without its site; its samples identify the line. */
    private static Sighting anywhere(Sighting sighting) {
        return sighting.of("anywhere", "anything");
    }

    private void add(Sighting sighting) {
        String key = String.join(" ", sighting.symptom(), sighting.site(), sighting.service());
        counts.merge(key, (long) sighting.count(), Long::sum);
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
