package dev.mendline.engine.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.check.CatalogCheck;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the shipped catalog with the check that {@code mendline catalog test} runs. */
class CatalogExamplesTest {
    private static final CatalogCheck CHECK = CatalogCheck.of(List.of());

    @Test
    void each_example_shows_its_symptom_no_near_miss_does_and_each_symptom_has_a_cause() {
        assertThat(CHECK.flaws()).isEmpty();
    }

    @Test
    void there_are_more_examples_than_symptoms_and_near_misses_besides() {
        assertThat(CHECK.symptoms()).isGreaterThanOrEqualTo(26);
        assertThat(CHECK.examples()).isGreaterThan(CHECK.symptoms());
        assertThat(CHECK.nearMisses()).isPositive();
    }
}
