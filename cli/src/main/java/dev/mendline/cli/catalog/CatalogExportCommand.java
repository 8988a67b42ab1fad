package dev.mendline.cli.catalog;

import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.cli.output.Output;
import dev.mendline.cli.process.CannotWork;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.cli.process.UsageError;
import dev.mendline.engine.shipper.LogShipper;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command that writes a filter for a log shipper. */
@Command(
        name = "export",
        description = "Write a filter for a log shipper that passes only lines that can show a symptom.",
        mixinStandardHelpOptions = true)
final class CatalogExportCommand implements Callable<Integer> {
    @Mixin
    private ConfigurationOptions setup = new ConfigurationOptions();

    @Option(
            names = "--for",
            paramLabel = "SHIPPER",
            required = true,
            converter = Named.class,
            completionCandidates = Named.class,
            description = "One of: ${COMPLETION-CANDIDATES}")
    private LogShipper shipper = LogShipper.FLUENT_BIT;

    @Option(
            names = "--field",
            paramLabel = "NAME",
            description = "Record field that holds the text, in the shipper's notation (repeatable). Default: the"
                    + " usual fields.")
    private List<String> fields = List.of();

    @Override
    public Integer call() {
        if (shipper.fields().isEmpty() && !fields.isEmpty()) {
            throw new UsageError("--field is not allowed for " + shipper.id() + ", whose filter reads the whole event");
        }
        fields.stream()
                .filter(field -> !field.matches("[^\\s\\p{Cntrl}]+"))
                .findFirst()
                .ifPresent(field -> {
                    throw new UsageError("'" + field + "' is not a field name; spaces are not allowed");
                });
        PrintStream out = Output.out();
        out.print(shipper.filter(setup.catalog(), fields));
        if (out.checkError()) {
            throw new CannotWork("cannot write to standard output");
        }
        return ExitCode.GOOD;
    }

    /** Names of the log shippers. */
    static final class Named extends ArrayList<String> implements CommandLine.ITypeConverter<LogShipper> {
        private static final long serialVersionUID = 1L;

        Named() {
            super(Arrays.stream(LogShipper.values()).map(LogShipper::id).toList());
        }

        @Override
        public LogShipper convert(String value) {
            return Arrays.stream(LogShipper.values())
                    .filter(shipper -> shipper.id().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new CommandLine.TypeConversionException(
                            "'" + value + "' is not one of: " + String.join(", ", this)));
        }
    }
}
