package dev.mendline.cli;

import dev.mendline.model.Incident;
import dev.mendline.model.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The newest revision of every incident, as the compacted topic holds it. */
final class Incidents implements AutoCloseable {
    private final Map<String, Incident> newest = new LinkedHashMap<>();
    private final TopicReader reader;

    Incidents(Broker broker) {
        reader = TopicReader.of(broker, broker.topics().incidents());
    }

    /** All that is committed now. */
    Collection<Incident> all() {
        reader.toEnd(this::take);
        return newest.values();
    }

    /** All that is known, after a moment's wait for more. */
    Collection<Incident> more() {
        reader.more(this::take);
        return newest.values();
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
