package dev.mendline.cli.incidents;

import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.process.CannotWork;
import dev.mendline.cli.process.Interrupted;
import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes what a person says into the journal, and waits until the incident shows it. */
final class CommandSender {
    private final Broker broker;
    private final Incidents incidents;
    private final Duration patience;

    CommandSender(Broker broker, Incidents incidents, Duration patience) {
        this.broker = broker;
        this.incidents = incidents;
        this.patience = patience;
    }

    /** Incident after the command was accepted or rejected, and the entry of its timeline about that. */
    record Answer(Incident incident, Incident.TimelineEntry entry) {}

    /** Returns the answer of the classifier. */
    Answer send(Command command) {
        Instant written = write(command);
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            for (Incident incident : incidents.more()) {
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

    private Instant write(Command command) {
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
}
