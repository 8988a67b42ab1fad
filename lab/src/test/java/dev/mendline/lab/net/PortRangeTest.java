package dev.mendline.lab.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortRangeTest {
    @ParameterizedTest
    @CsvSource({
        "32768 60999, 10000, 26999",
        "16000 65535, 10000, 15999",
        "1024 60999, 61000, 65535",
        "10500 65000, 10000, 26999",
        "none, 10000, 26999",
    })
    void lies_beside_the_kernel_s_range_where_that_leaves_room(String kernels, int first, int last) {
        PortRange reserve = PortRange.beside(kernels.replace(' ', '\t') + "\n");
        assertThat(reserve).isEqualTo(new PortRange(first, last));
        assertThat(reserve.any().limit(10_000)).allMatch(port -> port >= first && port <= last);
    }

    @Test
    void no_free_port_is_one_that_the_kernel_gives_away() throws IOException {
        Path file = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
        assumeTrue(Files.isReadable(file), "Linux alone shows its range");
        String[] range = Files.readAllLines(file).get(0).split("\\s+");
        int from = Integer.parseInt(range[0]);
        int to = Integer.parseInt(range[1]);
        assumeTrue(from > 11_000, "some other range of this machine's own");
        assertThat(IntStream.range(0, 200).map(any -> Ports.free(0)))
                .allMatch(port -> port < from || port > to)
                .doesNotContain(27017);
    }
}
