package dev.mendline.engine.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.engine.catalogue.Catalogue;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the catalogue's own files promise: each example is recognised, no near-miss is. */
class CatalogueExamplesTest {
    private static final Catalogue CATALOGUE = Catalogue.builtIn();
    private static final Recogniser RECOGNISER = new Recogniser(CATALOGUE);

    static Stream<Arguments> examples() {
        return CATALOGUE.symptoms().stream()
                .flatMap(symptom ->
                        symptom.examples().stream().map(example -> Arguments.of(symptom.id(), example.text())));
    }

    static Stream<Arguments> nearMisses() {
        return CATALOGUE.symptoms().stream()
                .flatMap(symptom ->
                        symptom.nearMisses().stream().map(miss -> Arguments.of(symptom.id(), miss.text(), miss.why())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("examples")
    void an_example_shows_its_symptom(String symptom, String text) {
        assertThat(RECOGNISER.recognise(text).symptom()).isEqualTo(symptom);
        assertThat(RECOGNISER.mayMatch(text.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("nearMisses")
    void a_near_miss_does_not(String symptom, String text, String why) {
        assertThat(RECOGNISER.recognise(text).symptoms()).as(why).doesNotContain(symptom);
    }
}
