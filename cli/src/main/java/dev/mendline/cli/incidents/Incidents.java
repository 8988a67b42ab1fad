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

/** The newest revision of every incident, as the compacted topic holds it. */
public final class Incidents implements AutoCloseable {
    private final Map<String, Incident> newest = new LinkedHashMap<>();
    private final TopicReader reader;

    public Incidents(Broker broker) {
        reader = TopicReader.of(broker, broker.topics().incidents());
    }

    /** All that is committed now. */
    public Collection<Incident> all() {
        reader.toEnd(this::take);
        return newest.values();
    }

    /** All that is known, after a moment's wait for more. */
    public Collection<Incident> more() {
        reader.more(this::take);
        return newest.values();
    }

    /** Gives what has changed meanwhile, in its order, after a moment's wait for it. */
    void changes(Consumer<Incident> reader) {
        this.reader.more(record -> {
            take(record);
            if (record.value() != null) {
                reader.accept(Objects.requireNonNull(newest.get(record.key())));
            }
        });
    }

    /** The one whose id begins so; where there is none, or more than one, that is said on standard error. */
    Optional<Incident> beginningWith(String id) {
        List<Incident> found =
                all().stream().filter(incident -> incident.id().startsWith(id)).toList();
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        System.err.println(
                found.isEmpty()
                        ? "mendline: no incident '" + id + "'"
                        : "mendline: '" + id + "' is the beginning of " + found.size() + " incidents");
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
