package dev.mendline.cli.incidents;

import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.kafka.TopicReader;
import dev.mendline.cli.process.CannotWork;
import dev.mendline.cli.process.Interrupted;
import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Newest revision of every incident, read from the incidents topic, and commands about them. */
public final class Incidents implements AutoCloseable {
    private final Map<String, Incident> newest = new LinkedHashMap<>();
    private final Broker broker;
    private final TopicReader reader;

    public Incidents(Broker broker) {
        this.broker = broker;
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

    /** Incident after the command was accepted or rejected, and the entry of its timeline about that. */
    record Answer(Incident incident, Incident.TimelineEntry entry) {}

    /** Writes a command of a person into the journal. Returns the answer of the classifier. */
    Answer send(Command command, Duration patience) {
        Instant written = write(command, patience);
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            for (Incident incident : more()) {
                for (Incident.TimelineEntry entry : incident.timeline()) {
                    // The time of an entry is the broker's time of its journal record.
                    if (incident.id().equals(command.incident())
                            && command.by().equals(entry.by())
                            && entry.at().equals(written)) {
                        return new Answer(incident, entry);
                    }
                }
            }
        }
        throw new CannotWork("it is in the journal, but nobody has taken it within " + patience.toMillis()
                + " ms: no classifier runs, or it lags, or the incident was over too long ago to be changed");
    }

    private Instant write(Command command, Duration patience) {
        try (KafkaProducer<String, byte[]> producer = broker.producer()) {
            return Instant.ofEpochMilli(
                    producer.send(new ProducerRecord<>(broker.topics().journal(), command.site(), Json.bytes(command)))
                            .get(patience.toMillis(), TimeUnit.MILLISECONDS)
                            .timestamp());
        } catch (ExecutionException e) {
            throw new CannotWork(
                    "it could not be written to " + broker.topics().journal() + ": " + String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            throw broker.away();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
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
