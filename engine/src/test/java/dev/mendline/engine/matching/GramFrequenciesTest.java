package dev.mendline.engine.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The built-in table equals what the benign corpus gives; {@code -Dgrams.update=true} rewrites it. */
class GramFrequenciesTest {
    private static final Path SHIPPED =
            Path.of("src/main/resources/dev/mendline/engine/matching", GramFrequencies.FILE);

    @Test
    void the_shipped_table_is_that_of_the_benign_corpus() throws IOException, URISyntaxException {
        Path corpus = Path.of(
                Objects.requireNonNull(getClass().getResource("/benign")).toURI());
        String made = GramTable.text(GramTable.of(corpus));
        if (Boolean.getBoolean("grams.update")) {
            Files.writeString(SHIPPED, made);
        }

        assertThat(Files.readString(SHIPPED).equals(made))
                .as("%s is what the corpus gives; renew it with -Dgrams.update=true", SHIPPED)
                .isTrue();
    }

    @Test
    void the_shipped_table_is_small_and_knows_what_is_common() throws IOException {
        GramFrequencies shipped = GramFrequencies.BUILT_IN;

        assertThat(Files.size(SHIPPED)).isLessThan(200_000);
        assertThat(GramTable.text(shipped).lines().count()).isBetween(8_000L, 20_000L);
        assertThat(shipped.of(gram("conn"))).isGreaterThan(100);
        assertThat(shipped.of(gram("rSrv"))).isLessThan(shipped.of(gram("INFO")));
    }

    @Test
    void a_table_is_read_as_it_is_written() {
        String text = " _a \t7\n2026\t1000\nconn\t33\n";

        assertThat(GramTable.text(GramFrequencies.parse(text))).isEqualTo(text);
        assertThat(GramFrequencies.parse(text).of(gram("\0_A "))).isEqualTo(7);
        assertThat(GramFrequencies.parse(text).of(gram("CoNN"))).isEqualTo(33);
        assertThat(GramFrequencies.parse(text).of(gram("none"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"con\t33", "conn 33", "conn\t", "connect\t33", ""})
    void a_line_that_is_no_gram_is_told(String line) {
        assertThatThrownBy(() -> GramFrequencies.parse("abcd\t1\n" + line + "\n"))
                .hasMessage("not a gram, a tab and a number: " + line);
    }

    private static int gram(String text) {
        return Gram.of(text.charAt(0), text.charAt(1), text.charAt(2), text.charAt(3));
    }
}
