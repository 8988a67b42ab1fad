package dev.mendline.cli;

import dev.mendline.engine.catalogue.Catalogue;
import dev.mendline.engine.gap.Gap;
import dev.mendline.engine.gap.GapFinder;
import dev.mendline.engine.recognition.Recogniser;
import dev.mendline.engine.recognition.Sighter;
import dev.mendline.ingest.LogFormats;
import dev.mendline.ingest.LogLines;
import dev.mendline.model.Coordinates;
import dev.mendline.model.Json;
import dev.mendline.model.LogEvent;
import dev.mendline.model.Unclassified;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The gaps of the catalogue, from what the classifier sampled or from log files. */
final class Unknown {
    private Unknown() {}

    /** What the topic holds, but for texts that today's catalogue knows. */
    static List<Gap> sampled(Setup setup, Broker broker) {
        Recogniser recogniser = new Recogniser(setup.catalogue());
        List<Unclassified> sampled = new ArrayList<>();
        try (TopicReader topic = TopicReader.of(broker, broker.topics().unclassified())) {
            topic.toEnd(record -> {
                if (record.value() != null) {
                    sampled.add(Json.read(record.value(), Unclassified.class));
                }
            });
        }
        return Gap.all(sampled.stream()
                .filter(one -> recogniser.recognise(one.text()).symptom() == null)
                .toList());
    }

    static List<Gap> in(List<String> files, boolean multiline, Setup setup) throws IOException {
        Catalogue catalogue = setup.catalogue();
        Sighter sighter = setup.sighter(catalogue);
        Recogniser recogniser = new Recogniser(catalogue);
        GapFinder finder = new GapFinder(sighter);
        InputFile.check(files);
        List<Unclassified> found = new ArrayList<>();
        for (String file : files) {
            try (InputStream in = InputFile.open(file)) {
                LogLines.read(in, multiline, (number, bytes, cut) -> {
                    for (LogEvent event :
                            LogFormats.read(bytes, Instant.EPOCH, null).events()) {
                        if (recogniser.recognise(event.text()).symptom() == null) {
                            finder.find(event, new Coordinates(file, 0, number), event.time())
                                    .ifPresent(found::add);
                        }
                    }
                });
            }
        }
        return Gap.all(found);
    }
}
