package dev.mendline.engine.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mendline.engine.catalog.Catalog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What real drivers printed when the lab's scenarios happened to them; {@code lab/harvest} says how it was recorded. */
class HarvestTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Recognizer RECOGNISER = new Recognizer(Catalog.builtIn());
    private static final List<Harvested> HARVEST =
            Stream.of("java", "nodejs").flatMap(HarvestTest::read).toList();

    /** One text; {@code label} is the symptom that it shows by the definition of the symptoms, or {@code none}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Harvested(
            String id, String driver, String version, String fault, String label, String text, boolean arguable) {
        String release() {
            return driver + " " + version;
        }

        Judged judged() {
            String symptom = RECOGNISER.recognise(text).symptom();
            return new Judged(this, symptom == null ? "none" : symptom);
        }
    }

    record Judged(Harvested text, String recognised) {
        boolean right() {
            return recognised.equals(text.label());
        }

        @Override
        public String toString() {
            String start = text.text().substring(0, Math.min(text.text().length(), 300));
            return text.id() + " (" + text.release() + ", " + text.fault() + "): " + text.label() + ", but recognised "
                    + recognised + ": " + start.replace("\n", "\\n");
        }
    }

    @Test
    void each_text_that_a_driver_printed_shows_its_symptom() {
        List<Judged> judged = HARVEST.stream()
                .filter(text -> !text.arguable())
                .map(Harvested::judged)
                .toList();

        assertThat(judged.stream().filter(text -> !text.right()))
                .as(() -> "of " + judged.size() + " texts; right by release: " + shares(judged))
                .isEmpty();
    }

    @Test
    void old_and_new_drivers_met_nearly_every_fault() {
        Map<String, Set<String>> releases = HARVEST.stream()
                .collect(Collectors.groupingBy(
                        Harvested::driver, TreeMap::new, Collectors.mapping(Harvested::version, Collectors.toSet())));

        assertThat(releases.get("java"))
                .hasSizeGreaterThanOrEqualTo(7)
                .anyMatch(version -> version.startsWith("3.12."));
        assertThat(releases.get("mongodb"))
                .hasSizeGreaterThanOrEqualTo(8)
                .anyMatch(version -> version.startsWith("3."));
        assertThat(releases.get("mongoose"))
                .hasSizeGreaterThanOrEqualTo(4)
                .anyMatch(version -> version.startsWith("5."));
        for (String release :
                HARVEST.stream().map(Harvested::release).distinct().toList()) {
            assertThat(HARVEST.stream()
                            .filter(text -> text.release().equals(release)
                                    && !text.label().equals("none"))
                            .map(Harvested::fault)
                            .distinct())
                    .as(release)
                    .hasSizeGreaterThanOrEqualTo(25);
        }
    }

    /** The share of the texts of each release that is recognised rightly, e.g. {@code java 5.0.1 98.5 %}. */
    private static String shares(List<Judged> judged) {
        return judged.stream()
                .collect(Collectors.groupingBy(
                        each -> each.text().release(),
                        TreeMap::new,
                        Collectors.averagingDouble(each -> each.right() ? 100 : 0)))
                .entrySet()
                .stream()
                .map(share -> String.format("%s %.1f %%", share.getKey(), share.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static Stream<Harvested> read(String name) {
        try (InputStream in = HarvestTest.class.getResourceAsStream("/harvest/" + name + ".jsonl");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().map(HarvestTest::parse).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Harvested parse(String line) {
        try {
            return JSON.readValue(line, Harvested.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
