package dev.mendline.cli.logs;

import dev.mendline.cli.config.Configuration;
import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.cli.incidents.IncidentsCommand;
import dev.mendline.cli.output.Output;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.model.incident.Incident;
import dev.mendline.probes.Probes;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Command that diagnoses log files, without Kafka. */
@Command(
        name = "diagnose",
        description = "Diagnose log files without Kafka: classify, group, probe and advise.",
        mixinStandardHelpOptions = true)
public final class DiagnoseCommand implements Callable<Integer> {
    @Mixin
    private ConfigurationOptions setup = new ConfigurationOptions();

    @Option(names = "--no-probes", description = "Use the texts only; send nothing to the network.")
    private boolean noProbes;

    @Option(names = "--service", paramLabel = "NAME", description = "Service of lines that do not name one.")
    private @Nullable String service;

    @Option(names = "-o", paramLabel = "FORMAT", defaultValue = "text", description = "text, json or ndjson")
    private Output output = Output.TEXT;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Log files; '-' is standard input.")
    private List<String> files = List.of();

    @Override
    public Integer call() throws IOException {
        Configuration configuration = setup.configuration();
        Catalog catalog = setup.catalog();
        Clock clock = Clock.systemUTC();
        LogsRead logs = new LogsRead(setup.sighter(catalog), service, clock.instant());
        logs.read(files);
        Probes probes = new Probes(configuration.inventory(), clock, configuration.probing(null));
        LocalEngine local = new LocalEngine(catalog, configuration.engine(), !noProbes, clock, probes::run);
        logs.hints().forEach(local::read);
        local.sighted(logs.sightings());
        local.investigate();
        List<Incident> incidents = List.copyOf(local.incidents());
        output.printAll(incidents, out -> {
            if (incidents.isEmpty()) {
                System.err.println("mendline: no documented MongoDB connection error found");
            }
            incidents.forEach(incident -> IncidentsCommand.message(incident, out));
        });
        return ExitCode.GOOD;
    }
}
