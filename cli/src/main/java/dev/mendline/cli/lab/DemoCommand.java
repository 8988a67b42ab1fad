package dev.mendline.cli.lab;

import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.cli.incidents.IncidentsCommand;
import dev.mendline.cli.output.Output;
import dev.mendline.cli.output.Progress;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.cli.process.OpenResources;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.lab.Lab;
import dev.mendline.notifier.channel.Console;
import dev.mendline.notifier.terminal.TerminalSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command that runs the whole pipeline against the lab's deployments. */
@Command(
        name = "demo",
        description =
                "Run the pipeline on six local deployments, five of them broken, with the" + " logs of real drivers.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Mixin
    private ConfigurationOptions.Catalogs catalogs = new ConfigurationOptions.Catalogs();

    @Option(names = "--once", description = "Exit after the table. Default: run until Ctrl-C.")
    private boolean once;

    @Option(names = "--seed", paramLabel = "N", description = "Random seed. Default: random.")
    private @Nullable Long seed;

    @Option(names = "-o", paramLabel = "FORMAT", defaultValue = "text", description = "text or json")
    private Output output = Output.TEXT;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Data directory of the broker. Default: a temporary folder that is deleted at the end.")
    private @Nullable Path dataDirectory;

    @Override
    public Integer call() throws IOException {
        Catalog catalog = catalogs.catalog();
        long dealt = LabPipeline.seed(seed);
        try (OpenResources closing = new OpenResources();
                Progress progress = new Progress(PATIENCE)) {
            LabPipeline pipeline = LabPipeline.start(
                    closing,
                    progress,
                    dataDirectory,
                    dealt,
                    Lab.demo(),
                    List.of(TerminalSettings.DEFAULT.open(new Console(messages(), Output.terminal()))),
                    catalog);
            ScenarioRun run = new ScenarioRun(pipeline, progress, dealt);
            ScenarioReport report = run.run();
            progress.done();
            output.print(report, out -> print(report, run, progress, out));
            if (!once) {
                System.err.printf(
                        "mendline: running until Ctrl-C. In another terminal: ./mendline incidents list --data-dir %s%n"
                                + "mendline: Kafka at %s%n",
                        pipeline.data().path(), pipeline.broker().address());
                pipeline.roles().watch();
            }
            return report.passed() ? ExitCode.GOOD : ExitCode.NO;
        }
    }

    /** Returns standard output for the messages, or nothing if the table is the whole answer. */
    private PrintStream messages() {
        return once || output != Output.TEXT
                ? new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)
                : Output.out();
    }

    private void print(ScenarioReport report, ScenarioRun run, Progress progress, PrintStream out) {
        report.table().print(out);
        out.println();
        if (once) {
            run.aDiagnosis().ifPresent(incident -> IncidentsCommand.message(incident, out));
        }
        out.println();
        out.println(report.summary(progress));
    }
}
