package dev.mendline.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.StrictYaml;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.journal.Tick;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Vantage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a site has of a deployment × what is read of it → what it has then, how often that is published, and what the
 * timeline says. Nothing here is probed: that is another test's matter.
 */
class TransitionsTest {
    private static final String TARGET = "c.ab1cd.mongodb.net";
    private final Desk desk = new Desk(
            SmallCatalog.of(),
            Inventory.DEFAULT,
            StrictYaml.read(
                    "mendline.yaml", "{resolution: {quiet: 1m}, limits: {open-per-site: 2}}", EngineSettings.class));

    @ParameterizedTest(name = "{0} × {1} → {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing              | trouble | open high               | 1 | opened {services=orders, symptom=trouble}",
                "nothing              | retried | open low                | 1 | opened {low=drivers-retry, services=orders, symptom=trouble}",
                "nothing              | noise   | none watched 1          | 0 |",
                "nothing              | noises  | open medium             | 1 | opened {services=orders, symptom=noise}",
                "nothing              | old     | open high historical    | 1 | not-probed {why=old-lines}",
                "nothing              | tick    | none                    | 0 |",
                "noise                | noise   | none watched 2          | 0 |",
                "noise noise          | noise   | open medium             | 1 | opened {count=3, seconds=1, services=orders, symptom=noise}",
                "noise noise          | trouble | open high               | 1 | opened {services=orders, symptom=trouble}",
                "noise noise          | old     | open high               | 1 | opened {services=orders, symptom=trouble}",
                "noise noise          | minute  | none watched 2          | 0 |",
                "noise noise minute   | noise   | none watched 1          | 0 |",
                "trouble              | trouble | open high               | 0 |",
                "trouble              | retried | open high               | 0 |",
                "trouble              | noise   | open high               | 1 |",
                "trouble              | old     | open high               | 0 |",
                "trouble              | tick    | open high               | 0 |",
                "trouble              | finding | open high               | 0 |",
                "trouble              | minute  | resolved high           | 1 | resolved {quiet-seconds=60}",
                "retried              | retried | open low                | 0 |",
                "retried              | trouble | open high               | 1 | counted-in-full {service=orders, symptom=trouble}",
                "retried              | minute  | resolved low            | 1 | resolved {quiet-seconds=60}",
                "old                  | old     | open high historical    | 0 |",
                "old                  | trouble | open high               | 1 |",
                "trouble minute       | trouble | open high               | 1 | reopened {services=orders, symptom=trouble}",
                "trouble minute       | retried | open low                | 1 | reopened {low=drivers-retry, services=orders, symptom=trouble}",
                "retried minute       | trouble | open high               | 1 | reopened {services=orders, symptom=trouble}",
                "trouble minute       | noise   | resolved high watched 1 | 0 | not-reopened {noisy-count=3, seconds=60, service=orders, symptom=noise, why=too-few}",
                "trouble minute noise | noise   | resolved high watched 2 | 0 |",
                "trouble minute noise | noises  | open medium             | 1 | reopened {count=4, seconds=1, services=orders, symptom=noise}",
                "trouble minute       | old     | resolved high           | 0 | not-reopened {service=orders, symptom=trouble, why=old-lines}",
                "trouble minute old   | old     | resolved high           | 0 |",
                "trouble minute       | tick    | resolved high           | 0 |",
                "crowd                | trouble | none overflow           | 1 | not-tracked {open=2, place=c.ab1cd.mongodb.net, why=too-many-open}",
                "crowd                | noise   | none watched 1          | 0 |",
                "crowd trouble        | noise   | none overflow           | 0 |",
                "crowd trouble        | trouble | none overflow           | 0 |",
                "crowd trouble        | minute  | none overflow           | 3 | resolved {quiet-seconds=60}",
                "trouble minute crowd | trouble | resolved high overflow  | 1 | not-reopened {open=2, service=orders, symptom=trouble, why=too-many-open}",
                "trouble minute crowd | old     | resolved high           | 0 | not-reopened {service=orders, symptom=trouble, why=old-lines}"
            })
    void follows(String before, String record, String after, int published, String said) {
        for (String step : before.split(" ")) {
            read(step);
        }
        int revisions = desk.published.size();
        String saidBefore = latest();

        read(record);

        assertThat(has()).isEqualTo(after);
        assertThat(desk.published).hasSize(revisions + published);
        String now = latest();
        assertThat(now.equals(saidBefore) ? null : now).isEqualTo(said);
    }

    private void read(String step) {
        switch (step) {
            case "trouble" -> desk.read(Sightings.of("trouble", TARGET, "orders", 1, desk.now()));
            case "retried" -> desk.read(Sightings.of("trouble", TARGET, "orders", 1, desk.now(), true));
            case "old" ->
                desk.read(
                        Sightings.of("trouble", TARGET, "orders", 1, desk.now().minus(Duration.ofHours(1))));
            case "noise" -> desk.read(Sightings.of("noise", TARGET, "orders", 1, desk.now()));
            case "noises" -> desk.read(Sightings.of("noise", TARGET, "orders", 3, desk.now()));
            case "tick" -> desk.read(new Tick(0));
            case "minute" -> desk.pass(Duration.ofSeconds(60));
            case "finding" -> desk.read(finding());
            case "crowd" ->
                List.of("a", "b")
                        .forEach(name -> desk.read(
                                Sightings.of("trouble", name + ".ab1cd.mongodb.net", "orders", 1, desk.now())));
            default -> assertThat(step).isEqualTo("nothing");
        }
    }

    /** Of a request that nobody made. */
    private Finding finding() {
        return new Finding(
                "unasked",
                Desk.SITE,
                TARGET,
                "tcp",
                null,
                Outcome.Kind.PASSED,
                null,
                null,
                desk.now(),
                1,
                new Vantage("local", List.of(), List.of()),
                List.of(),
                List.of());
    }

    private String has() {
        Incident own = own();
        int watched = desk.state().usage().buffered().size();
        return (own == null ? "none" : described(own))
                + (watched == 0 ? "" : " watched " + watched)
                + (overflow() == null ? "" : " overflow");
    }

    private static String described(Incident incident) {
        return (incident.state() + " " + incident.severity()).toLowerCase(Locale.ROOT)
                + (incident.historical() ? " historical" : "");
    }

    private Incident own() {
        return desk.state().published().stream()
                .filter(incident -> TARGET.equals(incident.target()))
                .findFirst()
                .orElse(null);
    }

    private Incident overflow() {
        return desk.state().incidents().stream()
                .filter(file -> file.overflow() != null)
                .map(IncidentState::incident)
                .findFirst()
                .orElse(null);
    }

    /** The last entry of the deployment's own timeline, else of the overflow's. */
    private String latest() {
        Incident told = own() != null ? own() : overflow();
        return told == null ? "" : Told.last(told);
    }
}
