package dev.mendline.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.IncidentEngine;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.model.Json;
import dev.mendline.model.Version;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Captures;
import dev.mendline.model.log.JournalPosition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentComparisonTest {
    private static final String SITE = "ab1cd.mongodb.net";
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    private final Incident now = incident();

    private static Incident incident() {
        Sighting sighting = new Sighting(
                "srv-refused",
                null,
                SITE,
                "c." + SITE,
                List.of(),
                "orders",
                "local",
                null,
                null,
                Captures.NONE,
                1,
                AT,
                List.of(),
                "c0ffee",
                false,
                false,
                false);
        return new IncidentEngine(Catalog.builtIn(), EngineSettings.DEFAULT)
                .on(sighting, new JournalPosition(0, 1), AT, SiteState.empty(SITE))
                .state()
                .published()
                .get(0);
    }

    /** With another value at a place of its document. */
    private static Incident with(Incident incident, String place, String value) {
        ObjectNode tree = Json.tree(incident);
        int last = place.lastIndexOf('/');
        ((ObjectNode) tree.at(place.substring(0, last))).put(place.substring(last + 1), value);
        return Json.read(tree.toString(), Incident.class);
    }

    @Test
    void a_revision_says_which_version_wrote_it() {
        assertThat(now.writtenBy()).isEqualTo(Version.CURRENT);
        assertThat(IncidentComparison.equal(now, incident())).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/timeline/0/what, true",
        "/diagnosis/candidates/0/because, true",
        "/advice/summary, true",
        "/timeline/0/params/symptom, false",
        "/timeline/0/kind, false",
        "/diagnosis/candidates/0/cause, false",
        "/severity, false",
        "/catalog, false"
    })
    void sentences_count_only_if_the_same_version_wrote_both(String place, boolean isSentence) {
        Incident changed = with(now, place, place.equals("/severity") ? "low" : "other");
        Incident older = with(changed, "/writtenBy", "0.0.1");

        assertThat(changed).isNotEqualTo(now);
        assertThat(IncidentComparison.equal(now, changed)).isFalse();
        assertThat(IncidentComparison.equal(now, older)).isEqualTo(isSentence);
    }
}
