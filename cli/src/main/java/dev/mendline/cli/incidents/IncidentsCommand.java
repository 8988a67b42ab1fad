package dev.mendline.cli.incidents;

import dev.mendline.cli.kafka.KafkaOptions;
import dev.mendline.cli.output.Output;
import dev.mendline.cli.output.Page;
import dev.mendline.cli.output.Table;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.notifier.message.Message;
import dev.mendline.notifier.terminal.TerminalLayout;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Group of commands about incidents. */
@Command(
        name = "incidents",
        description = "Query the incidents topic and act on incidents.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            IncidentsCommand.ListCommand.class,
            IncidentsCommand.ShowCommand.class,
            IncidentsCommand.WatchCommand.class,
            OperatorCommand.Ack.class,
            OperatorCommand.Silence.class,
            OperatorCommand.Resolve.class,
            OperatorCommand.Recheck.class,
            OperatorCommand.Feedback.class
        })
public final class IncidentsCommand {
    static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private IncidentsCommand() {}

    /** Command that prints one line per incident. */
    @Command(name = "list", description = "List all incidents, the newest first.", mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {
        @Mixin
        private KafkaOptions kafka = new KafkaOptions();

        @Option(names = "-o", paramLabel = "FORMAT", defaultValue = "text", description = "text, json or ndjson")
        private Output output = Output.TEXT;

        @Override
        public Integer call() {
            try (Incidents incidents = new Incidents(kafka.reached())) {
                List<Incident> all = incidents.all().stream()
                        .sorted(Comparator.comparing(Incident::openedAt)
                                .reversed()
                                .thenComparing(Incident::id))
                        .toList();
                output.printAll(all, out -> {
                    if (all.isEmpty()) {
                        System.err.println("mendline: no incidents");
                    } else {
                        table(all).print(out);
                    }
                });
            }
            return ExitCode.GOOD;
        }
    }

    /** Command that prints one incident with its timeline. */
    @Command(name = "show", description = "Show one incident as Slack shows it.", mixinStandardHelpOptions = true)
    static final class ShowCommand implements Callable<Integer> {
        @Mixin
        private KafkaOptions kafka = new KafkaOptions();

        @Option(names = "-o", paramLabel = "FORMAT", defaultValue = "text", description = "text or json")
        private Output output = Output.TEXT;

        @Parameters(paramLabel = "ID", description = "Incident id, or the beginning of one.")
        private String id = "";

        @Override
        public Integer call() {
            try (Incidents incidents = new Incidents(kafka.reached())) {
                Optional<Incident> found = incidents.beginningWith(id);
                found.ifPresent(incident -> output.print(incident, out -> show(incident, out)));
                return found.isPresent() ? ExitCode.GOOD : ExitCode.NO;
            }
        }
    }

    /** Command that prints each change of an incident. */
    @Command(
            name = "watch",
            description = "Print each change of an incident until Ctrl-C.",
            mixinStandardHelpOptions = true)
    static final class WatchCommand implements Callable<Integer> {
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
            if (max <= 0 || printed < max) {
                printed++;
                output.print(incident, out -> out.println(line(incident)));
            }
        }

        private static String line(Incident incident) {
            int last = incident.timeline().size() - 1;
            String by = last < 0 ? null : incident.timeline().get(last).by();
            String what = last < 0 ? "" : incident.timeline().get(last).what();
            return Table.visible(MINUTE.format(incident.updatedAt()) + " " + incident.id() + " "
                    + incident.state().name().toLowerCase(Locale.ROOT) + " "
                    + (incident.target() == null ? String.join(",", incident.services()) : incident.target()) + ": "
                    + (by == null ? "" : by + ": ") + what);
        }
    }

    private static Table table(List<Incident> incidents) {
        Table table =
                new Table("ID", "STATE", "SEVERITY", "TARGET", "CAUSE", "VERDICT", "SERVICES", "EVENTS", "LAST SEEN");
        for (Incident incident : incidents) {
            Diagnosis diagnosis = incident.diagnosis();
            table.row(
                    incident.id(),
                    incident.state().name().toLowerCase(Locale.ROOT),
                    incident.severity().name().toLowerCase(Locale.ROOT),
                    subject(incident),
                    diagnosis.leading(),
                    diagnosis.verdict().word(),
                    incident.services().stream().limit(3).collect(Collectors.joining(","))
                            + (incident.services().size() > 3 ? ",…" : ""),
                    incident.symptoms().stream()
                            .mapToLong(Incident.SymptomCount::count)
                            .sum(),
                    incident.symptoms().stream()
                            .map(Incident.SymptomCount::lastSeen)
                            .max(Instant::compareTo)
                            .map(MINUTE::format)
                            .orElse("–"));
        }
        return table;
    }

    /** Returns the deployment, or the site for a parent incident, which has no deployment. */
    private static @Nullable String subject(Incident incident) {
        return incident.target() == null && !incident.children().isEmpty() ? incident.site() : incident.target();
    }

    private static void show(Incident incident, PrintStream out) {
        message(incident, out);
        out.println();
        Table timeline = new Table("AT", "BY", "WHAT");
        incident.timeline().forEach(entry -> timeline.row(MINUTE.format(entry.at()), entry.by(), entry.what()));
        timeline.print(out);
        if (!incident.children().isEmpty()) {
            out.println();
            children(incident).print(out);
        }
        new Page(out).section("Why not", WhyNot.of(incident));
    }

    private static Table children(Incident parent) {
        Table children = new Table("EXPLAINS", "TARGET");
        parent.children().forEach(child -> children.row(child.incident(), child.target()));
        if (parent.moreChildren() > 0) {
            children.row("…", parent.moreChildren() + " more");
        }
        return children;
    }

    /** Prints the message as the terminal channel shows it. */
    public static void message(Incident incident, PrintStream out) {
        out.print(new TerminalLayout(Output.terminal()).message(Message.of(incident)));
    }
}
