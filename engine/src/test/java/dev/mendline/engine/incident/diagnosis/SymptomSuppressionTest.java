package dev.mendline.engine.incident.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.SourceFile;
import dev.mendline.engine.incident.Desk;
import dev.mendline.engine.incident.Sightings;
import dev.mendline.engine.incident.Sights;
import dev.mendline.engine.incident.SmallCatalog;
import dev.mendline.engine.incident.Told;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a confirmed cause brings is counted and tells nothing of its own, until the cause is not confirmed any more. */
class SymptomSuppressionTest {
    private static final String TARGET = "c.ab1cd.mongodb.net";
    private static final Node NODE = Node.of("c-shard-00-01.ab1cd.mongodb.net:27017");
    private static final SourceFile FULL = new SourceFile("causes/full.yaml", """
            id: full
            title: T
            severity: low
            pages: []
            symptoms: [noise]
            probes: [tcp]
            confirm:
              - when: tcp.exists(f, f.reason == reason.refused)
                because: It is full.
            mutes: [trouble]
            advice: {summary: Mend it., steps: [Mend it.]}
            """);
    private static final SourceFile LOUD = SmallCatalog.cause("loud", """
            probes: [icmp]
            suggest:
              - when: "'trouble' in symptoms"
                because: So it says.
            """);

    private final Desk desk = new Desk(SmallCatalog.of(FULL, LOUD), Inventory.DEFAULT, EngineSettings.DEFAULT);

    private Incident confirmed() {
        for (int i = 0; i < 3; i++) {
            desk.log(SmallCatalog.NOISE);
        }
        return desk.failed(desk.request("tcp n1 local"), Reason.REFUSED, Sights.tcp(NODE, Reason.REFUSED));
    }

    private Incident own() {
        return desk.state().published().get(0);
    }

    @Test
    void what_it_brings_is_counted_and_is_no_news() {
        Incident confirmed = confirmed();
        assertThat(confirmed.severity()).isEqualTo(Severity.MEDIUM);
        int published = desk.published.size();

        desk.log(SmallCatalog.TROUBLE);
        desk.log(SmallCatalog.TROUBLE);

        assertThat(desk.published).hasSize(published);
        Incident later = desk.pass(Duration.ofSeconds(10));
        assertThat(desk.published).hasSize(published + 1);
        assertThat(later.symptoms())
                .filteredOn(symptom -> symptom.id().equals("trouble"))
                .singleElement()
                .extracting("count")
                .isEqualTo(2L);
        assertThat(later.diagnosis().candidates())
                .extracting(Diagnosis.Candidate::cause)
                .containsExactly("full");
        assertThat(later.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(desk.asked()).doesNotContain("icmp n1 local");
        assertThat(later.timeline())
                .extracting(Told::of)
                .containsOnlyOnce("symptoms-suppressed {cause=full, symptoms=trouble}");
    }

    @Test
    void what_was_seen_before_is_muted_as_soon_as_it_is_confirmed() {
        desk.log(SmallCatalog.TROUBLE);
        assertThat(desk.last().severity()).isEqualTo(Severity.HIGH);

        Incident confirmed = confirmed();

        assertThat(confirmed.diagnosis().candidates())
                .extracting(Diagnosis.Candidate::cause)
                .containsExactly("full");
        assertThat(confirmed.severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void it_counts_again_when_the_cause_is_not_confirmed_any_more() {
        confirmed();
        desk.log(SmallCatalog.TROUBLE);
        desk.passUntilAskedAgain();
        desk.passed(desk.lastRequest(), Sights.tcp(NODE, Reason.ANSWERED));
        assertThat(desk.asked())
                .as("the diagnosis is held while the trouble goes away")
                .doesNotContain("icmp n1 local");
        desk.pass(Duration.ofSeconds(15));

        Incident again = desk.log(SmallCatalog.TROUBLE);

        assertThat(again.severity()).isEqualTo(Severity.HIGH);
        assertThat(again.diagnosis().leading()).isEqualTo("loud");
        assertThat(desk.asked()).contains("icmp n1 local");
        assertThat(again.timeline()).extracting(Told::of).contains("suppression-ended {symptoms=trouble}");
    }

    @Test
    void a_service_that_names_no_deployment_is_counted_where_its_trouble_comes_from() {
        confirmed();

        desk.read(Sightings.of("trouble", null, "orders", 4, desk.now()));
        assertThat(desk.state().incidents()).hasSize(1);
        assertThat(own().symptoms()).extracting("id").contains("trouble");

        desk.read(Sightings.of("trouble", null, "billing", 1, desk.now()));
        assertThat(desk.state().published()).extracting(Incident::target).containsExactly(TARGET, null);
    }

    @Test
    void what_alone_brings_a_cause_under_suspicion_is_not_muted_by_it() {
        SourceFile both = new SourceFile(
                "causes/full.yaml", FULL.text().replace("symptoms: [noise]", "symptoms: [noise, trouble]"));
        Desk other = new Desk(SmallCatalog.of(both, LOUD), Inventory.DEFAULT, EngineSettings.DEFAULT);
        other.log(SmallCatalog.TROUBLE);
        Incident confirmed =
                other.failed(other.request("tcp n1 local"), Reason.REFUSED, Sights.tcp(NODE, Reason.REFUSED));
        assertThat(confirmed.diagnosis().candidates())
                .extracting(Diagnosis.Candidate::cause)
                .containsExactly("full", "loud");

        other.log(SmallCatalog.NOISE);
        assertThat(other.state().published().get(0).diagnosis().candidates())
                .extracting(Diagnosis.Candidate::cause)
                .containsExactly("full");
    }
}
