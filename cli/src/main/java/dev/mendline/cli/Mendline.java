package dev.mendline.cli;

import dev.mendline.cli.catalog.CatalogCommand;
import dev.mendline.cli.incidents.IncidentsCommand;
import dev.mendline.cli.lab.DemoCommand;
import dev.mendline.cli.lab.LabCommand;
import dev.mendline.cli.logs.ClassifyCommand;
import dev.mendline.cli.logs.DiagnoseCommand;
import dev.mendline.cli.logs.ShipCommand;
import dev.mendline.cli.probe.ProbeCommand;
import dev.mendline.cli.process.CannotWork;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.cli.process.Interrupted;
import dev.mendline.cli.process.OpenResources;
import dev.mendline.cli.process.UsageError;
import dev.mendline.cli.replay.ReplayCommand;
import dev.mendline.cli.runtime.RunCommand;
import dev.mendline.cli.runtime.UpCommand;
import dev.mendline.model.Version;
import dev.mendline.model.config.BadFile;
import dev.mendline.model.config.Durations;
import dev.mendline.model.net.Endpoint;
import dev.mendline.model.net.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Main class of the {@code mendline} command. */
@Command(
        name = "mendline",
        description = "Diagnoses MongoDB connection errors from logs.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            RunCommand.class,
            ShipCommand.class,
            IncidentsCommand.class,
            ReplayCommand.class,
            ClassifyCommand.class,
            DiagnoseCommand.class,
            ProbeCommand.class,
            CatalogCommand.class,
            LabCommand.class
        })
public final class Mendline {
    private static final boolean DEBUG = System.getenv("MENDLINE_DEBUG") != null;

    private static final Set<String> QUIET = Set.of("demo", "lab");

    public static void main(String[] arguments) {
        // The log configuration reads both properties when logging starts.
        String command = command(arguments);
        System.setProperty("mendline.command", command);
        System.setProperty("mendline.level", QUIET.contains(command) ? "WARN" : "INFO");
        System.exit(execute(arguments));
    }

    private static String command(String[] arguments) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.matches("[a-z]+"))
                .findFirst()
                .orElse("command");
    }

    /** Runs one command and returns its exit code. */
    static int execute(String... arguments) {
        CommandLine line = new CommandLine(new Mendline());
        line.getCommandSpec().version("mendline " + Version.CURRENT);
        return line.registerConverter(Network.class, Network::of)
                .registerConverter(Endpoint.class, Endpoint::of)
                .registerConverter(Duration.class, Durations::of)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((mistake, given) -> misused(mistake))
                .setExecutionExceptionHandler((fault, command, parsed) -> failed(fault, command))
                .execute(arguments);
    }

    /** Removes the user and password from connection strings in an error. */
    private static String shown(@Nullable String message) {
        return String.valueOf(message).replaceAll("(?s)://.*@", "://‹hidden›@");
    }

    private static int misused(CommandLine.ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        command.getErr().println("mendline: " + shown(mistake.getMessage()));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(mistake, command.getErr())) {
            command.usage(command.getErr());
        }
        return ExitCode.USAGE;
    }

    private static int failed(Exception fault, CommandLine command) throws Exception {
        if (fault instanceof Interrupted || OpenResources.isShuttingDown()) {
            return ExitCode.INTERRUPTED;
        }
        boolean usage = fault instanceof BadFile || fault instanceof UsageError;
        if (usage || fault instanceof CannotWork) {
            command.getErr().println("mendline: " + shown(fault.getMessage()));
            return usage ? ExitCode.USAGE : ExitCode.CANNOT_WORK;
        }
        if (fault instanceof KafkaException) {
            command.getErr().println("mendline: Kafka: " + fault.getMessage());
            return ExitCode.CANNOT_WORK;
        }
        if (fault instanceof IOException || fault instanceof UncheckedIOException) {
            command.getErr().println("mendline: cannot read or write: " + fault.getMessage());
            return ExitCode.CANNOT_WORK;
        }
        command.getErr()
                .println("mendline: internal error: " + fault
                        + (DEBUG ? "" : "; set MENDLINE_DEBUG=1 for a stack trace"));
        if (DEBUG) {
            throw fault;
        }
        return ExitCode.CANNOT_WORK;
    }
}
