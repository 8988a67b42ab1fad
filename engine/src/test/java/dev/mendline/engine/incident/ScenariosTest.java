package dev.mendline.engine.incident;

import static dev.mendline.engine.incident.Sights.NODES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Verdict;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Some texts stand in the scenarios several times, with another world behind them: only what probes find tells the causes
 * apart.
 */
class ScenariosTest {
    /** One text is enough: how many it takes is another test's matter. */
    static final EngineSettings WITHOUT_ATLAS =
            EngineSettings.DEFAULT.withReferenceZone(Sights.AWAY).withNoisyCount(1);

    static final EngineSettings WITH_ATLAS = WITHOUT_ATLAS.withAtlasTargets(Set.of(Sights.TARGET));

    @ParameterizedTest
    @MethodSource({
        "dev.mendline.engine.incident.LookupScenarios#names",
        "dev.mendline.engine.incident.LookupScenarios#strings",
        "dev.mendline.engine.incident.NetworkScenarios#ways",
        "dev.mendline.engine.incident.HandshakeScenarios#handshakes",
        "dev.mendline.engine.incident.ServerScenarios#servers"
    })
    void the_true_cause_leads_with_its_due_verdict(Scenario scenario) {
        Incident incident = diagnosed(scenario);

        assertThat(incident.diagnosis().candidates().get(0))
                .as("%s", incident.diagnosis().candidates())
                .returns(scenario.leading(), candidate -> candidate.cause())
                .returns(scenario.verdict(), candidate -> candidate.verdict());
        assertThat(incident.diagnosis().candidates().stream().skip(1))
                .noneMatch(candidate -> candidate.verdict() == Verdict.CONFIRMED);
        assertThat(incident.diagnosis().candidates())
                .allSatisfy(candidate ->
                        assertThat(candidate.because()).isNotBlank().doesNotContain("{", "}"));
        assertThat(incident.advice().summary()).doesNotContain("{", "}");
    }

    /** Whichever probe answers first, it ends the same. */
    @ParameterizedTest
    @MethodSource({
        "dev.mendline.engine.incident.LookupScenarios#names",
        "dev.mendline.engine.incident.LookupScenarios#strings",
        "dev.mendline.engine.incident.NetworkScenarios#ways",
        "dev.mendline.engine.incident.HandshakeScenarios#handshakes",
        "dev.mendline.engine.incident.ServerScenarios#servers"
    })
    void the_order_of_the_answers_does_not_matter(Scenario scenario) {
        Incident incident = diagnosed(scenario, false);

        assertThat(incident.diagnosis().leading()).isEqualTo(scenario.leading());
        assertThat(incident.diagnosis().verdict()).isEqualTo(scenario.verdict());
    }

    /** Atlas is asked, and says nothing. */
    @ParameterizedTest
    @MethodSource({
        "dev.mendline.engine.incident.LookupScenarios#names",
        "dev.mendline.engine.incident.LookupScenarios#strings",
        "dev.mendline.engine.incident.NetworkScenarios#ways",
        "dev.mendline.engine.incident.HandshakeScenarios#handshakes",
        "dev.mendline.engine.incident.ServerScenarios#servers"
    })
    void an_atlas_that_does_not_answer_changes_no_verdict(Scenario scenario) {
        scenario.world().atlasIsSilent();

        Incident incident = diagnosed(scenario, WITH_ATLAS, true);

        assertThat(incident.diagnosis().leading()).isEqualTo(scenario.leading());
        assertThat(incident.diagnosis().verdict()).isEqualTo(scenario.verdict());
    }

    private static Incident diagnosed(Scenario scenario) {
        return diagnosed(scenario, true);
    }

    private static Incident diagnosed(Scenario scenario, boolean firstAskedFirst) {
        return diagnosed(scenario, WITHOUT_ATLAS, firstAskedFirst);
    }

    static Incident diagnosed(Scenario scenario, EngineSettings settings, boolean firstAskedFirst) {
        Desk desk = new Desk(Desk.CATALOG, inventory(), settings);
        scenario.texts().forEach(desk::log);
        Deque<Integer> open = new ArrayDeque<>();
        int known = 0;
        do {
            for (; known < desk.requests.size(); known++) {
                open.add(known);
            }
            if (!open.isEmpty()) {
                var request = desk.requests.get(firstAskedFirst ? open.removeFirst() : open.removeLast());
                ScenarioWorld.Sight sight = scenario.world().at(request);
                desk.answer(request, sight.outcome(), sight.facts());
            }
        } while (!open.isEmpty() || known < desk.requests.size());
        return desk.last();
    }

    /** The service is known to talk to the deployment, so that a text without a name is told of it. */
    private static Inventory inventory() {
        return new Inventory(
                List.of(new Inventory.Target(
                        Sights.TARGET,
                        NODES.stream().map(node -> node.host()).toList(),
                        List.of("orders"),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null)),
                List.of(),
                Stream.of(Sights.HOME, Sights.AWAY)
                        .map(zone -> new Inventory.Zone(
                                zone,
                                List.of(),
                                List.of(),
                                List.of(),
                                zone.equals(Sights.HOME) ? List.of("*") : List.of(),
                                List.of()))
                        .toList());
    }
}
