package dev.mendline.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.StrictYaml;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Command;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What stands of an incident that wants one check × what is read → what stands then, how often that check was asked for
 * in all, how often the incident was published by this, and what its timeline says last.
 */
class TransitionsWithProbesTest {
    private static final String TARGET = "c.ab1cd.mongodb.net";

    private final Desk desk = new Desk(
            SmallCatalog.of(SmallCatalog.cause("down", """
                    probes: [dns-srv]
                    confirm:
                      - when: dns_srv.exists(f, f.reason == reason.refused)
                        because: It is refused.
                    refute:
                      - when: dns_srv.size() > 0 && dns_srv.all(f, f.outcome == outcome.passed)
                        because: It is there.
                    """)),
            Inventory.DEFAULT,
            StrictYaml.read("mendline.yaml", "{noisy-count: 3}", EngineSettings.class));
    private final Persons persons = new Persons(desk);

    @ParameterizedTest(name = "{0} × {1} → {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing                     | trouble   | open possible      | 1 | 1 | asked for dns-srv from zone local",
                "nothing                     | nowhere   | open unproven      | 0 | 1 | down is unproven: All evidence that can be had is in, and it does not decide.",
                "nothing                     | old       | open unproven old  | 0 | 1 | down is unproven: Evidence is outstanding: dns-srv from zone local.",
                "old                         | trouble   | open possible      | 1 | 1 | asked for dns-srv from zone local",
                "trouble                     | trouble   | open possible      | 1 | 0 |",
                "trouble                     | refused   | open confirmed     | 1 | 1 | down is confirmed: It is refused.",
                "trouble                     | passed    | open refuted       | 1 | 1 | down is refuted: It is there.",
                "trouble                     | dark      | open unproven      | 1 | 1 | down is unproven: All evidence that can be had is in, and it does not decide.",
                "trouble                     | minute    | open unproven      | 1 | 1 | down is unproven: All evidence that can be had is in, and it does not decide. No worker answered in time from zone local.",
                "trouble minute              | refused   | open unproven      | 1 | 0 | not taken: the answer to dns-srv from zone local, for it came too late",
                "trouble minute refused      | refused   | open unproven      | 1 | 0 |",
                "trouble minute              | minute    | open possible      | 2 | 1 | down is possible: Evidence is outstanding: dns-srv from zone local.",
                "trouble refused             | refused   | open confirmed     | 1 | 0 |",
                "trouble refused             | minute    | open confirmed     | 2 | 1 | asked for dns-srv from zone local",
                "trouble refused minute      | refused   | open confirmed     | 2 | 1 | dns-srv from zone local failed: refused",
                "trouble refused minute      | passed    | open confirmed     | 2 | 1 | dns-srv from zone local passed",
                "trouble refused minute      | dark      | open confirmed     | 2 | 1 | dns-srv from zone local inconclusive: not-available",
                "trouble refused minute passed | quiet   | resolved confirmed | 2 | 1 | resolved: no sighting for 300 s, and no probe fails",
                "trouble passed              | quiet     | resolved refuted   | 1 | 1 | resolved: no sighting for 300 s, and no probe fails",
                "trouble refused minute refused | quiet  | open confirmed     | 3 | 3 | not resolved: no sighting for 300 s, but dns-srv from zone local fails",
                "trouble                     | ack       | open possible      | 1 | 1 | acknowledged: on it",
                "trouble ack                 | unack     | open possible      | 1 | 1 | no longer acknowledged",
                "trouble                     | unack     | open possible      | 1 | 1 | not done: unacknowledge, for nobody has it",
                "trouble                     | resolve   | resolved possible  | 1 | 1 | resolved by hand: on it",
                "trouble resolve             | resolve   | resolved possible  | 1 | 1 | not done: resolve, for it is over",
                "trouble resolve             | refused   | resolved possible  | 1 | 0 |",
                "trouble resolve             | trouble   | open possible      | 1 | 1 | not asked yet: dns-srv, for that was done within the last 60 s",
                "trouble resolve trouble     | minute    | open possible      | 2 | 1 | asked for dns-srv from zone local",
                "trouble ack resolve         | trouble   | open possible      | 1 | 1 | not asked yet: dns-srv, for that was done within the last 60 s",
                "trouble                     | silence   | open possible silenced | 1 | 1 | silenced until 2026-11-22T11:00:00Z: upgrade",
                "trouble silence             | unsilence | open possible      | 1 | 1 | no longer silenced",
                "trouble                     | unsilence | open possible      | 1 | 1 | not done: unsilence, for it is not silenced",
                "trouble passed silence      | hour      | gone refuted       | 1 | 2 | the silence is over",
                "trouble passed silence resolve hour | trouble | open possible | 2 | 1 | asked for dns-srv from zone local",
                "trouble                     | recheck   | open possible      | 1 | 1 | asks to look anew: there is no finding yet",
                "trouble refused             | recheck   | open confirmed     | 1 | 1 | asks to look anew: 0 of 1 checks; not dns-srv, for that was done within the last 60 s",
                "trouble passed minute       | recheck   | open refuted       | 2 | 1 | asked for dns-srv from zone local",
                "trouble                     | wrong     | open possible      | 1 | 1 | says that the diagnosis down is wrong: it was firewall-blocks-port",
                "trouble                     | unknown   | open possible      | 1 | 1 | not done: unknown, for this version knows no such command",
                "trouble again again         | again     | open possible flapping | 1 | 2 |",
                "trouble again again again   | resolve   | resolved possible flapping | 1 | 1 | resolved by hand: on it",
                "trouble again again again resolve | hour | gone possible     | 1 | 1 | no longer flapping: not back within 30 min",
                "trouble resolve             | hour      | resolved possible  | 1 | 0 |",
                "trouble resolve hour        | trouble   | open possible      | 2 | 1 | asked for dns-srv from zone local",
                "trouble hour                | tick      | resolved unproven  | 3 | 0 |"
            })
    void follows(String before, String record, String after, int asked, int published, String said) {
        for (String step : before.split(" ")) {
            read(step);
        }
        int revisions = desk.published.size();
        String saidBefore = latest();

        read(record);

        assertThat(has()).isEqualTo(after);
        assertThat(desk.requests).hasSize(asked);
        assertThat(desk.published).hasSize(revisions + published);
        assertThat(latest().equals(saidBefore) ? null : latest()).isEqualTo(said);
    }

    private void read(String step) {
        switch (step) {
            case "trouble" -> desk.read(Sightings.of("trouble", TARGET, "orders", 1, desk.now()));
            case "nowhere" -> desk.read(Sightings.of("trouble", null, "orders", 1, desk.now()));
            case "old" ->
                desk.read(
                        Sightings.of("trouble", TARGET, "orders", 1, desk.now().minus(Duration.ofHours(1))));
            case "refused" -> answer(new Outcome.Failed(Reason.REFUSED));
            case "passed" -> answer(new Outcome.Passed());
            case "dark" -> answer(new Outcome.Inconclusive(Reason.NOT_AVAILABLE));
            case "tick" -> desk.pass(Duration.ofSeconds(5));
            case "minute" -> desk.pass(Duration.ofMinutes(1));
            case "quiet" -> desk.pass(Duration.ofMinutes(5));
            case "hour" -> desk.pass(Duration.ofMinutes(61));
            case "ack" -> persons.says(Command.Kind.ACKNOWLEDGE);
            case "unack" -> persons.says(Command.Kind.UNACKNOWLEDGE);
            case "resolve" -> persons.says(Command.Kind.RESOLVE);
            case "silence" -> persons.says(Command.Kind.SILENCE);
            case "unsilence" -> persons.says(Command.Kind.UNSILENCE);
            case "recheck" -> persons.says(Command.Kind.RECHECK);
            case "wrong" -> persons.says(Command.Kind.FEEDBACK);
            case "unknown" -> persons.says(Command.Kind.UNKNOWN);
            case "again" -> List.of("resolve", "trouble").forEach(this::read);
            default -> assertThat(step).isEqualTo("nothing");
        }
    }

    private void answer(Outcome outcome) {
        desk.answer(desk.lastRequest(), outcome, null);
    }

    private String has() {
        if (desk.published.isEmpty()) {
            return "nothing";
        }
        Incident incident = newest();
        boolean gone =
                desk.state().incidents().stream().noneMatch(known -> known.id().equals(incident.id()));
        return (gone ? "gone" : incident.state().name().toLowerCase(Locale.ROOT)) + " "
                + incident.diagnosis().verdict().word()
                + (incident.historical() ? " old" : "")
                + (incident.silencedUntil() == null ? "" : " silenced")
                + (incident.flapping() ? " flapping" : "");
    }

    /** As the state has it; where it is forgotten, as it was published last. */
    private Incident newest() {
        Incident last = desk.last();
        return desk.state().incidents().stream()
                .filter(known -> known.id().equals(last.id()))
                .findFirst()
                .orElse(last);
    }

    private String latest() {
        return desk.published.isEmpty()
                ? ""
                : newest().timeline().get(newest().timeline().size() - 1).what();
    }
}
