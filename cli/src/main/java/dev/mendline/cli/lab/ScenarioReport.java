package dev.mendline.cli.lab;

import dev.mendline.cli.output.Progress;
import dev.mendline.cli.output.Table;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JSON document of {@code demo --once -o json} and {@code lab run -o json}. Its fields are an interface.
 *
 * @param passed true if every diagnosis is correct and no wrong cause is confirmed
 * @param wronglyConfirmed incidents with a wrong confirmed cause
 */
public record ScenarioReport(
        String schema, long seed, boolean passed, List<Result> scenarios, List<WronglyConfirmed> wronglyConfirmed) {
    static final String SCHEMA = "mendline.scenarios/1";

    /** Incident with a wrong confirmed cause. */
    record WronglyConfirmed(
            String incident,
            @Nullable String target,
            List<String> services,
            @Nullable String leading) {}

    /**
     * Expected and actual diagnosis of one scenario.
     *
     * @param parent id of the parent incident; null if it has none
     */
    public record Result(
            String scenario,
            String target,
            String service,
            @Nullable String symptom,
            String expected,
            String expectedVerdict,
            @Nullable String leading,
            @Nullable Verdict verdict,
            boolean right,
            @Nullable Instant firstErrorAt,
            @Nullable Instant diagnosedAt,
            @Nullable Long millis,
            List<Found> findings,
            @Nullable String parent) {}

    /** Summary of a finding. */
    record Found(
            String probe,
            @Nullable Node node,
            String zone,
            Outcome.Kind outcome,
            @Nullable Reason reason) {}

    long right() {
        return scenarios.stream().filter(Result::right).count();
    }

    /** Returns the table of the demo, which hides the names of the scenarios. */
    Table table() {
        return table("TARGET", Result::target, scenarios.stream());
    }

    Table byScenario() {
        return table("SCENARIO", Result::scenario, scenarios.stream().sorted(Comparator.comparing(Result::scenario)));
    }

    private static Table table(String head, Function<Result, String> first, Stream<Result> results) {
        Table table = new Table(head, "SERVICE", "SYMPTOM", "EXPECTED", "DIAGNOSIS", "VERDICT", "AFTER", "");
        results.forEach(each -> table.row(
                first.apply(each),
                each.service(),
                each.symptom(),
                each.expected() + " " + each.expectedVerdict(),
                each.leading(),
                each.verdict() == null ? null : each.verdict().word(),
                each.millis() == null ? null : each.millis() + " ms",
                each.right() ? "✓" : "✗"));
        return table;
    }

    String summary(Progress progress) {
        String wrong = wronglyConfirmed.stream()
                .map(each -> "Wrongly confirmed: " + each.leading() + " for "
                        + (each.target() == null ? String.join(", ", each.services()) : each.target()) + "\n")
                .collect(Collectors.joining());
        return String.format(
                "%s%s  %d of %d diagnoses correct in %.1f s.",
                wrong, passed ? "✅" : "❌", right(), scenarios.size(), progress.seconds());
    }
}
