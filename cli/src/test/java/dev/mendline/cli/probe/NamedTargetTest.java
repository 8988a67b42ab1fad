package dev.mendline.cli.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.cli.config.ConfigurationFile;
import dev.mendline.model.config.Inventory;
import dev.mendline.probes.ProbeTarget;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedTargetTest {
    private static final Inventory INVENTORY = ConfigurationFile.parse(
                    "mendline.yaml",
                    "zones: [{name: north}, {name: south}]\n"
                            + "targets: [{name: a.example.com, zone: south}, {name: b.example.com}]")
            .inventory();

    @ParameterizedTest
    @CsvSource({"a.example.com, south", "b.example.com, north", "c.example.com, north"})
    void a_target_is_probed_from_its_zone_or_else_from_the_first(String name, String zone) {
        assertThat(new NamedTarget(ProbeTarget.parse(name), INVENTORY).zone()).isEqualTo(zone);
    }
}
