package dev.mendline.cli.lab;

import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.cli.output.Output;
import dev.mendline.cli.output.Progress;
import dev.mendline.cli.output.Table;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.cli.process.OpenResources;
import dev.mendline.cli.process.UsageError;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.lab.Lab;
import dev.mendline.lab.scenario.ScenarioKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Group of commands about the scenarios of the lab. */
@Command(
        name = "lab",
        description = "Local deployments with planted faults: list them, check that the pipeline"
                + " diagnoses them, or start one for your own driver.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {LabCommand.ListCommand.class, LabCommand.RunCommand.class, LabCommand.UpCommand.class})
public final class LabCommand {
    private LabCommand() {}

    public static List<ScenarioKind> kinds() {
        return Stream.concat(Lab.catalog().stream(), Lab.shared().stream()).toList();
    }

    /** Returns the names without duplicates. Rejects unknown names and too many deployments. */
    private static List<String> checked(List<String> names) {
        List<String> once = List.copyOf(new LinkedHashSet<>(names));
        UsageError.ifWrong(() -> Lab.check(once));
        return once;
    }

    /** Command that lists the scenarios. */
    @Command(
            name = "list",
            description = "List all scenarios and the expected diagnosis of each.",
            mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {
        /** Scenario with the field names of {@link ScenarioReport.Result}. */
        record Listed(String scenario, String title, String symptom, String expected, String expectedVerdict) {
            static Listed of(ScenarioKind kind) {
                return new Listed(kind.name(), kind.title(), kind.symptom(), kind.cause(), kind.verdict());
            }
        }

        @Option(names = "-o", paramLabel = "FORMAT", defaultValue = "text", description = "text, json or ndjson")
        private Output output = Output.TEXT;

        @Override
        public Integer call() {
            List<Listed> all = kinds().stream().map(Listed::of).toList();
            output.printAll(all, table(all)::print);
            return ExitCode.GOOD;
        }

        private static Table table(List<Listed> all) {
            Table table = new Table("SCENARIO", "WHAT IS WRONG", "SYMPTOM", "CAUSE", "VERDICT");
            all.forEach(each ->
                    table.row(each.scenario(), each.title(), each.symptom(), each.expected(), each.expectedVerdict()));
            return table;
        }
    }

    /** Command that runs scenarios through the whole pipeline. */
    @Command(
            name = "run",
            description = "Run scenarios with real clients and check the diagnoses."
                    + " Exit code 1 if a cause is wrong or a wrong cause is confirmed.",
            mixinStandardHelpOptions = true)
    static final class RunCommand implements Callable<Integer> {
        private static final Duration PATIENCE = Duration.ofMinutes(5);

        @Mixin
        private ConfigurationOptions.Catalogs catalogs = new ConfigurationOptions.Catalogs();

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
            List<String> chosen =
                    all ? Lab.catalog().stream().map(ScenarioKind::name).toList() : checked(names);
            Catalog catalog = catalogs.catalog();
            long dealt = LabPipeline.seed(seed);
            try (OpenResources closing = new OpenResources();
                    Progress progress = new Progress(PATIENCE)) {
                LabPipeline pipeline = LabPipeline.start(closing, progress, null, dealt, chosen, List.of(), catalog);
                ScenarioReport report = new ScenarioRun(pipeline, progress, dealt).run();
                output.print(report, out -> {
                    report.byScenario().print(out);
                    out.println();
                    out.println(report.summary(progress) + " Seed " + report.seed() + ".");
                });
                return report.passed() ? ExitCode.GOOD : ExitCode.NO;
            }
        }
    }

    /** Command that keeps one scenario running for other drivers and tools. */
    @Command(
            name = "up",
            description = "Keep one scenario running until Ctrl-C and print how to connect your own driver.",
            mixinStandardHelpOptions = true)
    static final class UpCommand implements Callable<Integer> {
        private static final Duration POLL = Duration.ofMillis(100);

        @Option(names = "--seed", paramLabel = "N", description = "Random seed of the names. Default: random.")
        private @Nullable Long seed;

        @Option(names = "-o", paramLabel = "FORMAT", defaultValue = "text", description = "text or json")
        private Output output = Output.TEXT;

        @Parameters(paramLabel = "SCENARIO", description = "Scenario, as 'mendline lab list' prints it.")
        private String name = "";

        @Override
        public Integer call() throws IOException {
            List<String> chosen = checked(List.of(name));
            long dealt = LabPipeline.seed(seed);
            try (OpenResources closing = new OpenResources();
                    Progress progress = new Progress()) {
                progress.step("building the lab (seed " + dealt + ")");
                Path folder = closing.temporaryFolder();
                LabSite site = new LabSite(closing.keep(Lab.start(dealt, chosen)), folder);
                progress.step("starting its service");
                site.run();
                output.print(site.document(), site::print);
                System.err.println("mendline: running. Press Ctrl-C to stop.");
                while (true) {
                    OpenResources.pause(POLL);
                }
            }
        }
    }
}
