package dev.mendline.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LimitsTest {
    @Test
    void main_code_keeps_to_the_limits() throws IOException {
        assertThat(Limits.broken(SourceTree.read(Path.of(System.getProperty("mendline.root")))))
                .as("make measure shows all figures")
                .isEmpty();
    }
}
