package dev.mendline.cli.catalog;

import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.cli.kafka.Broker;
import dev.mendline.cli.kafka.TopicReader;
import dev.mendline.cli.process.InputFile;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.gap.Gap;
import dev.mendline.engine.gap.GapCollector;
import dev.mendline.engine.gap.GapFinder;
import dev.mendline.engine.gap.RawLinePrefilter;
import dev.mendline.engine.recognition.Recognizer;
import dev.mendline.ingest.LogFormats;
import dev.mendline.ingest.LogLines;
import dev.mendline.model.Json;
import dev.mendline.model.log.Coordinates;
import dev.mendline.model.log.Resource;
import dev.mendline.model.log.Unclassified;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The gaps of the catalog, from what the classifier sampled or from log files. */
final class UnclassifiedGaps {
    private UnclassifiedGaps() {}

    /** Returns the gaps in the sampled messages. Messages that today's catalog recognizes are left out. */
    static List<Gap> sampled(Catalog catalog, Broker broker) {
        Recognizer recognizer = new Recognizer(catalog);
        GapCollector gaps = new GapCollector();
        try (TopicReader topic = TopicReader.of(broker, broker.topics().unclassified())) {
            topic.toEnd(record -> Optional.ofNullable(record.value())
                    .map(bytes -> Json.read(bytes, Unclassified.class))
                    .filter(one -> recognizer.recognise(one.text()).symptom() == null)
                    .filter(one -> !GapFinder.isFragment(one.text()))
                    .ifPresent(gaps::add));
        }
        return gaps.all();
    }

    static List<Gap> in(List<String> files, boolean multiline, ConfigurationOptions setup) throws IOException {
        Catalog catalog = setup.catalog();
        Recognizer recognizer = new Recognizer(catalog);
        RawLinePrefilter sieve = new RawLinePrefilter(catalog);
        GapFinder finder = new GapFinder(setup.sighter(catalog));
        InputFile.check(files);
        GapCollector gaps = new GapCollector();
        for (String file : files) {
            try (InputStream in = InputFile.open(file)) {
                LogLines.read(in, multiline, (number, bytes, cut) -> {
                    if (sieve.isWorthReading(bytes)) {
                        LogFormats.read(bytes, Instant.EPOCH, Resource.UNKNOWN).events().stream()
                                .filter(event ->
                                        recognizer.recognise(event.text()).symptom() == null)
                                .flatMap(event ->
                                        finder.find(event, new Coordinates(file, 0, number), event.time()).stream())
                                .forEach(gaps::add);
                    }
                });
            }
        }
        return gaps.all();
    }
}
