package dev.mendline.model.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.model.incident.Severity;
import dev.mendline.model.net.Endpoint;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictYamlTest {
    record Settings(
            String name, List<Item> items, Duration every, boolean loud, Severity severity, Inventory inventory) {}

    record Item(int number, Secret secret) {}

    @Test
    void reads_kebab_case_durations_and_missing_lists() {
        Settings read = StrictYaml.read(
                "m.yaml",
                "name: x\nevery: 5m\nseverity: high\ninventory:\n  zones: [{name: east, reference-resolvers: [10.0.0.2]}]\n",
                Settings.class);

        assertThat(read.items()).isEmpty();
        assertThat(read.every()).isEqualTo(Duration.ofMinutes(5));
        assertThat(read.inventory().zones().get(0).referenceResolvers()).containsExactly(new Endpoint("10.0.0.2", 53));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "nam: x                                  | m.yaml:1: nam: no such key; allowed here: every, inventory, items, loud, name, severity",
                "§name: x\nname: y§                      | m.yaml:2: Duplicate field 'name'",
                "every: soon                             | m.yaml:1: every: 'soon' is not a duration; allowed: a number with ms, s, m, h or d, e.g. 30s or 5m",
                "severity: loud                          | m.yaml:1: severity: 'loud' is not allowed; allowed: critical, high, medium, low",
                "§items:\n  - {secret: hunter2}§         | m.yaml:2: items[0].secret: a secret must not be written in this file; allowed: {env: NAME} or {file: PATH}",
                "§items:\n  - {secret: {env: NO_SUCH_VARIABLE}}§ | m.yaml:2: items[0].secret: environment variable NO_SUCH_VARIABLE is not set",
                "items: {a: b}                           | m.yaml:1: items: a mapping is not allowed (allowed: a list)",
                "§name: x\nitems:\n  - {number: many}\nloud: true§ | m.yaml:3: items[0].number: 'many' is not allowed (allowed: a number)",
                "§name: x\nlouder: true\nloud: true\nevery: 5m§ | m.yaml:2: louder: no such key; allowed here: every, inventory, items, loud, name, severity",
                "§items:\n  - number: 1\n    colour: red\nloud: true§ | m.yaml:3: items[0].colour: no such key; allowed here: number, secret",
                "inventory: soon                          | m.yaml:1: inventory: a single value is not allowed (allowed: a mapping)",
                "§inventory:\n  zones: [{name: EAST}]§   | m.yaml:2: inventory.zones[0]: 'EAST' is not a zone name; allowed: at most 63 lower-case letters, digits and hyphens",
                "§inventory:\n  zones: [{name: a, allow-networks: [10.0.0.0/33]}]§ | m.yaml:2: inventory.zones[0].allow-networks[0]: '10.0.0.0/33' is not a network: an address and a prefix length, e.g. 10.0.0.0/8 or fd00::/8"
            })
    void a_mistake_is_told_with_line_key_and_what_is_allowed(String yaml, String message) {
        assertThatThrownBy(() -> StrictYaml.read("m.yaml", yaml, Settings.class))
                .isInstanceOf(BadFile.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("hunter2");
    }

    record Named(String name, java.util.List<String> words) {}

    @Test
    void a_key_or_a_place_without_a_value_is_told_with_its_line() {
        assertThatThrownBy(() -> StrictYaml.readWithoutNulls("f.yaml", "words: [a]\nname: ~\n", Named.class))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("f.yaml:2: name: value is missing");
        assertThatThrownBy(() -> StrictYaml.readWithoutNulls("f.yaml", "name: a\nwords:\n  - ~\n", Named.class))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("words[0]: value is missing");
    }
}
