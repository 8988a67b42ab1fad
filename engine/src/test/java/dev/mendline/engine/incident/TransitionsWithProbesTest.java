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
            StrictYaml.read("mendline.yaml", "{noise: {count: 3}}", EngineSettings.class));
    private final Persons persons = new Persons(desk);

    @ParameterizedTest(name = "{0} × {1} → {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nothing                     | trouble   | open possible      | 1 | 1 | probes-requested {probe=dns-srv, zone=local}",
                "nothing                     | nowhere   | open unproven      | 0 | 1 | diagnosis-changed {cause=down, verdict=unproven}",
                "nothing                     | old       | open unproven old  | 0 | 1 | diagnosis-changed {cause=down, verdict=unproven}",
                "old                         | trouble   | open possible      | 1 | 1 | probes-requested {probe=dns-srv, zone=local}",
                "trouble                     | trouble   | open possible      | 1 | 0 |",
                "trouble                     | refused   | open confirmed     | 1 | 1 | diagnosis-changed {cause=down, verdict=confirmed}",
                "trouble                     | passed    | open refuted       | 1 | 1 | diagnosis-changed {cause=down, verdict=refuted}",
                "trouble                     | dark      | open unproven      | 1 | 1 | diagnosis-changed {cause=down, verdict=unproven}",
                "trouble                     | minute    | open unproven      | 1 | 1 | diagnosis-changed {cause=down, verdict=unproven}",
                "trouble minute              | refused   | open unproven      | 1 | 0 | answer-ignored {probe=dns-srv, zone=local}",
                "trouble minute refused      | refused   | open unproven      | 1 | 0 |",
                "trouble minute              | minute    | open possible      | 2 | 1 | diagnosis-changed {cause=down, verdict=possible}",
                "trouble refused             | refused   | open confirmed     | 1 | 0 |",
                "trouble refused             | minute    | open confirmed     | 2 | 1 | probes-requested {probe=dns-srv, zone=local}",
                "trouble refused minute      | refused   | open confirmed     | 2 | 1 | probe-finished {outcome=failed, probe=dns-srv, reason=refused, zone=local}",
                "trouble refused minute      | passed    | open confirmed     | 2 | 1 | probe-finished {outcome=passed, probe=dns-srv, zone=local}",
                "trouble refused minute      | dark      | open confirmed     | 2 | 1 | probe-finished {outcome=inconclusive, probe=dns-srv, reason=not-available, zone=local}",
                "trouble refused minute passed | quiet   | resolved confirmed | 2 | 1 | resolved {quiet-seconds=300}",
                "trouble passed              | quiet     | resolved refuted   | 1 | 1 | resolved {quiet-seconds=300}",
                "trouble refused minute refused | quiet  | open confirmed     | 3 | 3 | not-resolved {probe=dns-srv, quiet-seconds=300, zone=local}",
                "trouble                     | ack       | open possible      | 1 | 1 | acknowledged {reason=on it}",
                "trouble ack                 | unack     | open possible      | 1 | 1 | unacknowledged",
                "trouble                     | unack     | open possible      | 1 | 1 | command-rejected {command=unacknowledge, why=not-acknowledged}",
                "trouble                     | resolve   | resolved possible  | 1 | 1 | resolved {reason=on it}",
                "trouble resolve             | resolve   | resolved possible  | 1 | 1 | command-rejected {command=resolve, why=not-open}",
                "trouble resolve             | refused   | resolved possible  | 1 | 0 |",
                "trouble resolve             | trouble   | open possible      | 1 | 1 | not-probed {probes=dns-srv, seconds=60, why=probed-recently}",
                "trouble resolve trouble     | minute    | open possible      | 2 | 1 | probes-requested {probe=dns-srv, zone=local}",
                "trouble ack resolve         | trouble   | open possible      | 1 | 1 | not-probed {probes=dns-srv, seconds=60, why=probed-recently}",
                "trouble                     | silence   | open possible silenced | 1 | 1 | silenced {reason=upgrade, until=2026-11-22T11:00:00Z}",
                "trouble silence             | unsilence | open possible      | 1 | 1 | unsilenced",
                "trouble                     | unsilence | open possible      | 1 | 1 | command-rejected {command=unsilence, why=not-silenced}",
                "trouble passed silence      | hour      | gone refuted       | 1 | 2 | silence-ended",
                "trouble passed silence resolve hour | trouble | open possible | 2 | 1 | probes-requested {probe=dns-srv, zone=local}",
                "trouble                     | recheck   | open possible      | 1 | 1 | recheck-requested {why=no-findings}",
                "trouble refused             | recheck   | open confirmed     | 1 | 1 | recheck-requested {checks=1, probed-recently=dns-srv, requested=0, seconds=60, skipped=1}",
                "trouble passed minute       | recheck   | open refuted       | 2 | 1 | probes-requested {probe=dns-srv, zone=local}",
                "trouble                     | wrong     | open possible      | 1 | 1 | feedback {cause=firewall-blocks-port, diagnosis=down, judgement=wrong}",
                "trouble                     | unknown   | open possible      | 1 | 1 | command-rejected {command=unknown, why=unknown-command}",
                "trouble again again         | again     | open possible flapping | 1 | 2 |",
                "trouble again again again   | resolve   | resolved possible flapping | 1 | 1 | resolved {reason=on it}",
                "trouble again again again resolve | hour | gone possible     | 1 | 1 | flapping-ended {minutes=30}",
                "trouble resolve             | hour      | resolved possible  | 1 | 0 |",
                "trouble resolve hour        | trouble   | open possible      | 2 | 1 | probes-requested {probe=dns-srv, zone=local}",
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
                desk.state().published().stream().noneMatch(known -> known.id().equals(incident.id()));
        return (gone ? "gone" : incident.state().name().toLowerCase(Locale.ROOT)) + " "
                + incident.diagnosis().verdict().word()
                + (incident.historical() ? " old" : "")
                + (incident.silencedUntil() == null ? "" : " silenced")
                + (incident.flapping() ? " flapping" : "");
    }

    /** As the state has it; where it is forgotten, as it was published last. */
    private Incident newest() {
        Incident last = desk.last();
        return desk.state().published().stream()
                .filter(known -> known.id().equals(last.id()))
                .findFirst()
                .orElse(last);
    }

    private String latest() {
        return desk.published.isEmpty() ? "" : Told.last(newest());
    }
}
