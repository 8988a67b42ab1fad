package dev.mendline.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionRangeTest {
    private static final String NODE = "20.20.0 || 22.22.0 || >=24.13.0 <25 || >=25.3.0 <26";
    private static final String JAVA = "<1.8.0_261 || >=9 <11.0.7 || >=13 <13.0.3";

    @ParameterizedTest
    @CsvSource({
        "20.20.0, true",
        "v20.20.0, true",
        "20.19.6, false",
        "20.20.1, false",
        "22.22.0-nightly, true",
        "24.12.0, false",
        "24.13, true",
        "v24.99.1, true",
        "25.0.0, false",
        "25.2.1, false",
        "25.3.0, true",
        "26.0.0, false"
    })
    void versions_of_node_are_compared_number_by_number(String version, boolean within) {
        assertThat(VersionRange.of(NODE).contains(version)).isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource({
        "1.8.0_252, true",
        "1.8.0_252-b09, true",
        "8u252, true",
        "8u261, false",
        "1.8.0_261, false",
        "1.8.0, true",
        "11.0.5+10-LTS, true",
        "11.0.7, false",
        "12.0.1, false",
        "13-ea, true",
        "17.0.1+12, false"
    })
    void so_are_versions_of_java_old_and_new(String version, boolean within) {
        assertThat(VersionRange.of(JAVA).contains(version)).isEqualTo(within);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "v", "20.x", "latest", "1..2", "1.", "-1", "99999999999.1", "1.8.0_", "v v1", "٢٠.٢٠.٠"})
    void what_is_no_version_is_in_no_range(String version) {
        assertThat(VersionRange.of(NODE + " || >=0").contains(version)).isFalse();
    }

    @Test
    void no_text_throws() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append("0123456789._-+vVu x\n\u0661".charAt(random.nextInt(20)));
            }
            boolean low = VersionRange.of("<7").contains(text.toString());
            boolean high = VersionRange.of(">=7").contains(text.toString());
            assertThat(low && high).as("seed %d, text '%s'", seed, text).isFalse();
            assertThat(low || high)
                    .as("seed %d, text '%s'", seed, text)
                    .isEqualTo(VersionRange.Version.of(text.toString()).isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "24.x", ">= 24", "24 ||", "~24", ">=v24", "=>24", "24,25"})
    void what_is_no_range_is_told(String range) {
        assertThatThrownBy(() -> VersionRange.of(range))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not a version range");
    }
}
