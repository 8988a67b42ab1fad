package dev.mendline.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.model.facts.Attempt;
import dev.mendline.model.facts.TcpFacts;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.journal.Tick;
import dev.mendline.model.log.Captures;
import dev.mendline.model.log.Driver;
import dev.mendline.model.log.Platform;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.model.probe.Vantage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final Finding FINDING = new Finding(
            "r1",
            "q7f3k.mongodb.net",
            "amber.q7f3k.mongodb.net",
            "tcp",
            Node.of("amber-shard-00-00.q7f3k.mongodb.net:27017"),
            Outcome.Kind.FAILED,
            Reason.REFUSED,
            new TcpFacts(
                    "amber-shard-00-00.q7f3k.mongodb.net",
                    27017,
                    List.of(new Attempt("10.0.0.1", Reason.REFUSED, 3)),
                    null),
            Instant.parse("2026-11-22T10:00:00Z"),
            4,
            new Vantage("local", List.of("10.0.0.2:53"), List.of()),
            List.of(),
            List.of());

    @Test
    void a_finding_survives_the_wire_and_names_its_facts_by_the_probe() {
        String json = Json.text(FINDING);

        assertThat(json)
                .startsWith("{\"type\":\"finding\"")
                .contains("\"probe\":\"tcp\"", "\"reason\":\"refused\"", "\"outcome\":\"failed\"")
                .contains("\"node\":\"amber-shard-00-00.q7f3k.mongodb.net:27017\"");
        assertThat(Json.read(json, JournalRecord.class)).isEqualTo(FINDING);
    }

    @Test
    void facts_of_a_newer_worker_are_left_out_and_the_finding_still_read() {
        String newer = Json.text(FINDING).replace("\"probe\":\"tcp\"", "\"probe\":\"quic\"");

        JournalRecord read = Json.read(newer, JournalRecord.class);

        assertThat(read).isInstanceOfSatisfying(Finding.class, finding -> {
            assertThat(finding.probe()).isEqualTo("quic");
            assertThat(finding.facts()).isNull();
        });
    }

    @Test
    void a_list_that_an_older_writer_did_not_know_is_empty() {
        String older = Json.text(FINDING).replace(",\"transcript\":[]", "");

        assertThat(older).doesNotContain("transcript");
        assertThat(Json.read(older, JournalRecord.class)).isEqualTo(FINDING);
    }

    @Test
    void a_reason_of_a_newer_worker_reads_as_other() {
        String newer = Json.text(FINDING).replace("\"reason\":\"refused\",\"facts\"", "\"reason\":\"new\",\"facts\"");

        assertThat(Json.read(newer, Finding.class).reason()).isEqualTo(Reason.OTHER);
    }

    @Test
    void a_sighting_that_an_older_version_wrote_names_no_runtime_and_is_not_retried() {
        Sighting sighting = new Sighting(
                "srv-refused",
                null,
                "q7f3k.mongodb.net",
                null,
                List.of(),
                "orders",
                "local",
                new Driver("nodejs", null),
                new Platform("nodejs", "v24.13.0"),
                Captures.NONE,
                1,
                Instant.parse("2026-11-22T10:00:00Z"),
                List.of(),
                "c0ffee",
                true,
                false,
                false);
        String json = Json.text(sighting);
        String older = json.replace(",\"runtime\":{\"name\":\"nodejs\",\"version\":\"v24.13.0\"}", "")
                .replace(",\"retried\":true", "");

        assertThat(Json.read(json, JournalRecord.class)).isEqualTo(sighting);
        assertThat(older).doesNotContain("runtime", "retried");
        assertThat(Json.read(older, Sighting.class).retried()).isFalse();
        assertThat(Json.read(older, Sighting.class).runtime()).isNull();
    }

    @Test
    void a_tick_is_its_partition() {
        assertThat(Json.text(new Tick(3))).isEqualTo("{\"type\":\"tick\",\"partition\":3}");
        assertThat(Json.read("{\"type\":\"tick\",\"partition\":3}", JournalRecord.class))
                .isEqualTo(new Tick(3));
    }
}
