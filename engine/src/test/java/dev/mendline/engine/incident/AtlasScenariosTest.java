package dev.mendline.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.probe.ProbeRequest;
import dev.mendline.model.probe.Reason;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Atlas says, beside what the network shows. */
class AtlasScenariosTest {
    private static final String AUTH_FAILED =
            "MongoServerError: bad auth : Authentication failed. {code: 8000, codeName: 'AtlasError'} c.ab1cd.mongodb.net";

    @ParameterizedTest
    @MethodSource({
        "dev.mendline.engine.incident.AtlasScenarios#clusters",
        "dev.mendline.engine.incident.AtlasScenarios#access",
        "dev.mendline.engine.incident.AtlasScenarios#users",
        "dev.mendline.engine.incident.AtlasScenarios#loads",
        "dev.mendline.engine.incident.AtlasScenarios#endpoints"
    })
    void the_true_cause_leads_with_its_due_verdict_in_whichever_order_the_answers_come(Scenario scenario) {
        for (boolean firstAskedFirst : new boolean[] {true, false}) {
            Incident incident = ScenariosTest.diagnosed(scenario, ScenariosTest.WITH_ATLAS, firstAskedFirst);

            assertThat(incident.diagnosis().candidates().get(0))
                    .as("%s", incident.diagnosis().candidates())
                    .returns(scenario.leading(), Diagnosis.Candidate::cause)
                    .returns(scenario.verdict(), Diagnosis.Candidate::verdict);
            assertThat(incident.diagnosis().candidates().stream().skip(1))
                    .noneMatch(candidate -> candidate.verdict() == Verdict.CONFIRMED);
            assertThat(incident.diagnosis().candidates())
                    .allSatisfy(candidate ->
                            assertThat(candidate.because()).isNotBlank().doesNotContain("{", "}"));
        }
    }

    @ParameterizedTest
    @MethodSource({
        "dev.mendline.engine.incident.AtlasScenarios#clusters",
        "dev.mendline.engine.incident.AtlasScenarios#access",
        "dev.mendline.engine.incident.AtlasScenarios#users",
        "dev.mendline.engine.incident.AtlasScenarios#loads",
        "dev.mendline.engine.incident.AtlasScenarios#endpoints"
    })
    void atlas_is_asked_of_no_deployment_that_is_not_bound_to_it(Scenario scenario) {
        Incident incident = ScenariosTest.diagnosed(scenario, ScenariosTest.WITHOUT_ATLAS, true);

        assertThat(incident.findings()).noneMatch(found -> ProbeKind.matches(found.probe(), ProbeKind::asksAtlas));
        assertThat(incident.diagnosis().candidates())
                .as("nothing waits for it")
                .noneMatch(candidate -> candidate.because().contains("outstanding"));
    }

    @Test
    void a_cause_that_only_atlas_can_tell_comes_last_where_it_cannot_be_asked() {
        Incident incident = new Desk().log(AUTH_FAILED);

        assertThat(incident.diagnosis().leading()).isEqualTo("wrong-credentials");
        assertThat(incident.diagnosis().candidates())
                .last()
                .returns("user-not-ready", Diagnosis.Candidate::cause)
                .returns(Verdict.UNPROVEN, Diagnosis.Candidate::verdict)
                .returns("Only Atlas could tell, and it could not be asked.", Diagnosis.Candidate::because);
    }

    @Test
    void where_it_can_be_asked_its_answer_is_waited_for() {
        Desk desk = desk();
        Incident incident = desk.log(AUTH_FAILED);

        assertThat(desk.asked()).contains("atlas-user local", "atlas-logins local");
        assertThat(incident.diagnosis().candidates())
                .filteredOn(candidate -> candidate.cause().equals("user-not-ready"))
                .singleElement()
                .returns(Verdict.POSSIBLE, Diagnosis.Candidate::verdict)
                .returns("Evidence is outstanding: atlas-user from zone local.", Diagnosis.Candidate::because);
    }

    /** An address may be missing from a list that nobody needs. */
    @Test
    void what_atlas_has_on_its_books_keeps_no_incident_open() {
        Desk desk = desk();
        desk.log(AUTH_FAILED);
        ScenarioWorld world = new ScenarioWorld().atlas(Reason.NOT_FOUND, AtlasSights.nobody());
        for (int i = 0; i < desk.requests.size(); i++) {
            ProbeRequest request = desk.requests.get(i);
            ScenarioWorld.Sight sight = world.at(request);
            desk.answer(request, sight.outcome(), sight.facts());
        }
        assertThat(desk.last().diagnosis())
                .returns("user-not-ready", Diagnosis::leading)
                .returns(Verdict.CONFIRMED, Diagnosis::verdict);

        int answered = desk.requests.size();
        for (int minute = 0; minute < 6; minute++) {
            desk.pass(Duration.ofMinutes(1));
            for (; answered < desk.requests.size(); answered++) {
                ProbeRequest request = desk.requests.get(answered);
                ScenarioWorld.Sight sight = world.at(request);
                desk.answer(request, sight.outcome(), sight.facts());
            }
        }
        assertThat(desk.last().state()).isEqualTo(Incident.State.RESOLVED);
    }

    @Test
    void a_sentence_has_the_address_the_entry_and_the_numbers_that_atlas_gives() {
        assertThat(because(Scenario.of(
                        "pending",
                        "connect ETIMEDOUT c.ab1cd.mongodb.net:27017 MongoServerSelectionError",
                        new ScenarioWorld()
                                .shutEverywhere(Reason.TIMED_OUT)
                                .atlas(Reason.NOT_LISTED, AtlasSights.accessList("PENDING")),
                        "",
                        Verdict.CONFIRMED)))
                .isEqualTo(
                        "An entry (203.0.113.0/24, PENDING) of the IP access list covers the public address of zone local"
                                + " (203.0.113.7), but it is inactive.");
    }

    private static String because(Scenario scenario) {
        return ScenariosTest.diagnosed(scenario, ScenariosTest.WITH_ATLAS, true)
                .diagnosis()
                .candidates()
                .get(0)
                .because();
    }

    private static Desk desk() {
        return new Desk(
                Desk.CATALOG,
                Inventory.DEFAULT,
                EngineSettings.DEFAULT.withAtlasTargets(Set.of(Sights.TARGET)).withNoisyCount(1));
    }
}
