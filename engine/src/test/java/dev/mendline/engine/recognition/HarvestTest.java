package dev.mendline.engine.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalog.Catalog;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What real drivers printed when the lab's scenarios happened to them; {@code lab/harvest} says how it was recorded. */
class HarvestTest {
    private static final Recognizer RECOGNISER = new Recognizer(Catalog.builtIn());
    private static final List<Sample> HARVEST = Sample.harvest();

    record Judged(Sample text, String recognised) {
        boolean right() {
            return recognised.equals(text.label());
        }

        @Override
        public String toString() {
            return text.id() + " (" + text.release() + ", " + text.fault() + "): " + text.label() + ", but recognised "
                    + recognised + ": " + text.start(300);
        }
    }

    @Test
    void each_text_that_a_driver_printed_shows_its_symptom() {
        List<Judged> judged = HARVEST.stream()
                .filter(text -> !text.arguable())
                .map(text -> new Judged(text, text.recognisedBy(RECOGNISER)))
                .toList();

        assertThat(judged.stream().filter(text -> !text.right()))
                .as(() -> "of " + judged.size() + " texts; right by release: " + shares(judged))
                .isEmpty();
    }

    @Test
    void old_and_new_drivers_met_nearly_every_fault() {
        Map<String, Set<String>> releases = HARVEST.stream()
                .collect(Collectors.groupingBy(
                        Sample::driver, TreeMap::new, Collectors.mapping(Sample::version, Collectors.toSet())));

        assertThat(releases.get("java"))
                .hasSizeGreaterThanOrEqualTo(7)
                .anyMatch(version -> version.startsWith("3.12."));
        assertThat(releases.get("mongodb"))
                .hasSizeGreaterThanOrEqualTo(8)
                .anyMatch(version -> version.startsWith("3."));
        assertThat(releases.get("mongoose"))
                .hasSizeGreaterThanOrEqualTo(4)
                .anyMatch(version -> version.startsWith("5."));
        for (String release : HARVEST.stream().map(Sample::release).distinct().toList()) {
            assertThat(HARVEST.stream()
                            .filter(text -> text.release().equals(release)
                                    && !text.label().equals("none"))
                            .map(Sample::fault)
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
}
