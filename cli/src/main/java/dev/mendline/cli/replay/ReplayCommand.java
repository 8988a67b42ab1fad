package dev.mendline.cli.replay;

import dev.mendline.cli.incidents.Incidents;
import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.kafka.KafkaOptions;
import dev.mendline.cli.kafka.TopicReader;
import dev.mendline.cli.output.Output;
import dev.mendline.cli.output.Table;
import dev.mendline.cli.process.ExitCode;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command that folds the journal again and compares the result with the incidents topic. */
@Command(
        name = "replay",
        description = "Fold the journal again with this catalog and compare the result with the incidents topic.",
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {
    private static final int ATTEMPTS = 50;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(names = "-o", paramLabel = "FORMAT", defaultValue = "text", description = "text or json")
    private Output output = Output.TEXT;

    @Override
    public Integer call() {
        Broker broker = kafka.reached();
        Replay replay =
                new Replay(kafka.setup().catalog(), kafka.configuration().engine());
        Replay.Report report = report(broker, replay);
        output.print(report, out -> print(report, out));
        return report.isEqual() ? ExitCode.GOOD : ExitCode.NO;
    }

    /** Returns the comparison. Repeats it for a few seconds, because a running pipeline is a step ahead or behind. */
    private static Replay.Report report(Broker broker, Replay replay) {
        try (TopicReader journal = TopicReader.of(broker, broker.topics().journal());
                Incidents incidents = new Incidents(broker)) {
            journal.toEnd(replay::read);
            Replay.Report report = replay.compare(incidents.all());
            for (int i = 0; i < ATTEMPTS && !report.isEqual() && replay.mayMeet(incidents.all()); i++) {
                journal.more(replay::read);
                report = replay.compare(incidents.all());
            }
            return report;
        }
    }

    private static String verdict(Replay.Report report) {
        if (!report.isEqual()) {
            return "NOT equal to the incidents topic";
        }
        return report.otherVersions().isEmpty()
                ? "equal to the incidents topic, byte for byte"
                : "equal to the incidents topic except for sentences, which may differ because version "
                        + String.join(", ", report.otherVersions()) + " wrote some of them";
    }

    private static void print(Replay.Report report, PrintStream out) {
        out.printf(
                "%d journal records, %d sightings, %d incidents: %s%n",
                report.events(), report.sightings(), report.incidents(), verdict(report));
        if (!report.changes().isEmpty()) {
            Table table = new Table("CHANGE", "INCIDENT", "TARGET", "SERVICES", "BEFORE", "AFTER");
            report.changes()
                    .forEach(change -> table.row(
                            change.kind(),
                            change.incident(),
                            change.target(),
                            String.join(", ", change.services()),
                            change.before(),
                            change.after()));
            table.print(out);
        }
    }
}
