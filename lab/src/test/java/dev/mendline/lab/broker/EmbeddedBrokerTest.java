package dev.mendline.lab.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.lab.Things;
import dev.mendline.lab.net.ClosedPort;
import dev.mendline.lab.net.Ports;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class EmbeddedBrokerTest {
    @TempDir
    Path directory;

    @Test
    void recovers_what_a_killed_process_left_and_keeps_it_over_a_restart() throws Exception {
        Process doomed = DoomedBroker.start(directory);
        try (BufferedReader said = doomed.inputReader()) {
            assertThat(said.readLine()).isEqualTo("written");
            assertThatThrownBy(() -> EmbeddedBroker.start(directory, 0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("another broker runs on the data directory " + directory);
        } finally {
            doomed.destroyForcibly().waitFor();
        }

        int port;
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            port = broker.port();
            assertThat(broker.bootstrapServer()).isEqualTo("127.0.0.1:" + port);
            assertThat(Things.read(broker, 1)).containsExactly("before the crash");
            Things.send(broker, Things.large());
            assertThatThrownBy(() -> EmbeddedBroker.start(directory, 0))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("another broker runs on the data directory " + directory);
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, port)) {
            assertThat(broker.port()).isEqualTo(port);
            assertThat(Things.share(broker, 2)).containsExactly("before the crash", Things.large());
        }
    }

    @Test
    void takes_the_next_port_when_the_preferred_one_is_in_use() throws Exception {
        try (ClosedPort taken = ClosedPort.tcp()) {
            assertThat(Ports.free(taken.port())).isGreaterThan(taken.port());
        }
    }

    @Test
    void a_start_that_fails_says_why_and_leaves_no_thread() throws Exception {
        Files.writeString(
                directory.resolve("meta.properties"), "version=1\ncluster.id=AAAAAAAAAAAAAAAAAAAAAA\nnode.id=1\n");
        Files.createDirectories(directory.resolve("__cluster_metadata-0"));
        Files.writeString(directory.resolve("__cluster_metadata-0/quorum-state"), "not json");
        Set<Thread> before = Thread.getAllStackTraces().keySet();

        assertThatThrownBy(() -> EmbeddedBroker.start(directory, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the broker on " + directory + " cannot start: ")
                .hasMessageContaining("quorum-state");

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .noneMatch(thread -> !thread.isDaemon() && thread.isAlive());
    }
}
