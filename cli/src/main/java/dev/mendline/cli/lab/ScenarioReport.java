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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The document of {@code demo --once -o json} and {@code lab run -o json}; its fields are a contract.
 *
 * @param passed whether every scenario is right and nothing is confirmed that is not so
 * @param wronglyConfirmed incidents that confirm a cause that is none
 */
public record ScenarioReport(
        String schema, long seed, boolean passed, List<Result> scenarios, List<WronglyConfirmed> wronglyConfirmed) {
    static final String SCHEMA = "mendline.scenarios/1";

    /** An incident whose confirmed cause is not what is wrong with its deployment or service. */
    record WronglyConfirmed(
            String incident,
            @Nullable String target,
            List<String> services,
            @Nullable String leading) {}

    /**
     * One scenario: what is so, and what the pipeline came to.
     *
     * @param parent id of the incident that tells of this and others; null when it stands for itself
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

    /** A finding in short. */
    record Found(
            String probe,
            @Nullable Node node,
            String zone,
            Outcome.Kind outcome,
            @Nullable Reason reason) {}

    long right() {
        return scenarios.stream().filter(Result::right).count();
    }

    /** For the demo, where the names are not to say what is wrong. */
    Table table() {
        Table table = new Table("TARGET", "SERVICE", "SYMPTOM", "EXPECTED", "DIAGNOSIS", "VERDICT", "AFTER", "");
        scenarios.forEach(each -> row(table, each.target(), each));
        return table;
    }

    Table byScenario() {
        Table table = new Table("SCENARIO", "SERVICE", "SYMPTOM", "EXPECTED", "DIAGNOSIS", "VERDICT", "AFTER", "");
        scenarios.stream()
                .sorted(Comparator.comparing(Result::scenario))
                .forEach(each -> row(table, each.scenario(), each));
        return table;
    }

    private static void row(Table table, String first, Result each) {
        table.row(
                first,
                each.service(),
                each.symptom(),
                each.expected() + " " + each.expectedVerdict(),
                each.leading(),
                each.verdict() == null ? null : each.verdict().word(),
                each.millis() == null ? null : each.millis() + " ms",
                each.right() ? "✓" : "✗");
    }

    String summary(Progress progress) {
        String wrong = wronglyConfirmed.stream()
                .map(each -> "Wrongly confirmed: " + each.leading() + " for "
                        + (each.target() == null ? String.join(", ", each.services()) : each.target()) + "\n")
                .collect(Collectors.joining());
        return String.format(
                "%s%s  %d of %d right, in %.1f s.",
                wrong, passed ? "✅" : "❌", right(), scenarios.size(), progress.seconds());
    }
}
