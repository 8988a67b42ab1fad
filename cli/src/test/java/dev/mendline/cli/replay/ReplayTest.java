package dev.mendline.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.model.Json;
import dev.mendline.model.journal.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final String SITE = "ab1cd.mongodb.net";

    @Test
    void a_change_names_the_deployment_and_the_services_of_its_incident() {
        Replay replay = new Replay(Catalog.builtIn(), EngineSettings.DEFAULT);
        replay.read(recorded(
                Sighting.derived("srv-refused", SITE, "c." + SITE, "orders", "local", 1, AT, "c0ffee", false)));

        assertThat(replay.compare(List.of()).changes()).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo("appeared");
            assertThat(change.target()).isEqualTo("c." + SITE);
            assertThat(change.services()).containsExactly("orders");
            assertThat(Json.text(change)).contains("\"target\":\"c.ab1cd.mongodb.net\",\"services\":[\"orders\"]");
        });
    }

    private static ConsumerRecord<String, byte[]> recorded(Sighting sighting) {
        return new ConsumerRecord<>(
                "mendline.journal",
                0,
                0,
                AT.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                SITE,
                Json.bytes(sighting),
                new RecordHeaders(),
                Optional.empty());
    }
}
