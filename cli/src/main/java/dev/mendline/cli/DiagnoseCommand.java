package dev.mendline.cli;

import dev.mendline.engine.catalogue.Catalogue;
import dev.mendline.engine.recognition.Fold;
import dev.mendline.engine.recognition.Sighter;
import dev.mendline.ingest.LogFormats;
import dev.mendline.ingest.LogLines;
import dev.mendline.ingest.Reading;
import dev.mendline.model.Coordinates;
import dev.mendline.model.Incident;
import dev.mendline.model.Sighting;
import dev.mendline.probes.Probes;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Files in, diagnoses out; no Kafka. */
@Command(
        name = "diagnose",
        description = "Classify, group and probe what log files show, and say what to do. No Kafka.",
        mixinStandardHelpOptions = true)
final class DiagnoseCommand implements Callable<Integer> {
    @Mixin
    private Setup setup = new Setup();

    @Option(names = "--no-probes", description = "Look at the texts alone; nothing is asked of the network.")
    private boolean noProbes;

    @Option(names = "--service", paramLabel = "NAME", description = "The service, where the lines do not say it.")
    private @Nullable String service;

    @Option(names = "-o", paramLabel = "FORMAT", defaultValue = "text", description = "text, json or ndjson")
    private Output output = Output.TEXT;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Log files; '-' is standard input.")
    private List<String> files = List.of();

    @Override
    public Integer call() throws IOException {
        Configuration configuration = setup.configuration();
        Catalogue catalogue = setup.catalogue();
        Clock clock = Clock.systemUTC();
        Map<String, Sighting> sightings = sightings(setup.sighter(catalogue), clock.instant());
        Probes probes = new Probes(configuration.inventory(), clock, configuration.probing(null));
        LocalCase local = new LocalCase(catalogue, configuration.engine(), clock, probes::run);
        sightings.values().forEach(local::sighted);
        if (!noProbes) {
            local.investigate();
        }
        print(List.copyOf(local.incidents()));
        return Mendline.GOOD;
    }

    private Map<String, Sighting> sightings(Sighter sighter, Instant now) throws IOException {
        Map<String, Sighting> sightings = new LinkedHashMap<>();
        InputFile.check(files);
        for (String file : files) {
            try (InputStream in = InputFile.open(file)) {
                LogLines.read(in, true, (number, line, cut) -> read(sighter, sightings, file, number, line, now));
            }
        }
        return sightings;
    }

    private void read(
            Sighter sighter, Map<String, Sighting> sightings, String file, long number, byte[] line, Instant now) {
        if (LogFormats.isSound(line) && !sighter.mayShow(line)) {
            return;
        }
        Reading reading = LogFormats.read(line, now, service);
        reading.events()
                .forEach(event -> sighter.sight(event, new Coordinates(file, 0, number), now)
                        .ifPresent(seen -> sightings.merge(Fold.key(seen), seen, Fold::merge)));
        if (reading.damage() != null) {
            System.err.println(
                    "mendline: " + file + ":" + number + ": " + reading.damage().detail());
        }
    }

    private void print(List<Incident> incidents) {
        if (output != Output.TEXT) {
            IncidentsCommand.print(incidents, output);
            return;
        }
        if (incidents.isEmpty()) {
            System.err.println("mendline: none of MongoDB's documented connection errors is in there");
        }
        PrintStream out = Output.out();
        incidents.forEach(incident -> IncidentsCommand.message(incident, out));
    }
}
