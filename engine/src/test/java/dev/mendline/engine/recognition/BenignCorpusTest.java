package dev.mendline.engine.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.Catalog;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever is no connection error of MongoDB is left alone. */
class BenignCorpusTest {
    private static final int SHOWN = 400;

    private static final List<BenignCorpus.Event> EVENTS = BenignCorpus.events();
    private static final Recognizer RECOGNISER = new Recognizer(Catalog.builtIn());

    @Test
    void no_event_shows_a_symptom() {
        Map<String, List<String>> alarms = EVENTS.stream()
                .flatMap(event -> RECOGNISER.recognise(event.text()).symptoms().stream()
                        .map(symptom -> Map.entry(symptom, line(event))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));

        assertThat(alarms)
                .as(() -> alarms.values().stream().mapToInt(List::size).sum() + " false alarms:\n" + grouped(alarms))
                .isEmpty();
    }

    @Test
    void it_is_large_and_says_many_different_things() {
        assertThat(EVENTS).hasSizeGreaterThanOrEqualTo(20_000);
        assertThat(EVENTS.stream().map(BenignCorpus.Event::template).distinct()).hasSizeGreaterThanOrEqualTo(1_500);
    }

    private static String line(BenignCorpus.Event event) {
        String text = event.text().replace("\n", "\\n");
        return event.source() + "  " + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
    }

    private static String grouped(Map<String, List<String>> alarms) {
        return alarms.entrySet().stream()
                .map(each ->
                        each.getKey() + " (" + each.getValue().size() + ")\n  " + String.join("\n  ", each.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
