package dev.mendline.notifier.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.model.Topics;
import dev.mendline.notifier.channel.Channel;
import dev.mendline.notifier.channel.Console;
import dev.mendline.notifier.terminal.TerminalSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class NotifierTest {
    @Test
    @Timeout(10)
    void starts_and_closes_within_three_seconds_while_the_broker_is_away() throws IOException {
        String address = "127.0.0.1:" + closedPort();
        Channel terminal = new TerminalSettings("here")
                .open(new Console(new PrintStream(new ByteArrayOutputStream(), true, UTF_8), false));
        Notifier notifier = Notifier.start(Map.of("bootstrap.servers", address), Topics.DEFAULT, List.of(terminal));
        assertThat(notifier.failure()).isEmpty();

        Instant before = Instant.now();
        notifier.close();

        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
        assertThat(notifier.failure()).isEmpty();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
