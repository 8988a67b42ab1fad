package dev.mendline.cli.lab;

import dev.mendline.cli.config.CatalogOptions;
import dev.mendline.cli.output.Output;
import dev.mendline.cli.output.Progress;
import dev.mendline.cli.output.Table;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.cli.process.OpenResources;
import dev.mendline.cli.process.UsageError;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.lab.scenario.ScenarioKind;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The lab's scenarios, one by one or all of them. */
@Command(
        name = "lab",
        description = "Local deployments with planted faults: list them, check that the pipeline"
                + " diagnoses them, or start one for your own driver.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {LabCommand.ListCommand.class, LabCommand.RunCommand.class, LabUpCommand.class})
public final class LabCommand {
    private LabCommand() {}

    /** Command that lists the scenarios. */
    @Command(
            name = "list",
            description = "List all scenarios and the expected diagnosis of each.",
            mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {
        /** As results of runs name these things. */
        record Listed(String scenario, String title, String symptom, String expected, String expectedVerdict) {
            static Listed of(ScenarioKind kind) {
                return new Listed(kind.name(), kind.title(), kind.symptom(), kind.cause(), kind.verdict());
            }
        }

        @Option(names = "-o", paramLabel = "FORMAT", defaultValue = "text", description = "text, json or ndjson")
        private Output output = Output.TEXT;

        @Override
        public Integer call() {
            List<Listed> all = ScenarioNames.kinds().stream().map(Listed::of).toList();
            switch (output) {
                case JSON -> Output.json(all);
                case NDJSON -> all.forEach(Output::json);
                case TEXT -> table(all).print(Output.out());
            }
            return ExitCode.GOOD;
        }

        private static Table table(List<Listed> all) {
            Table table = new Table("SCENARIO", "WHAT IS WRONG", "SYMPTOM", "CAUSE", "VERDICT");
            all.forEach(each ->
                    table.row(each.scenario(), each.title(), each.symptom(), each.expected(), each.expectedVerdict()));
            return table;
        }
    }

    /** Through the whole pipeline. */
    @Command(
            name = "run",
            description = "Run scenarios with real clients and check the diagnoses."
                    + " Exit code 1 if a cause is wrong or a wrong cause is confirmed.",
            mixinStandardHelpOptions = true)
    static final class RunCommand implements Callable<Integer> {
        private static final Duration PATIENCE = Duration.ofMinutes(5);

        @Mixin
        private CatalogOptions catalogs = new CatalogOptions();

        @Option(names = "--all", description = "Run all scenarios of one deployment each.")
        private boolean all;

        @Option(names = "--seed", paramLabel = "N", description = "Random seed. Default: random.")
        private @Nullable Long seed;

        @Option(names = "-o", paramLabel = "FORMAT", defaultValue = "text", description = "text or json")
        private Output output = Output.TEXT;

        @Parameters(
                arity = "0..*",
                paramLabel = "SCENARIO",
                description = "Scenarios, as 'mendline lab list' prints them.")
        private List<String> names = List.of();

        @Override
        public Integer call() throws IOException {
            if (all == !names.isEmpty()) {
                throw new UsageError(
                        "pass scenarios or --all" + (all ? ", not both" : "; 'mendline lab list' shows them"));
            }
            List<String> chosen = all ? ScenarioNames.all() : ScenarioNames.checked(names);
            Catalog catalog = catalogs.catalog();
            Progress progress = new Progress();
            long dealt = LabPipeline.seed(seed);
            try (OpenResources closing = new OpenResources();
                    Watchdog deadline = new Watchdog(progress, PATIENCE)) {
                LabPipeline pipeline = LabPipeline.start(closing, progress, null, dealt, chosen, List.of(), catalog);
                ScenarioReport report = new ScenarioRun(pipeline, progress, dealt).run();
                deadline.met();
                print(report, progress);
                return report.passed() ? ExitCode.GOOD : ExitCode.NO;
            }
        }

        private void print(ScenarioReport report, Progress progress) {
            if (output != Output.TEXT) {
                Output.json(report);
                return;
            }
            PrintStream out = Output.out();
            report.byScenario().print(out);
            out.println();
            out.println(report.summary(progress) + " Seed " + report.seed() + ".");
        }
    }
}
