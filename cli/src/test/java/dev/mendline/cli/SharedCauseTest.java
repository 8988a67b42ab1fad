package dev.mendline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mendline.cli.incidents.Incidents;
import dev.mendline.cli.lab.LabCommand;
import dev.mendline.cli.lab.LabPipeline;
import dev.mendline.cli.lab.ScenarioReport;
import dev.mendline.cli.lab.ScenarioRun;
import dev.mendline.cli.output.Progress;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.cli.process.OpenResources;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.lab.scenario.ScenarioKind;
import dev.mendline.model.Json;
import dev.mendline.model.config.Secret;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.incident.Verdict;
import dev.mendline.notifier.ChannelTypes;
import dev.mendline.notifier.channel.Console;
import dev.mendline.notifier.slack.SlackSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty deployments behind one dead resolver, through the whole pipeline: people are told once. */
class SharedCauseTest {
    private static final long SEED = 11;

    @Test
    void twenty_deployments_behind_one_dead_resolver_are_one_message(@TempDir Path folder) throws Exception {
        try (OpenResources closing = new OpenResources();
                StandInSlack slack = StandInSlack.start()) {
            Progress progress = new Progress();
            LabPipeline pipeline = LabPipeline.start(
                    closing,
                    progress,
                    folder,
                    SEED,
                    List.of("shared-resolver"),
                    ChannelTypes.open(
                            List.of(new SlackSettings("slack", Secret.of("xoxb-test"), "C1", slack.url())),
                            new Console(
                                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false)),
                    Catalog.builtIn());

            ScenarioReport report = new ScenarioRun(pipeline, progress, SEED).run();

            assertThat(report.scenarios())
                    .hasSize(20)
                    .allSatisfy(
                            each -> assertThat(each.right()).as(each.toString()).isTrue());
            assertThat(report.wronglyConfirmed()).isEmpty();
            Set<String> parents = new TreeSet<>();
            report.scenarios().forEach(each -> parents.add(String.valueOf(each.parent())));
            assertThat(parents).hasSize(1);
            try (Incidents incidents = new Incidents(pipeline.broker())) {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(incidents.more())
                                .filteredOn(each -> parents.contains(each.id()))
                                .singleElement()
                                .satisfies(SharedCauseTest::tellsOfAll));
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(slack.bodies())
                                .anyMatch(body -> body.contains("20 deployments are struck: ")));
                assumeTrue(
                        incidents.all().stream().allMatch(SharedCauseTest::isExplainedInTime),
                        "this machine looks so slowly that first messages could not wait for it");
                assertThat(slack.posted()).as("posts, not edits").isEqualTo(1);
                assertThat(incidents.all())
                        .hasSizeGreaterThan(20)
                        .allSatisfy(each ->
                                assertThat(parents).contains(each.children().isEmpty() ? each.parent() : each.id()));
            }
        }
    }

    /** A first message waits seven seconds, one of which goes to the incident's way to the notifier. */
    private static boolean isExplainedInTime(Incident each) {
        return !each.children().isEmpty()
                || each.timeline().stream()
                        .filter(entry -> entry.kind() == TimelineKind.PARENT_ASSIGNED)
                        .anyMatch(entry -> entry.at().isBefore(each.openedAt().plusSeconds(4)));
    }

    private static void tellsOfAll(Incident parent) {
        assertThat(parent.children()).hasSize(20);
        assertThat(parent.diagnosis().leading()).isEqualTo("resolver-unreachable");
        assertThat(parent.diagnosis().verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(parent.advice().summary()).contains(" 20 deployments are struck: ", " and 17 more.");
        assertThat(Json.bytes(parent)).hasSizeLessThanOrEqualTo(16 << 10);
    }

    @Test
    void the_lab_runs_it_by_name_and_not_with_all_others() {
        JsonNode all = Run.of("lab", "list", "-o", "json").json();
        assertThat(all).extracting(each -> each.path("scenario").asText()).contains("shared-resolver");

        Run tooMany = Run.of(Stream.concat(
                        Stream.of("lab", "run"), LabCommand.kinds().stream().map(ScenarioKind::name))
                .toArray(String[]::new));
        assertThat(tooMany.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(tooMany.err()).contains("deployments at once (was ");
    }
}
