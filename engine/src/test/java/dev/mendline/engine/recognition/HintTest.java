package dev.mendline.engine.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.redaction.Redactor;
import dev.mendline.engine.sighting.SecondFold;
import dev.mendline.engine.sighting.SightingFactory;
import dev.mendline.model.Json;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.journal.Hint;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Coordinates;
import dev.mendline.model.log.LogEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stage 1 makes of lines that show no symptom. */
class HintTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String NODE = "c-shard-00-00.ab1cd.mongodb.net:27017";
    private static final String CREATED = "Connection created: address=" + NODE + ", driver-generated ID=7";
    private static final String ACCEPTED = "Connection accepted\n{\"id\":22943,\"attr\":{\"remote\":\"10.2.0.7:51122\","
            + "\"uuid\":\"6f2c\",\"connectionId\":12,\"connectionCount\":8}}";
    private static final Inventory BOUND = new Inventory(
            List.of(new Inventory.Target(
                    "db.example.com", List.of(), List.of("mongod-*"), null, List.of(), List.of(), null, null, null)),
            List.of(),
            List.of());

    private static final SightingFactory SIGHTER = sighter(Inventory.DEFAULT);

    private static SightingFactory sighter(Inventory inventory) {
        return new SightingFactory(Catalog.builtIn(), inventory, new Redactor(List.of()), true);
    }

    private static Optional<Hint> hint(String text) {
        return hint(SIGHTER, "orders", text);
    }

    private static Optional<Hint> hint(SightingFactory sighter, String service, String text) {
        LogEvent event = LogEvent.of(NOW, "INFO", service, text);
        assertThat(sighter.sight(event, new Coordinates("logs", 0, 0), NOW))
                .as("a hint shows no symptom")
                .isEmpty();
        return sighter.hint(event, NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cluster created with settings {hosts=[127.0.0.1:27017], srvHost=c.ab1cd.mongodb.net, mode=MULTIPLE}",
                "Cluster created with settings {hosts=[c-shard-00-00.ab1cd.mongodb.net:27017,"
                        + " c-shard-00-01.ab1cd.mongodb.net:27017], mode=MULTIPLE}",
                "Adding discovered server c-shard-00-02.ab1cd.mongodb.net:27017 to client view of cluster",
                "Connecting to:\t\tmongodb+srv://<credentials>@c.ab1cd.mongodb.net/?appName=mongosh+2.2.3",
                "MongoDB Connected: c-shard-00-02.ab1cd.mongodb.net",
                "connected to mongodb+srv://user:p%40ss@C.AB1CD.mongodb.net/shop"
            })
    void what_a_program_talks_to_is_told_to_its_services_site(String text) {
        assertThat(hint(text))
                .contains(Hint.deployment("orders", "local", "c.ab1cd.mongodb.net", "ab1cd.mongodb.net", false, NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cluster created with settings {hosts=[db.evil.example:27017], mode=SINGLE}",
                "Cluster created with settings {hosts=[a-shard-00-00.ab1cd.mongodb.net:27017,"
                        + " b-shard-00-00.ab1cd.mongodb.net:27017]}",
                "Cluster created with settings {hosts=[a.ab1cd.mongodb.net:27017, b.xy9zz.mongodb.net:27017]}",
                "Adding discovered server ac-abc1234-shard-00-00.ab1cd.mongodb.net:27017 to client view of cluster",
                "Adding discovered server db.evil.example:27017 to client view of cluster",
                "MongoDB Connected: 10.0.0.5",
                "INFO a word about nothing"
            })
    void what_names_nobody_that_is_listed_or_several_tells_nothing(String text) {
        assertThat(hint(text)).isEmpty();
    }

    @Test
    void what_the_configuration_says_needs_no_hint() {
        String text = "Cluster created with settings {hosts=[db.example.com:27017], mode=SINGLE}";

        assertThat(hint(sighter(BOUND), "orders", text)).map(Hint::target).contains("db.example.com");
        assertThat(hint(sighter(BOUND), "mongod-1", text)).isEmpty();
    }

    @Test
    void a_drivers_connection_is_told_to_the_deployments_site() {
        assertThat(hint(CREATED))
                .contains(new Hint(
                        Hint.Kind.CONNECTION,
                        "ab1cd.mongodb.net",
                        "orders",
                        "local",
                        null,
                        "c.ab1cd.mongodb.net",
                        "ab1cd.mongodb.net",
                        false,
                        1,
                        NOW));
    }

    @Test
    void a_servers_connection_belongs_to_what_its_service_is_configured_for_and_names_the_client() {
        assertThat(hint(sighter(BOUND), "mongod-1", ACCEPTED)).hasValueSatisfying(hint -> {
            assertThat(hint.target()).isEqualTo("db.example.com");
            assertThat(hint.site()).isEqualTo("db.example.com");
            assertThat(hint.peer()).isEqualTo("10.2.0.7");
        });
        assertThat(hint(sighter(BOUND), "elsewhere", ACCEPTED))
                .hasValueSatisfying(hint -> assertThat(hint.target()).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"999.1.1.1:5", "....:5", "fe80:5", "::::::::::::5:5"})
    void a_client_without_an_address_is_nobody(String remote) {
        assertThat(hint(sighter(BOUND), "mongod-1", ACCEPTED.replace("10.2.0.7:51122", remote)))
                .hasValueSatisfying(hint -> assertThat(hint.peer()).isNull());
    }

    @Test
    void a_connection_to_a_host_that_is_not_listed_leads_nowhere() {
        assertThat(hint(CREATED.replace("ab1cd.mongodb.net", "evil.example"))).hasValueSatisfying(hint -> {
            assertThat(hint.target()).isNull();
            assertThat(Json.text(hint)).doesNotContain("evil");
        });
    }

    @Test
    void what_mendline_wrote_itself_is_none() {
        assertThat(hint(SIGHTER, "mendline-probes", CREATED)).isEmpty();
    }

    @Test
    void a_sighting_tells_what_its_service_talks_to_where_nothing_else_does() {
        String text = "MongoNetworkError: getaddrinfo ENOTFOUND c-shard-00-00.ab1cd.mongodb.net";
        LogEvent event = LogEvent.of(NOW, "ERROR", "orders", text);
        Sighting sighting =
                SIGHTER.sight(event, new Coordinates("logs", 0, 0), NOW).orElseThrow();

        assertThat(SIGHTER.bound(sighting))
                .contains(Hint.deployment("orders", "local", "c.ab1cd.mongodb.net", "ab1cd.mongodb.net", true, NOW));
        assertThat(SIGHTER.hint(event, NOW)).as("a symptom is no hint").isEmpty();
    }

    @Test
    void like_hints_fold_and_others_do_not() {
        Hint one = hint(CREATED).orElseThrow();
        Hint other = hint(SIGHTER, "media", CREATED).orElseThrow();

        assertThat(SecondFold.key(one)).isNotEqualTo(SecondFold.key(other));
        assertThat(SecondFold.isHint(SecondFold.key(one))).isTrue();
        assertThat(SecondFold.merge((JournalRecord) one, one))
                .isInstanceOfSatisfying(
                        Hint.class, both -> assertThat(both.count()).isEqualTo(2));
    }
}
