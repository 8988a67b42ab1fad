package dev.mendline.engine.shipper;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Signature;
import dev.mendline.engine.catalog.SourceFile;
import dev.mendline.engine.recognition.HintRecognizer;
import dev.mendline.engine.recognition.Recognizer;
import dev.mendline.model.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The exported filters, read as the shippers read them: YAML first, then what each makes of the string in it. */
class LogShipperTest {
    private static final Catalog CATALOG = Catalog.builtIn();

    /** Every character that an anchor may hold, in pieces that are long enough. */
    private static final Catalog ODD = Catalog.of(List.of(new SourceFile("symptoms/odd.yaml", """
            id: odd
            title: Odd
            severity: low
            rank: 1
            signatures:
              - anchors: ['a.b*c+d?e', '(f)[g]{h}', '^i|j$k ', ' l#m%n@o', '${HOME}x', '$USER is', '!,-:;=_`~']
              - anchors: ['Any CASE (of it)', 'any case (of it) is longer']
                ignore-case: true
              - anchors: ['in ANY case (of it) too']
            examples: [{driver: x, text: 'any case (of it)'}]
            """)));

    private static JsonNode yaml(String text) {
        try {
            return new YAMLMapper().readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a record with this text under this key goes on. */
    private interface Filter {
        boolean passes(String key, String text);
    }

    private static Filter filter(LogShipper shipper, Catalog catalog, String... fields) {
        JsonNode configuration = yaml(shipper.filter(catalog, List.of(fields)));
        return switch (shipper) {
            case FLUENT_BIT -> fluentBit(configuration);
            case VECTOR -> vector(configuration);
            case OTEL -> otel(configuration);
        };
    }

    /** A rule is a key, a blank, and a pattern up to the end. */
    private static Filter fluentBit(JsonNode configuration) {
        JsonNode grep = configuration.path("pipeline").path("filters").path(0);
        assertThat(grep.path("name").asText()).isEqualTo("grep");
        assertThat(grep.path("match").asText()).isEqualTo("*");
        assertThat(grep.path("logical_op").asText()).isEqualTo("or");
        List<Filter> rules = new ArrayList<>();
        grep.path("regex").forEach(rule -> {
            String[] pair = rule.asText().split(" ", 2);
            Predicate<String> finds = finds(pair[1]);
            rules.add((key, text) -> key.equals(pair[0]) && finds.test(text));
        });
        return (key, text) -> rules.stream().anyMatch(rule -> rule.passes(key, text));
    }

    private static final Pattern VRL = Pattern.compile("match\\(encode_json\\(\\.\\), r'([^']*)'\\)");

    private static Filter vector(JsonNode configuration) {
        JsonNode transform = configuration.path("transforms").path("mendline_candidates");
        assertThat(transform.path("type").asText()).isEqualTo("filter");
        assertThat(transform.path("inputs").isArray()).isTrue();
        Matcher condition = VRL.matcher(transform.path("condition").asText());
        assertThat(condition.matches()).isTrue();
        Predicate<String> finds = finds(condition.group(1));
        return (key, text) -> finds.test(Json.text(Map.of(key, text, "host", "h")));
    }

    private static final Pattern OTTL = Pattern.compile("not IsMatch\\((.+?), (\"(?:[^\"\\\\]++|\\\\.)*+\")\\)");

    /** A string of OTTL is quoted and escaped as one of JSON; what the condition matches is dropped. */
    private static Filter otel(JsonNode configuration) {
        JsonNode processor = configuration.path("processors").path("filter/mendline");
        JsonNode conditions = processor.path("log_conditions");
        assertThat(processor.path("error_mode").asText()).isEqualTo("ignore");
        assertThat(conditions).hasSize(1);
        List<Filter> parts = new ArrayList<>();
        Matcher part = OTTL.matcher(conditions.path(0).asText());
        while (part.find()) {
            String path = part.group(1);
            Predicate<String> finds = finds(Json.read(part.group(2), String.class));
            parts.add((key, text) -> key.equals(path) && finds.test(text));
        }
        assertThat(part.replaceAll("·")).matches("·( and ·)*");
        return (key, text) -> parts.stream().anyMatch(each -> each.passes(key, text));
    }

    /** Two engines must agree: RE2, which the Collector uses, and one of the family of Onigmo. */
    private static Predicate<String> finds(String regex) {
        com.google.re2j.Pattern linear = com.google.re2j.Pattern.compile(regex);
        Pattern backtracking = Pattern.compile(regex);
        return text -> {
            boolean found = linear.matcher(text).find();
            assertThat(backtracking.matcher(text).find()).isEqualTo(found);
            return found;
        };
    }

    private static String firstKey(LogShipper shipper) {
        return shipper.fields().isEmpty() ? "message" : shipper.fields().get(0);
    }

    private static Stream<Signature> signatures(Catalog catalog) {
        return catalog.signatures();
    }

    private static void assertEveryAnchorPasses(LogShipper shipper, Catalog catalog) {
        Filter filter = filter(shipper, catalog);
        signatures(catalog)
                .forEach(signature -> signature.anchors().forEach(anchor -> {
                    assertThat(filter.passes(firstKey(shipper), "x" + anchor + "x"))
                            .as(anchor)
                            .isTrue();
                    if (signature.ignoreCase()) {
                        assertThat(filter.passes(firstKey(shipper), anchor.toUpperCase(Locale.ROOT)))
                                .as(anchor)
                                .isTrue();
                    }
                }));
    }

    @ParameterizedTest
    @EnumSource
    void every_anchor_passes(LogShipper shipper) {
        assertEveryAnchorPasses(shipper, CATALOG);
    }

    @ParameterizedTest
    @EnumSource
    void anchors_of_odd_characters_pass_as_they_stand_and_nothing_else_does(LogShipper shipper) {
        assertEveryAnchorPasses(shipper, ODD);
        Filter filter = filter(shipper, ODD);
        assertThat(Stream.of("axbbcdde", "(f)g{h}", "i", "jxk ", "", "any case of it", "x"))
                .noneMatch(text -> filter.passes(firstKey(shipper), text));
    }

    @ParameterizedTest
    @EnumSource
    void every_example_passes_and_whatever_the_recogniser_would_look_at(LogShipper shipper) {
        Filter filter = filter(shipper, CATALOG);
        Recognizer recogniser = new Recognizer(CATALOG);
        HintRecognizer hints = new HintRecognizer(CATALOG);
        Stream.concat(
                        CATALOG.symptoms().stream().flatMap(symptom -> symptom.examples().stream()),
                        CATALOG.hints().stream().flatMap(hint -> hint.examples().stream()))
                .forEach(example -> assertThat(filter.passes(firstKey(shipper), example.text()))
                        .as(example.text())
                        .isTrue());
        Stream.concat(
                        CATALOG.symptoms().stream().flatMap(symptom -> symptom.nearMisses().stream()),
                        CATALOG.hints().stream().flatMap(hint -> hint.nearMisses().stream()))
                .forEach(miss -> {
                    byte[] raw = miss.text().getBytes(StandardCharsets.UTF_8);
                    assertThat(filter.passes(firstKey(shipper), miss.text()))
                            .as(miss.text())
                            .isEqualTo(recogniser.mayMatch(raw) || hints.mayMatch(raw));
                });
    }

    @ParameterizedTest
    @EnumSource
    void ordinary_lines_do_not_pass(LogShipper shipper) {
        Filter filter = filter(shipper, CATALOG);
        assertThat(Stream.of(
                        "GET /orders/17 200 12ms",
                        "2026-11-22T13:32:09Z INFO started in 2.1 seconds",
                        "redis: connected to cache.example.com:6379",
                        ""))
                .noneMatch(line -> filter.passes(firstKey(shipper), line));
    }

    @ParameterizedTest
    @EnumSource(names = {"FLUENT_BIT", "OTEL"})
    void the_fields_are_those_that_are_given_else_the_usual_ones(LogShipper shipper) {
        String text = signatures(CATALOG).findFirst().orElseThrow().anchors().get(0);

        assertThat(shipper.fields()).allMatch(field -> filter(shipper, CATALOG).passes(field, text));
        assertThat(filter(shipper, CATALOG).passes("other", text)).isFalse();
        assertThat(filter(shipper, CATALOG, "one", "other").passes("other", text))
                .isTrue();
        assertThat(filter(shipper, CATALOG, "one", "other").passes(firstKey(shipper), text))
                .isFalse();
    }

    @Test
    void no_literal_holds_another() {
        AnchorRegex pattern = AnchorRegex.of(CATALOG);
        List<String> all = Stream.concat(pattern.exact().stream(), pattern.folded().stream())
                .toList();

        assertThat(all).hasSizeGreaterThan(50).doesNotHaveDuplicates();
        assertThat(pattern.exact())
                .allSatisfy(anchor -> assertThat(pattern.exact())
                        .filteredOn(other -> !other.equals(anchor))
                        .noneMatch(anchor::contains));
        assertThat(all)
                .allSatisfy(anchor -> assertThat(pattern.folded())
                        .filteredOn(other -> !other.equals(anchor))
                        .noneMatch(anchor.toLowerCase(Locale.ROOT)::contains));
        assertThat(AnchorRegex.of(ODD).folded()).containsExactly("any case (of it)");
        assertThat(AnchorRegex.of(ODD).exact()).hasSize(7);
    }

    /** A dollar sign would be the name of a variable to each of them. */
    @ParameterizedTest
    @EnumSource
    void the_text_is_the_same_each_time_names_the_catalog_and_holds_no_variable(LogShipper shipper) {
        String text = shipper.filter(ODD, List.of());

        assertThat(text)
                .isEqualTo(shipper.filter(ODD, List.of()))
                .startsWith("# ")
                .contains(ODD.hash(), "BEFORE this filter", "https://", "--for " + shipper.id())
                .doesNotContain("$");
    }
}
