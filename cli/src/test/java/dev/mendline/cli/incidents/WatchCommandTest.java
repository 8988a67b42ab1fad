package dev.mendline.cli.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.mendline.cli.Spawned;
import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.kafka.KafkaOptions;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.IncidentEngine;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.lab.broker.EmbeddedBroker;
import dev.mendline.model.Json;
import dev.mendline.model.Topics;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Captures;
import dev.mendline.model.log.JournalPosition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchCommandTest {
    private static Incident incident() {
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        Sighting sighting = new Sighting(
                "srv-refused",
                null,
                "ab1cd.mongodb.net",
                "c.ab1cd.mongodb.net",
                List.of(),
                "orders",
                "local",
                null,
                null,
                Captures.NONE,
                1,
                now,
                List.of(),
                "c0ffee",
                false,
                false,
                false);
        return new IncidentEngine(Catalog.builtIn(), EngineSettings.DEFAULT)
                .on(sighting, new JournalPosition(0, 0), now, SiteState.empty(sighting.site()))
                .state()
                .published()
                .get(0);
    }

    @Test
    void ctrl_c_ends_it_at_once_with_130_and_nothing_to_say(@TempDir Path folder) throws Exception {
        assumeFalse(Spawned.deaf(), "this process was started deaf to Ctrl-C");
        try (EmbeddedBroker kafka = EmbeddedBroker.start(folder.resolve("kafka"), 0)) {
            Broker broker = new KafkaOptions().broker(Configuration.DEFAULT, kafka.bootstrapServer());
            broker.createTopics(List.of("local"), 1);
            try (KafkaProducer<String, byte[]> incidents = broker.producer()) {
                Incident incident = incident();
                incidents
                        .send(new ProducerRecord<>(Topics.DEFAULT.incidents(), incident.id(), Json.bytes(incident)))
                        .get();
            }
            try (Spawned watching = Spawned.of(
                    folder,
                    Map.of(),
                    "incidents",
                    "watch",
                    "--from-beginning",
                    "--bootstrap-server",
                    kafka.bootstrapServer())) {
                watching.awaits(watching.out(), " open c.ab1cd.mongodb.net: ");

                assertThat(watching.interrupted(5_000)).isEqualTo(ExitCode.INTERRUPTED);
                assertThat(Files.readString(watching.out())).hasLineCount(1);
                assertThat(Files.readString(watching.err())).isEmpty();
            }
        }
    }
}
