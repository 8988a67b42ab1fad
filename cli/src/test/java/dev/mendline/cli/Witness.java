package dev.mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.kafka.TopicReader;
import dev.mendline.cli.replay.Replay;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads journal and incidents along, as any reader of what is committed may, and keeps count. */
final class Witness implements AutoCloseable {
    private final TopicReader journal;
    private final TopicReader incidents;
    private final Replay replay = new Replay(Catalog.builtIn(), EngineSettings.DEFAULT);
    private final Map<String, List<Integer>> revisions = new TreeMap<>();
    private final Map<String, Incident> newest = new TreeMap<>();
    private long counted;
    private int sightings;

    Witness(Broker broker) {
        journal = TopicReader.of(broker, broker.topics().journal());
        incidents = TopicReader.of(broker, broker.topics().incidents());
    }

    /** Reads what is there now. */
    Witness look() {
        journal.toEnd(this::journal);
        incidents.toEnd(this::incident);
        return this;
    }

    private void journal(ConsumerRecord<String, byte[]> record) {
        replay.read(record);
        if (Json.read(record.value(), JournalRecord.class) instanceof Sighting sighting) {
            counted += sighting.count();
            sightings++;
        }
    }

    private void incident(ConsumerRecord<String, byte[]> record) {
        Incident incident = Json.read(record.value(), Incident.class);
        revisions.computeIfAbsent(incident.id(), id -> new ArrayList<>()).add(incident.revision());
        newest.put(incident.id(), incident);
    }

    /** Log lines that sightings stand for. */
    long counted() {
        return counted;
    }

    int sightings() {
        return sightings;
    }

    /** Log lines that incidents count. */
    long inIncidents() {
        return newest.values().stream()
                .flatMap(incident -> incident.symptoms().stream())
                .mapToLong(Incident.SymptomCount::count)
                .sum();
    }

    int incidents() {
        return newest.size();
    }

    long revisions() {
        return revisions.values().stream().mapToLong(List::size).sum();
    }

    /** No revision is missing, none stands there twice, and each after the one before. */
    void revisionsAreWhole() {
        assertThat(revisions)
                .allSatisfy((id, read) -> assertThat(read)
                        .as(id)
                        .containsExactlyElementsOf(
                                IntStream.rangeClosed(1, read.size()).boxed().toList()));
    }

    /** What one process makes of the journal that was read so far, beside the incidents that were read so far. */
    Replay.Report replayed() {
        return replay.compare(newest.values());
    }

    @Override
    public void close() {
        journal.close();
        incidents.close();
    }
}
