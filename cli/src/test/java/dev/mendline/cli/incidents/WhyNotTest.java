package dev.mendline.cli.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.cli.output.Page;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.IncidentEngine;
import dev.mendline.engine.incident.site.Effect;
import dev.mendline.engine.incident.site.Step;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.model.config.StrictYaml;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Command;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.journal.Tick;
import dev.mendline.model.log.Captures;
import dev.mendline.model.log.JournalPosition;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against what the engine itself writes. */
class WhyNotTest {
    private static final String SITE = "ab1cd.mongodb.net";
    private static final String TARGET = "c." + SITE;

    private final IncidentEngine engine = new IncidentEngine(
            Catalog.builtIn(),
            StrictYaml.read(
                    "mendline.yaml",
                    "{probing: {max-per-target: 1}, limits: {open-per-site: 1}}",
                    EngineSettings.class));
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private SiteState state = SiteState.empty(SITE);
    private long offset;

    private void read(JournalRecord record) {
        Step step = engine.on(record, new JournalPosition(0, offset++), now, state);
        state = step.state();
        assertThat(step.effects())
                .filteredOn(Effect.Write.class::isInstance)
                .as("its own site is told nothing through the journal")
                .noneMatch(
                        written -> SITE.equals(((Effect.Write) written).record().site()));
    }

    private void pass(Duration time) {
        Instant end = now.plus(time);
        while (now.isBefore(end)) {
            now = now.plusSeconds(5);
            read(new Tick(0));
        }
    }

    private void seen(String target, Instant at) {
        seen(target, at, "local");
    }

    private void seen(String target, Instant at, String zone) {
        read(new Sighting(
                "srv-refused",
                null,
                SITE,
                target,
                List.of(),
                "orders",
                zone,
                null,
                null,
                Captures.NONE,
                1,
                at,
                List.of(),
                "c0ffee",
                false,
                false,
                false));
    }

    private void said(Command.Kind kind) {
        read(new Command(
                kind.word(),
                SITE,
                incident(TARGET).id(),
                kind,
                "dana",
                "gone",
                kind == Command.Kind.SILENCE ? now.plusSeconds(600) : null,
                null,
                null));
    }

    private Incident incident(String target) {
        return state.published().stream()
                .filter(incident -> target.equals(incident.target()))
                .findFirst()
                .orElseThrow();
    }

    private String reasons(Incident incident) {
        return String.join("\n", WhyNot.of(incident));
    }

    @Test
    void where_all_was_done_there_is_nothing_to_tell() {
        seen(TARGET, now);

        assertThat(WhyNot.of(incident(TARGET))).isEmpty();
    }

    @Test
    void old_lines_are_neither_probed_nor_posted() {
        seen(TARGET, now.minusSeconds(3_600));

        assertThat(reasons(incident(TARGET)))
                .contains(
                        "not probed and not posted because its lines were old",
                        "not probed because the lines were old");
    }

    @Test
    void budgets_are_named() {
        seen(TARGET, now);
        seen(TARGET, now, "inner");

        assertThat(reasons(incident(TARGET)))
                .contains("deferred 1 of 1 checks because the limit of checks a minute is 1 for one deployment");
    }

    @Test
    void what_people_were_refused_and_what_they_silenced() {
        seen(TARGET, now);
        said(Command.Kind.UNSILENCE);
        said(Command.Kind.SILENCE);

        assertThat(reasons(incident(TARGET)))
                .contains("not posted because it is silenced until 2026-11-22T10:10:00Z")
                .contains("2026-11-22 10:00:00Z dana: unsilence rejected because the incident is not silenced");
    }

    @Test
    void what_is_over_and_stays_so() {
        seen(TARGET, now);
        said(Command.Kind.RESOLVE);
        seen(TARGET, now.minusSeconds(3_600));

        assertThat(reasons(incident(TARGET))).contains("not reopened by srv-refused from orders");
    }

    @Test
    void what_is_too_much_to_be_followed_singly() {
        seen(TARGET, now);
        seen("d." + SITE, now);

        assertThat(state.published())
                .filteredOn(incident -> incident.target() == null)
                .singleElement()
                .satisfies(
                        overflow -> assertThat(reasons(overflow))
                                .contains(
                                        "not tracked separately: d.ab1cd.mongodb.net because the site's limit of open incidents"));
    }

    @Test
    void show_has_it_below_the_timeline() {
        seen(TARGET, now);
        seen(TARGET, now, "inner");
        pass(Duration.ofSeconds(30));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        new Page(new PrintStream(printed, true, StandardCharsets.UTF_8))
                .section("Why not", WhyNot.of(incident(TARGET)));

        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("Why not", "  2026-11-22 10:00:00Z deferred ");
    }
}
