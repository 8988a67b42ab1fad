package dev.mendline.cli.incidents;

import dev.mendline.cli.kafka.KafkaOptions;
import dev.mendline.cli.output.Output;
import dev.mendline.cli.output.Table;
import dev.mendline.cli.process.CannotWork;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.model.incident.Incident;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command that prints each change of an incident. */
@Command(
        name = "watch",
        description = "Print each change of an incident until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(names = "--from-beginning", description = "Print the existing incidents first.")
    private boolean fromBeginning;

    @Option(names = "--max-messages", paramLabel = "N", description = "Stop after this number of messages.")
    private int max;

    @Option(names = "-o", paramLabel = "FORMAT", defaultValue = "text", description = "text or ndjson")
    private Output output = Output.TEXT;

    private int printed;

    @Override
    public Integer call() {
        try (Incidents incidents = new Incidents(kafka.reached())) {
            if (!fromBeginning) {
                incidents.all();
            }
            while (max <= 0 || printed < max) {
                incidents.changes(this::print);
            }
        }
        return ExitCode.GOOD;
    }

    private void print(Incident incident) {
        if (max > 0 && printed >= max) {
            return;
        }
        printed++;
        if (output == Output.TEXT) {
            PrintStream out = Output.out();
            out.println(line(incident));
            if (out.checkError()) {
                throw new CannotWork("cannot write to standard output");
            }
        } else {
            Output.json(incident);
        }
    }

    private static String line(Incident incident) {
        int last = incident.timeline().size() - 1;
        String by = last < 0 ? null : incident.timeline().get(last).by();
        String what = last < 0 ? "" : incident.timeline().get(last).what();
        return Table.visible(IncidentsCommand.MINUTE.format(incident.updatedAt()) + " " + incident.id() + " "
                + incident.state().name().toLowerCase(Locale.ROOT) + " "
                + (incident.target() == null ? String.join(",", incident.services()) : incident.target()) + ": "
                + (by == null ? "" : by + ": ") + what);
    }
}
