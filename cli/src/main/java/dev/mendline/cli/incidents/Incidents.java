package dev.mendline.cli.incidents;

import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.kafka.TopicReader;
import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Newest revision of every incident, read from the incidents topic. */
public final class Incidents implements AutoCloseable {
    private final Map<String, Incident> newest = new LinkedHashMap<>();
    private final TopicReader reader;

    public Incidents(Broker broker) {
        reader = TopicReader.of(broker, broker.topics().incidents());
    }

    /** Returns all incidents that are committed now. */
    public Collection<Incident> all() {
        reader.toEnd(this::take);
        return newest.values();
    }

    /** Waits a moment for changes, then returns all incidents. */
    public Collection<Incident> more() {
        reader.more(this::take);
        return newest.values();
    }

    /** Waits a moment for changes and passes them on in their order. */
    void changes(Consumer<Incident> reader) {
        this.reader.more(record -> {
            take(record);
            if (record.value() != null) {
                reader.accept(Objects.requireNonNull(newest.get(record.key())));
            }
        });
    }

    /** Returns the incident whose id starts so. Prints on standard error if there is none or more than one. */
    Optional<Incident> beginningWith(String id) {
        List<Incident> found =
                all().stream().filter(incident -> incident.id().startsWith(id)).toList();
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        System.err.println(
                found.isEmpty()
                        ? "mendline: no incident '" + id + "'"
                        : "mendline: " + found.size() + " incident ids start with '" + id + "'; pass more characters");
        return Optional.empty();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            newest.remove(record.key());
        } else {
            newest.put(record.key(), Json.read(record.value(), Incident.class));
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
