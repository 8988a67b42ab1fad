package dev.mendline.cli.lab;

import dev.mendline.cli.output.Output;
import dev.mendline.cli.output.Progress;
import dev.mendline.cli.process.CannotWork;
import dev.mendline.cli.process.OpenResources;
import dev.mendline.cli.runtime.RoleMonitor;
import dev.mendline.lab.Lab;
import dev.mendline.lab.scenario.ScenarioKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Command that keeps one scenario running for other drivers and tools. */
@Command(
        name = "up",
        description = "Keep one scenario running until Ctrl-C and print how to connect your own driver.",
        mixinStandardHelpOptions = true)
final class LabUpCommand implements Callable<Integer> {
    @Option(names = "--seed", paramLabel = "N", description = "Random seed of the names. Default: random.")
    private @Nullable Long seed;

    @Option(names = "-o", paramLabel = "FORMAT", defaultValue = "text", description = "text or json")
    private Output output = Output.TEXT;

    @Parameters(paramLabel = "SCENARIO", description = "Scenario, as 'mendline lab list' prints it.")
    private String name = "";

    @Override
    public Integer call() throws IOException {
        ScenarioNames.checked(List.of(name));
        Progress progress = new Progress();
        long dealt = LabPipeline.seed(seed);
        try (OpenResources closing = new OpenResources()) {
            Path folder = closing.temporaryFolder();
            progress.step("building the lab (seed " + dealt + ")");
            Lab lab = closing.keep(Lab.start(dealt, List.of(name)));
            LabSite site = LabSite.of(lab, kind(), folder);
            progress.step("starting its service");
            Path log = Path.of(site.log());
            lab.run((service, line) -> append(log, line));
            if (output == Output.TEXT) {
                site.print(Output.out());
            } else {
                Output.json(site);
            }
            System.err.println("mendline: running. Press Ctrl-C to stop.");
            while (true) {
                RoleMonitor.pause();
            }
        }
    }

    private ScenarioKind kind() {
        return ScenarioNames.kinds().stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void append(Path file, byte[] line) {
        try {
            byte[] ended = new byte[line.length + 1];
            System.arraycopy(line, 0, ended, 0, line.length);
            ended[line.length] = '\n';
            Files.write(file, ended, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            // On Ctrl-C the folder is deleted before the service stops.
            if (!OpenResources.isShuttingDown()) {
                throw new CannotWork("cannot write the service log " + file + ": " + e.getMessage());
            }
        }
    }
}
