package dev.mendline.engine.incident.site;

import static dev.mendline.engine.incident.SmallCatalog.FIREWALL;
import static dev.mendline.engine.incident.SmallCatalog.TROUBLE;
import static dev.mendline.engine.incident.SmallCatalog.TROUBLE_AT_THREE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.incident.Desk;
import dev.mendline.engine.incident.SmallCatalog;
import dev.mendline.engine.incident.Told;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.StrictYaml;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.ProbeRequest;
import dev.mendline.model.probe.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Probes within a minute of the journal's clock: what is over waits, and nothing is lost. */
class ProbeBudgetTest {
    private static final String OTHER = "Trouble at node d-shard-00-01.ab1cd.mongodb.net:27017";

    private static Desk desk(String settings) {
        return new Desk(
                SmallCatalog.of(FIREWALL),
                Inventory.DEFAULT,
                StrictYaml.read("mendline.yaml", settings, EngineSettings.class));
    }

    private static List<String> notAsked(Incident incident) {
        return incident.timeline().stream()
                .filter(entry -> entry.kind() == TimelineKind.PROBES_DEFERRED)
                .map(Told::of)
                .toList();
    }

    private static void dropped(Desk desk, ProbeRequest request) {
        desk.answer(request, new Outcome.Failed(Reason.TIMED_OUT), null);
    }

    @Test
    void what_is_over_the_targets_budget_follows_a_minute_later_and_is_noted_once() {
        Desk desk = desk("{probing: {max-per-target: 2}}");
        desk.log(TROUBLE_AT_THREE);
        assertThat(desk.asked()).containsExactly("tcp n1 local", "tcp n2 local");
        dropped(desk, desk.requests.get(0));
        dropped(desk, desk.requests.get(1));

        Incident waiting = desk.pass(Duration.ofSeconds(55));
        assertThat(desk.requests).hasSize(2);
        assertThat(waiting.diagnosis().verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(notAsked(waiting))
                .containsExactly("probes-deferred {checks=3, deferred=1, per-site=120, per-target=2, why=probe-limit}");

        desk.pass(Duration.ofSeconds(5));
        assertThat(desk.asked()).endsWith("tcp n3 local").hasSize(3);
        dropped(desk, desk.lastRequest());
        assertThat(desk.last().diagnosis().verdict()).isEqualTo(Verdict.UNPROVEN);
        assertThat(notAsked(desk.last())).hasSize(1);
    }

    @Test
    void all_deployments_of_a_site_share_its_budget() {
        Desk desk = desk("{probing: {max-per-site: 3}}");
        desk.log(TROUBLE_AT_THREE);
        Incident other = desk.log(OTHER);

        assertThat(desk.asked()).hasSize(3);
        assertThat(notAsked(other)).hasSize(1);
        desk.pass(Duration.ofSeconds(60));
        assertThat(desk.asked()).contains("tcp d-shard-00-01 local");
    }

    @Test
    void one_deployment_over_its_budget_leaves_the_others_theirs() {
        Desk desk = desk("{probing: {max-per-target: 1}}");
        desk.log(TROUBLE_AT_THREE);
        desk.log(OTHER);

        assertThat(desk.asked()).containsExactly("tcp n1 local", "tcp d-shard-00-01 local");
    }

    @Test
    void a_second_look_over_the_budget_looks_at_every_node_in_the_end() {
        Desk desk = desk("{probing: {max-per-target: 2, recheck: [2m]}}");
        desk.log(TROUBLE_AT_THREE);
        answerAll(desk, Duration.ofSeconds(90));
        assertThat(desk.asked()).hasSize(3);

        answerAll(desk, Duration.ofMinutes(3));

        assertThat(desk.asked().subList(3, desk.asked().size()))
                .containsExactly("tcp n1 local", "tcp n2 local", "tcp n3 local");
        assertThat(desk.last().state()).isEqualTo(Incident.State.OPEN);
    }

    private static void answerAll(Desk desk, Duration duration) {
        for (int i = 0; i < duration.toSeconds() / 5; i++) {
            List.copyOf(desk.requests).forEach(request -> dropped(desk, request));
            desk.pass(Duration.ofSeconds(5));
        }
    }

    @Test
    void what_waits_keeps_an_incident_from_resolving() {
        Desk desk = desk("{probing: {max-per-target: 1}, resolution: {quiet: 30s}}");
        desk.log(TROUBLE_AT_THREE);
        desk.answer(desk.lastRequest(), new Outcome.Passed(), null);

        assertThat(desk.pass(Duration.ofSeconds(45)).state()).isEqualTo(Incident.State.OPEN);
    }

    @Test
    void while_a_check_waits_nothing_is_published_of_it() {
        Desk desk = desk("{probing: {max-per-target: 1}}");
        desk.log(TROUBLE_AT_THREE);
        int revisions = desk.published.size();

        desk.pass(Duration.ofSeconds(55));

        assertThat(desk.requests).hasSize(1);
        assertThat(desk.published).hasSize(revisions);
    }

    @Test
    void while_a_second_look_waits_nothing_is_published_of_it() {
        Desk desk = desk("{probing: {max-per-target: 3, recheck: [5s]}}");
        desk.log(TROUBLE_AT_THREE);
        List.copyOf(desk.requests).forEach(request -> dropped(desk, request));
        desk.pass(Duration.ofSeconds(15));
        int revisions = desk.published.size();

        desk.pass(Duration.ofSeconds(40));

        assertThat(desk.requests).hasSize(3);
        assertThat(desk.published).hasSize(revisions);
    }

    @Test
    void the_same_journal_spends_the_same() {
        assertThat(story()).isEqualTo(story());
    }

    private static List<ProbeRequest> story() {
        Desk desk = desk("{probing: {max-per-target: 2, max-per-site: 3}}");
        desk.log(TROUBLE_AT_THREE);
        desk.log(OTHER);
        answerAll(desk, Duration.ofMinutes(5));
        desk.log(TROUBLE);
        answerAll(desk, Duration.ofMinutes(5));
        return desk.requests;
    }
}
