package dev.mendline.cli.incidents;

import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.process.CannotWork;
import dev.mendline.cli.process.Interrupted;
import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.Command;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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

    /** The incident after the command was accepted or rejected, and the entry of its timeline about that. */
    record Answer(Incident incident, Incident.TimelineEntry entry) {
        boolean isNo() {
            return entry.kind() == TimelineKind.COMMAND_REJECTED;
        }

        String what() {
            return entry.what();
        }
    }

    Answer says(Command command) {
        Instant written = write(command);
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            for (Incident incident : incidents.more()) {
                Optional<Incident.TimelineEntry> entry =
                        incident.id().equals(command.incident()) ? heard(incident, command, written) : Optional.empty();
                if (entry.isPresent()) {
                    return new Answer(incident, entry.get());
                }
            }
        }
        throw new CannotWork("it is in the journal, but nobody has taken it within " + patience.toMillis()
                + " ms: no classifier runs, or it lags, or the incident was over too long ago to be changed");
    }

    /** The engine's time of a record is the one that the broker gave it. */
    private static Optional<Incident.TimelineEntry> heard(Incident incident, Command command, Instant written) {
        return incident.timeline().stream()
                .filter(entry -> command.by().equals(entry.by()) && entry.at().equals(written))
                .findFirst();
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
