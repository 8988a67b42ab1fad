package dev.mendline.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.model.config.BadFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {
    private static void load(String step) {
        Catalog.of(List.of(new SourceFile(
                "causes/c.yaml",
                "id: c\ntitle: C\nseverity: low\npages: []\nsymptoms: []\n"
                        + "advice:\n  summary: Mend it.\n  steps:\n    - " + step + "\n")));
    }

    @ParameterizedTest
    @CsvSource({
        "services, unix",
        "services, copy",
        "zone, windows",
        "elsewhere, unix",
        "issuer, unix",
        "names, windows",
        "expiry, copy",
        "options, unix",
        "seedlist, windows"
    })
    void what_others_wrote_does_not_load_in_a_command(String name, String where) {
        assertThatThrownBy(() -> load("{do: Run it., " + where + ": 'run {" + name + "}'}"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("{" + name + "}")
                .hasMessageContaining("advice." + where);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Ask {services} in {zone} for {names} of {issuer} until {expiry}, or {elsewhere}.'",
                "{do: Copy it., copy: '{seedlist} {options}'}",
                "{do: Run it., unix: 'nc {host} {port} {address} {nodes}', windows: 'nslookup {target} {resolver}'}"
            })
    void what_is_checked_loads_where_it_may_stand(String step) {
        assertThatCode(() -> load(step)).doesNotThrowAnyException();
    }

    @Test
    void a_name_that_does_not_exist_does_not_load() {
        assertThatThrownBy(() -> load("Ask {nobody}."))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("unknown placeholder {nobody}; allowed: address, alert, available");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "$(x)", "-rf", "a;b", "a|b", "`a`", "a&b", "a>b", "'", "a -p 5; b"})
    void a_command_shows_the_name_in_capitals_for_what_a_shell_would_not_take_as_a_word(String value) {
        String text = "Look at {host}." + Placeholders.UNIX_LINE + "nc {host}\nnc {host}" + Placeholders.WINDOWS_LINE
                + "ping {host}";

        assertThat(Placeholders.fill(text, (name, use) -> value))
                .isEqualTo("Look at " + value + ".\nLinux/macOS: nc HOST\nnc HOST\nWindows: ping HOST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"n1.example.com", "_mongodb._tcp.c", "10.0.0.9", "fd00::9", "::1", "a:1,b:2", "[fd00::9]:1"})
    void names_addresses_and_ports_reach_a_command(String value) {
        assertThat(Placeholders.fill("Do." + Placeholders.UNIX_LINE + "nc {host}", (name, use) -> value))
                .endsWith("nc " + value);
    }
}
