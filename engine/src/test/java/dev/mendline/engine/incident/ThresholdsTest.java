package dev.mendline.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.StrictYaml;
import dev.mendline.model.incident.Incident;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One sighting of a noisy symptom opens nothing; several within a while do, and nothing of the first is lost. */
public class ThresholdsTest {
    private static final String NODE = "c-shard-00-00.ab1cd.mongodb.net:27017";
    public static final String RESET =
            "pymongo.errors.AutoReconnect: " + NODE + ": [Errno 104] Connection reset by peer";
    private static final String RESET_ELSEWHERE = RESET.replace("c-shard", "d-shard");
    private static final String REFUSED = "pymongo.errors.AutoReconnect: " + NODE + ": [Errno 111] Connection refused";
    private static final String NAMELESS = "MongoNetworkError: read ECONNRESET";

    private final Desk desk = new Desk();

    private String opening() {
        return Told.all(desk.last()).get(0);
    }

    @Test
    void two_within_a_minute_open_nothing_and_the_third_tells_of_all() {
        desk.log("orders", RESET, desk.now());
        desk.pass(Duration.ofSeconds(5));
        desk.log("billing", RESET, desk.now());
        desk.pass(Duration.ofSeconds(5));
        assertThat(desk.published).isEmpty();
        assertThat(desk.requests).isEmpty();
        assertThat(desk.state().needsTicks()).isFalse();

        Incident incident = desk.log("orders", RESET, desk.now());

        assertThat(opening())
                .isEqualTo("opened {count=3, seconds=10, services=billing, orders, symptom=connection-reset}");
        assertThat(incident.services()).containsExactly("billing", "orders");
        assertThat(incident.symptoms()).singleElement().satisfies(symptom -> {
            assertThat(symptom.count()).isEqualTo(3);
            assertThat(symptom.firstSeen()).isEqualTo(desk.now().minusSeconds(10));
        });
        assertThat(incident.samples()).isNotEmpty();
        assertThat(incident.openedAt()).isEqualTo(desk.now());
        assertThat(desk.requests).isNotEmpty();
        assertThat(desk.state().usage().buffered()).isEmpty();
    }

    @Test
    void what_is_older_than_the_window_counts_no_more() {
        desk.log(RESET);
        desk.log(RESET);
        desk.pass(Duration.ofSeconds(60));
        desk.log(RESET);
        desk.log(RESET);
        assertThat(desk.published).isEmpty();
        assertThat(desk.state().usage().buffered()).hasSize(2);

        desk.pass(Duration.ofSeconds(55));
        assertThat(desk.log(RESET)).isNotNull();
    }

    @Test
    void each_deployment_and_each_service_without_one_counts_for_itself() {
        desk.log(RESET);
        desk.log(RESET_ELSEWHERE);
        desk.log("a", NAMELESS, desk.now());
        desk.log("b", NAMELESS, desk.now());
        desk.log(RESET);
        desk.log(RESET_ELSEWHERE);
        desk.log("a", NAMELESS, desk.now());
        desk.log("b", NAMELESS, desk.now());
        assertThat(desk.published).isEmpty();

        assertThat(desk.log("a", NAMELESS, desk.now()).services()).containsExactly("a");
        assertThat(desk.log(RESET).target()).isEqualTo("c.ab1cd.mongodb.net");
        assertThat(desk.published).hasSize(2);
    }

    @Test
    void a_symptom_that_is_not_noisy_opens_at_once_and_takes_with_it_what_waited_there() {
        desk.log("billing", RESET, desk.now());
        desk.log(RESET_ELSEWHERE);

        Incident incident = desk.log(REFUSED);

        assertThat(opening()).isEqualTo("opened {services=orders, symptom=connection-refused}");
        assertThat(incident.symptoms())
                .extracting(Incident.SymptomCount::id)
                .containsExactly("connection-reset", "connection-refused");
        assertThat(incident.services()).containsExactly("billing", "orders");
        assertThat(desk.state().usage().buffered()).hasSize(1);
    }

    @Test
    void an_open_incident_takes_every_one() {
        desk.log(REFUSED);

        Incident incident = desk.log("billing", RESET, desk.now());

        assertThat(incident.services()).containsExactly("billing", "orders");
        assertThat(desk.state().usage().buffered()).isEmpty();
    }

    @Test
    void a_resolved_one_reopens_at_the_threshold_too_and_says_why_not_before() {
        Desk few = new Desk(
                SmallCatalog.of(),
                Inventory.DEFAULT,
                StrictYaml.read("m.yaml", "{resolution: {quiet: 10s}}", EngineSettings.class));
        for (int i = 0; i < 3; i++) {
            few.log(SmallCatalog.NOISE);
        }
        assertThat(few.pass(Duration.ofSeconds(15)).state()).isEqualTo(Incident.State.RESOLVED);
        int revisions = few.published.size();

        few.log(SmallCatalog.NOISE);
        few.log(SmallCatalog.NOISE);
        assertThat(few.published).hasSize(revisions);
        few.log(SmallCatalog.NOISE);

        assertThat(few.last().state()).isEqualTo(Incident.State.OPEN);
        assertThat(few.last().symptoms().get(0).count()).isEqualTo(3);
        assertThat(few.last().timeline())
                .extracting(Told::of)
                .contains(
                        "not-reopened {noisy-count=3, seconds=60, service=orders, symptom=noise, why=too-few}",
                        "reopened {count=3, seconds=1, services=orders, symptom=noise}")
                .doesNotHaveDuplicates();
    }

    @Test
    void a_folded_sighting_counts_all_its_events() {
        Desk one = new Desk(Desk.CATALOG, Inventory.DEFAULT, EngineSettings.DEFAULT);
        one.read(Sightings.of("connection-reset", "c.ab1cd.mongodb.net", "orders", 3, one.now()));

        assertThat(Told.all(one.last()).get(0)).isEqualTo("opened {services=orders, symptom=connection-reset}");
        assertThat(one.last().symptoms().get(0).count()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void the_count_is_configured(int count) {
        Desk other = new Desk(Desk.CATALOG, Inventory.DEFAULT, EngineSettings.DEFAULT.withNoisyCount(count));
        for (int i = 1; i < count; i++) {
            other.log(RESET);
        }
        assertThat(other.published).isEmpty();

        assertThat(other.log(RESET)).isNotNull();
    }

    @Test
    void what_is_watched_is_bounded_and_beyond_that_still_counted() {
        for (int i = 0; i < 150; i++) {
            String elsewhere = RESET.replace("c-shard", "d" + i + "-shard");
            desk.log(elsewhere);
            desk.log(elsewhere);
        }

        assertThat(desk.state().usage().buffered()).hasSize(Bounds.BUFFERED_SIGHTINGS);
        assertThat(desk.pass(Duration.ofSeconds(10)).symptoms().get(0).count())
                .isEqualTo(300 - Bounds.BUFFERED_SIGHTINGS);
        assertThat(desk.last().advice().summary())
                .endsWith("are not tracked separately because 200 sightings of noisy symptoms are buffered already.");
    }

    @Test
    void old_lines_open_an_old_incident_at_the_threshold() {
        List<Incident> none = List.copyOf(desk.published);
        desk.log("orders", RESET, desk.now().minus(Duration.ofHours(1)));
        desk.log("orders", RESET, desk.now().minus(Duration.ofHours(1)));
        assertThat(desk.published).isEqualTo(none);

        assertThat(desk.log("orders", RESET, desk.now().minus(Duration.ofHours(1)))
                        .historical())
                .isTrue();
    }
}
