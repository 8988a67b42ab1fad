package dev.mendline.cli;

import dev.mendline.engine.catalogue.Catalogue;
import dev.mendline.lab.Lab;
import dev.mendline.lab.broker.EmbeddedBroker;
import dev.mendline.notifier.ChannelSettings;
import dev.mendline.notifier.Channels;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The whole pipeline against the lab's deployments. */
@Command(
        name = "demo",
        description = "Watch the pipeline diagnose six deployments on this machine, five of them broken, through the"
                + " logs of real drivers.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--once", description = "End after the table; else go on until Ctrl-C.")
    private boolean once;

    @Option(names = "--seed", paramLabel = "N", description = "Deals the faults to names; else by chance.")
    private @Nullable Long seed;

    @Option(names = "-o", paramLabel = "FORMAT", defaultValue = "text", description = "text or json")
    private Output output = Output.TEXT;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where the broker keeps its data; else a temporary folder that goes at the end.")
    private @Nullable Path dataDirectory;

    @Override
    public Integer call() throws IOException {
        Progress progress = new Progress();
        long dealt = seed != null ? seed : RandomGenerator.getDefault().nextLong(1, 1_000_000);
        try (Closing closing = new Closing();
                Deadline deadline = new Deadline(progress)) {
            Path folder = dataDirectory != null ? dataDirectory : closing.temporaryFolder();
            DataDirectory data = new DataDirectory(folder.toAbsolutePath());
            closing.keep(data.lock());

            progress.step("starting the broker");
            EmbeddedBroker kafka = closing.keep(EmbeddedBroker.start(data.path().resolve("kafka"), 0));
            progress.step("building the lab (seed " + dealt + ")");
            Lab lab = closing.keep(Lab.start(dealt));
            Configuration configuration = ConfigurationFile.parse("the lab's mendline.yaml", lab.configuration());
            Broker broker = Pipeline.own(kafka, configuration);

            progress.step("starting classifier, probes and notifier");
            Roles roles = closing.keep(new Roles(broker, configuration));
            broker.createTopics(Roles.zones(configuration), UpCommand.PARTITIONS);
            roles.classifier(Catalogue.builtIn(), data.path().resolve("streams"));
            roles.probes(Roles.zones(configuration));
            roles.notifier(Channels.from(
                    List.of(new ChannelSettings("terminal", "terminal", null, null, null)),
                    messages(),
                    Output.terminal()));
            data.announce(broker.address());
            Pipeline.awaitRunning(roles);

            ScenarioRun run = new ScenarioRun(lab, broker, roles, progress, dealt);
            ScenarioRun.Report report = run.run();
            deadline.met();
            print(report, run, progress);
            if (!once) {
                goOn(broker, roles, data);
            }
            return report.passed() ? Mendline.GOOD : Mendline.NO;
        }
    }

    /** With {@code --once} the table is the answer; else the messages are shown as they are edited. */
    private PrintStream messages() {
        return once || output != Output.TEXT
                ? new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)
                : Output.out();
    }

    private void print(ScenarioRun.Report report, ScenarioRun run, Progress progress) {
        if (output != Output.TEXT) {
            Output.json(report);
            return;
        }
        PrintStream out = Output.out();
        report.table().print(out);
        out.println();
        if (once) {
            run.aDiagnosis().ifPresent(incident -> IncidentsCommand.message(incident, out));
        }
        out.printf(
                "%n%s  %d of %d right, in %.1f s.%n",
                report.passed() ? "✅" : "❌", report.right(), report.scenarios().size(), progress.seconds());
    }

    private static void goOn(Broker broker, Roles roles, DataDirectory data) {
        System.err.printf(
                "mendline: goes on until Ctrl-C. In another terminal: ./mendline incidents list --data-dir %s%n"
                        + "mendline: Kafka at %s%n",
                data.path(), broker.address());
        Pipeline.watch(roles);
    }
}
