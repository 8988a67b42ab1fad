package dev.mendline.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.model.facts.Atlas;
import dev.mendline.model.facts.Facts;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.model.probe.Vantage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AtlasFactsTest {
    static List<Facts> known() {
        return List.of(
                new Atlas.ClusterFacts(
                        "amber",
                        true,
                        "IDLE",
                        true,
                        "SHARDED",
                        "M30",
                        "8.0.4",
                        true,
                        false,
                        List.of("amber-pl-0-lb.q7f3k.mongodb.net")),
                new Atlas.EventsFacts(
                        "2026-11-22T09:00:00Z",
                        List.of(new Atlas.EventsFacts.Event("PRIMARY_ELECTED", "2026-11-22T09:59:00Z"))),
                new Atlas.AccessListFacts(
                        List.of("203.0.113.7"), List.of(), false, "203.0.113.0/24", "PENDING", null, 3, false),
                new Atlas.UserFacts(true, true, "admin", false, List.of("topaz"), null, false, false, "SCRAM"),
                new Atlas.LoginsFacts(
                        "2026-11-22T09:00:00Z", true, 3, 0, List.of("AuthenticationFailed"), List.of("admin"), null),
                new Atlas.ConnectionsFacts(
                        Node.of("amber-shard-00-00.q7f3k.mongodb.net:27017"), 1_490, 1_500, 99, 15, "M10"),
                new Atlas.PrivateEndpointFacts(List.of(new Atlas.PrivateEndpointFacts.PrivateEndpoint(
                        "AWS", "eu-central-1", "AVAILABLE", "REJECTED", null, false))));
    }

    private static Finding finding(Facts facts) {
        return new Finding(
                "r1",
                "q7f3k.mongodb.net",
                "amber.q7f3k.mongodb.net",
                Arrays.stream(ProbeKind.values())
                        .filter(kind -> kind.facts() == facts.getClass())
                        .findFirst()
                        .orElseThrow()
                        .id(),
                null,
                Outcome.Kind.FAILED,
                Reason.NOT_READY,
                facts,
                Instant.parse("2026-11-22T10:00:00Z"),
                4,
                new Vantage("local", List.of(), List.of("203.0.113.7")),
                List.of(),
                List.of());
    }

    @ParameterizedTest
    @MethodSource("known")
    void what_atlas_says_survives_the_wire_and_is_named_by_its_probe(Facts facts) {
        String json = Json.text(finding(facts));

        assertThat(json).contains("\"probe\":\"atlas-");
        assertThat(Json.read(json, JournalRecord.class)).isEqualTo(finding(facts));
    }

    @Test
    void each_kind_of_what_atlas_says_is_among_them() {
        assertThat(known())
                .extracting(Object::getClass)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProbeKind.values())
                        .filter(ProbeKind::asksAtlas)
                        .<Class<?>>map(ProbeKind::facts)
                        .toList());
    }
}
