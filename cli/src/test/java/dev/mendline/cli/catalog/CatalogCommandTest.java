package dev.mendline.cli.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mendline.cli.Mendline;
import dev.mendline.cli.Run;
import dev.mendline.cli.output.NearNames;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.engine.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CatalogCommandTest {
    private static final String OWN_CAUSE = """
            id: own-cause
            title: Our proxy is closed
            severity: low
            pages: []
            symptoms: [connection-refused]
            confirm:
              - when: "'connection-refused' in symptoms"
                because: Our proxy is always to blame for {host}.
            advice:
              summary: Open the proxy.
              steps: [Call the proxy team.]
            """;

    @TempDir
    private Path folder;

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void the_list_has_a_line_for_each_symptom_cause_and_hint_and_either_kind_alone() {
        Catalog catalog = Catalog.builtIn();

        JsonNode all = Run.of("catalog", "list", "-o", "json").json();
        JsonNode symptoms =
                Run.of("catalog", "list", "--symptoms", "-o", "json").json();
        JsonNode causes = Run.of("catalog", "list", "--causes", "-o", "json").json();

        assertThat(symptoms).hasSameSizeAs(catalog.symptoms()).allSatisfy(each -> {
            assertThat(each.path("kind").asText()).isEqualTo("symptom");
            assertThat(each.path("signatures").asInt() > 0)
                    .as("no text shows what is reckoned from many")
                    .isNotEqualTo(each.path("id").asText().equals("connection-spike"));
            assertThat(each.path("ships").asBoolean()).isTrue();
        });
        assertThat(causes)
                .hasSameSizeAs(catalog.causes())
                .allSatisfy(each -> assertThat(each.path("kind").asText()).isEqualTo("cause"));
        JsonNode hints = Run.of("catalog", "list", "--hints", "-o", "json").json();
        assertThat(hints).hasSameSizeAs(catalog.hints()).allSatisfy(each -> {
            assertThat(each.path("kind").asText()).isEqualTo("hint");
            assertThat(each.path("tells").asText()).isIn("deployment", "connection");
        });
        assertThat(all).hasSize(symptoms.size() + causes.size() + hints.size());
        assertThat(Run.of("catalog", "list", "-o", "ndjson").out().lines()).hasSameSizeAs(all);
        assertThat(Run.of("catalog", "list").out())
                .contains("SYMPTOM", "NEAR-MISSES", "CAUSE", "CONFIRMED BY", "srv-refused", "resolver-unreachable")
                .contains("HINT", "TELLS", "connection-accepted");
        assertThat(Run.of("catalog", "list", "--causes").out()).doesNotContain("NEAR-MISSES");
        assertThat(Run.of("catalog", "list", "--causes", "--symptoms").exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void what_confirms_a_cause_is_named_by_its_probes_or_the_text() {
        JsonNode causes = Run.of("catalog", "list", "--causes", "-o", "json").json();

        assertThat(causes).anySatisfy(each -> {
            assertThat(each.path("id").asText()).isEqualTo("node-refuses");
            assertThat(each.path("confirmedBy"))
                    .extracting(JsonNode::asText)
                    .anySatisfy(by -> assertThat(by).contains("tcp"));
        });
        assertThat(causes).anySatisfy(each -> {
            assertThat(each.path("id").asText()).isEqualTo("connection-limit-reached");
            assertThat(each.path("confirmedBy")).extracting(JsonNode::asText).contains("the text", "connections");
        });
    }

    @Test
    void a_cause_of_the_users_own_is_listed_with_its_file() throws IOException {
        file("causes/own-cause.yaml", OWN_CAUSE);

        Run run = Run.of("catalog", "list", "--catalog", folder.toString());

        assertThat(run.out().lines())
                .filteredOn(line -> line.contains(folder.toString()))
                .singleElement()
                .asString()
                .startsWith("own-cause ")
                .endsWith(folder + "/causes/own-cause.yaml");
    }

    @Test
    void one_file_is_enough_for_a_cause_that_a_shipped_symptom_suggests() throws IOException {
        file("causes/own-cause.yaml", OWN_CAUSE);
        String line = "MongoServerError: connect ECONNREFUSED 10.0.0.5:27017\n";

        Run tested = Run.of("catalog", "test", folder.toString());
        Run classified = Run.with(line, "classify", "--catalog", folder.toString(), "-");
        Run diagnosed = Run.with(line, "diagnose", "--no-probes", "--catalog", folder.toString(), "-o", "json", "-");

        assertThat(tested.exit()).as(tested.out()).isZero();
        assertThat(classified.json().path("symptom").asText()).isEqualTo("connection-refused");
        JsonNode diagnosis = diagnosed.json().path(0).path("diagnosis");
        assertThat(diagnosis.path("leading").asText()).isEqualTo("own-cause");
        assertThat(diagnosis.path("verdict").asText()).isEqualTo("confirmed");
    }

    @Test
    void a_symptom_is_shown_with_all_that_recognises_it() {
        JsonNode symptom =
                Run.of("catalog", "show", "srv-refused", "-o", "json").json();
        Run text = Run.of("catalog", "show", "srv-refused");

        assertThat(symptom.path("cause").isNull()).isTrue();
        JsonNode signature = symptom.path("symptom").path("signatures").path(0);
        assertThat(signature.path("anchors")).isNotEmpty();
        assertThat(signature.has("detail")).as("an absent value is null").isTrue();
        assertThat(symptom.path("symptom").path("causes"))
                .extracting(JsonNode::asText)
                .contains("resolver-unreachable");
        assertThat(text.exit()).isZero();
        assertThat(text.out())
                .startsWith("srv-refused · symptom · ")
                .contains("'querySrv ECONNREFUSED'", "captures: 'srv'", "Examples", "Near-misses")
                .contains("Ships with Mendline: symptoms/srv-refused.yaml", "resolver-unreachable")
                .doesNotContain("\t", "null");
    }

    @Test
    void a_hint_is_shown_with_what_it_tells() {
        JsonNode hint =
                Run.of("catalog", "show", "connection-accepted", "-o", "json").json();
        Run text = Run.of("catalog", "show", "connection-accepted");

        assertThat(hint.path("symptom").isNull()).isTrue();
        assertThat(hint.path("hint").path("tells").asText()).isEqualTo("connection");
        assertThat(text.exit()).isZero();
        assertThat(text.out())
                .startsWith("connection-accepted · hint · tells connection")
                .contains("':22943,'", "captures: 'address'", "Examples", "Near-misses")
                .contains("Ships with Mendline: hints/connection-accepted.yaml");
    }

    @Test
    void a_cause_is_shown_with_conditions_sentences_and_advice_as_they_are_written() {
        JsonNode cause = Run.of("catalog", "show", "resolver-unreachable", "-o", "json")
                .json()
                .path("cause");
        Run text = Run.of("catalog", "show", "resolver-unreachable");

        assertThat(cause.path("confirm").path(0).path("when").asText()).contains("dns_srv.exists");
        assertThat(cause.path("confirm").path(0).path("probes")).isNotEmpty();
        assertThat(cause.path("advice").path("links").path(0).path("read").asText())
                .matches("20\\d\\d-\\d\\d-\\d\\d");
        assertThat(text.out())
                .startsWith("resolver-unreachable · cause · high")
                .contains("Suggested by", "Confirmed when", "Likely when", "Ruled out when", "What to do")
                .contains("{resolver}", "  1. ", "https://www.mongodb.com/docs/atlas/");
    }

    @Test
    void a_symptom_and_a_cause_of_the_same_name_are_both_shown() {
        assertThat(Run.of("catalog", "show", "cluster-provisioning").out())
                .contains("cluster-provisioning · symptom", "cluster-provisioning · cause");
    }

    @ParameterizedTest
    @CsvSource({
        "srv-refuse, did you mean: srv-refused",
        "resolver, did you mean: resolver-",
        "zzzzzz, catalog list' lists all"
    })
    void an_unknown_id_is_a_usage_error_with_names_that_are_near(String id, String hint) {
        Run run = Run.of("catalog", "show", id);

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("no symptom, cause or hint '" + id + "'", hint)
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({"abc, abc, 0", "abc, abd, 1", "abc, ac, 1", "'', abc, 3", "kitten, sitting, 3"})
    void the_distance_counts_what_must_be_changed(String a, String b, int distance) {
        assertThat(NearNames.distance(a, b)).isEqualTo(distance);
        assertThat(NearNames.distance(b, a)).isEqualTo(distance);
    }

    @Test
    void what_ships_passes_its_own_test() {
        Run run = Run.of("catalog", "test", "-o", "json");

        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.json().path("passed").asBoolean()).isTrue();
        assertThat(run.json().path("catalog").asText())
                .isEqualTo(Catalog.builtIn().hash());
    }

    @Test
    void an_example_that_fails_ends_with_one_and_a_file_that_cannot_be_read_with_two() throws IOException {
        file("causes/own-cause.yaml", OWN_CAUSE.replace("[connection-refused]", "[own]"));
        file(
                "symptoms/own.yaml",
                "id: own\ntitle: Own\nseverity: low\nrank: 5\nsignatures:\n  - anchors: [our own words]\nexamples:\n"
                        + "  - {driver: x, text: \"other\\nwords\"}\n");
        Run failed = Run.of("catalog", "test", folder.toString());

        assertThat(failed.exit()).isEqualTo(ExitCode.NO);
        assertThat(failed.out())
                .startsWith(folder + "/symptoms/own.yaml:8: examples[0]: shows nothing instead of 'own'")
                .contains("    text: other ⏎ words", ": 1 error");

        file("causes/bad.yaml", "id: bad\n");
        Run unreadable = Run.of("catalog", "test", "--catalog", folder.toString(), "-o", "json");

        assertThat(unreadable.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(unreadable.json().path("flaws"))
                .extracting(flaw ->
                        flaw.path("kind").asText() + " " + flaw.path("key").asText())
                .containsExactlyInAnyOrder(
                        "file title",
                        "file severity",
                        "file pages",
                        "file symptoms",
                        "file advice",
                        "example examples[0]");
        assertThat(unreadable.json().path("passed").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fluent-bit", "vector", "otel"})
    void a_filter_is_written_for_each_shipper_with_the_users_own_anchors(String shipper) throws IOException {
        file(
                "symptoms/own.yaml",
                "id: own\ntitle: Own\nseverity: low\nrank: 5\nsignatures:\n  - anchors: [our own words]\nexamples:\n"
                        + "  - {driver: x, text: our own words}\n");

        Run shipped = Run.of("catalog", "export", "--for", shipper);
        Run own = Run.of("catalog", "export", "--for", shipper, "--catalog", folder.toString());

        assertThat(shipped.exit()).isZero();
        assertThat(shipped.out())
                .contains("PortUnreachableException", Catalog.builtIn().hash())
                .doesNotContain("our own words");
        assertThat(own.out()).contains("our own words");
    }

    @Test
    void an_export_wants_a_shipper_that_there_is_and_fields_that_can_be() {
        assertThat(Run.of("catalog", "export").exit()).isEqualTo(ExitCode.USAGE);
        Run unknown = Run.of("catalog", "export", "--for", "pigeon");
        assertThat(unknown.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(unknown.err()).contains("'pigeon' is not one of: fluent-bit, vector, otel");
        assertThat(Run.of("catalog", "export", "--for", "vector", "--field", "message")
                        .exit())
                .isEqualTo(ExitCode.USAGE);
        assertThat(Run.of("catalog", "export", "--for", "otel", "--field", "a b")
                        .exit())
                .isEqualTo(ExitCode.USAGE);
        assertThat(Run.of("catalog", "export", "--for", "fluent-bit", "--field", "msg")
                        .out())
                .contains("- 'msg (?:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "classify -",
                "diagnose -",
                "probe a.example.com",
                "demo --once",
                "up",
                "run classifier",
                "lab run healthy",
                "catalog list",
                "catalog show srv-refused",
                "catalog export --for vector"
            })
    void every_command_that_knows_causes_reads_the_users_folder_before_it_does_anything(String command)
            throws IOException {
        file("causes/bad.yaml", OWN_CAUSE);
        String[] words =
                (command + " --catalog " + folder + (command.equals("up") ? " --data-dir " + folder : "")).split(" ");

        Run run = Run.with("x\n", words);

        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(folder + "/causes/bad.yaml", "must equal the file's name");
    }

    /** It asks the broker first, so that it cannot be tried without one. */
    @Test
    void replay_takes_the_users_folder_too() {
        CommandLine replay = new CommandLine(new Mendline()).getSubcommands().get("replay");

        assertThat(replay.getCommandSpec().findOption("--catalog")).isNotNull();
    }
}
