package dev.mendline.cli.logs;

import dev.mendline.cli.process.InputFile;
import dev.mendline.engine.sighting.SecondFold;
import dev.mendline.engine.sighting.SightingFactory;
import dev.mendline.ingest.LogFormats;
import dev.mendline.ingest.LogLines;
import dev.mendline.ingest.ReadResult;
import dev.mendline.model.journal.Hint;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Coordinates;
import dev.mendline.model.log.LogEvent;
import dev.mendline.model.log.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sightings and hints from log files, with like sightings merged. */
final class LogsRead {
    private final SightingFactory sighter;
    private final @Nullable String service;
    private final Instant now;
    private final Map<String, Sighting> sightings = new LinkedHashMap<>();
    private final Map<String, Hint> hints = new LinkedHashMap<>();

    /** @param service service of lines that do not name one */
    LogsRead(SightingFactory sighter, @Nullable String service, Instant now) {
        this.sighter = sighter;
        this.service = service;
        this.now = now;
    }

    void read(List<String> files) throws IOException {
        InputFile.check(files);
        for (String file : files) {
            try (InputStream in = InputFile.open(file)) {
                LogLines.read(in, true, (number, line, cut) -> read(file, number, line));
            }
        }
    }

    private void read(String file, long number, byte[] line) {
        if (LogFormats.isSound(line) && !sighter.isWorthReading(line)) {
            return;
        }
        ReadResult reading = LogFormats.read(line, now, Resource.ofService(service == null ? unnamed(file) : service));
        reading.events().forEach(event -> read(event, new Coordinates(file, 0, number)));
        if (reading.problem() != null) {
            System.err.println("mendline: " + file + ":" + number + ": "
                    + reading.problem().detail());
        }
    }

    private static String unnamed(String file) {
        Path name = Path.of(file).getFileName();
        return Resource.unnamed(file.equals("-") || name == null ? "stdin" : name.toString());
    }

    private void read(LogEvent event, Coordinates source) {
        Optional<Sighting> sighting = sighter.sight(event, source, now);
        sighting.ifPresentOrElse(
                seen -> sightings.merge(SecondFold.key(seen), seen, SecondFold::merge),
                () -> sighter.hint(event, now)
                        .filter(hint -> hint.kind() == Hint.Kind.DEPLOYMENT)
                        .ifPresent(hint -> hints.putIfAbsent(hint.service() + ' ' + hint.target(), hint)));
    }

    Collection<Sighting> sightings() {
        return sightings.values();
    }

    Collection<Hint> hints() {
        return hints.values();
    }
}
