package dev.mendline.lab.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TcpFaultTest {
    private static BoundPort broken(TcpFault fault) throws IOException {
        return fault.at(Ports.at("127.0.0.3", 0));
    }

    private static Socket connect(BoundPort bound, int millis) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(millis);
        socket.connect(bound.at(), millis);
        return socket;
    }

    @Test
    void refuses_at_its_own_address() throws Exception {
        try (BoundPort refusing = broken(TcpFault.REFUSE)) {
            assertThatThrownBy(() -> connect(refusing, 1000)).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void lets_another_listen_on_the_same_port_at_another_address() throws Exception {
        try (BoundPort silent = broken(TcpFault.HALF_OPEN);
                BoundPort refusing = TcpFault.REFUSE.at(Ports.at("127.0.0.4", silent.port()))) {
            assertThatThrownBy(() -> connect(refusing, 1000)).isInstanceOf(ConnectException.class);
            connect(silent, 1000).close();
        }
    }

    /** Longer than three of the kernel's own SYNs, from several sides at once, and again after they gave up. */
    @Test
    void drops_every_syn_however_many_try_at_once() throws Exception {
        try (BoundPort dropping = broken(TcpFault.DROP)) {
            List<String> first = attempts(dropping, 24, 3_500);
            List<String> second = attempts(dropping, 8, 300);

            assertThat(first).hasSize(24).containsOnly("SocketTimeoutException");
            assertThat(second).hasSize(8).containsOnly("SocketTimeoutException");
        }
    }

    private static List<String> attempts(BoundPort bound, int many, int millis) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            Callable<String> attempt = () -> attempt(bound.at(), millis);
            List<Future<String>> done = threads.invokeAll(
                    IntStream.range(0, many).mapToObj(each -> attempt).toList());
            List<String> results = new ArrayList<>();
            for (Future<String> each : done) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static String attempt(InetSocketAddress at, int millis) {
        try (Socket socket = new Socket()) {
            socket.connect(at, millis);
            return "connected";
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }

    @Test
    void frees_a_dropped_port_when_closed() throws Exception {
        BoundPort dropping = broken(TcpFault.DROP);
        dropping.close();

        try (BoundPort again = TcpFault.HALF_OPEN.at(dropping.at())) {
            connect(again, 1000).close();
        }
    }

    @Test
    void resets_after_accept() throws Exception {
        try (BoundPort resetting = broken(TcpFault.RESET)) {
            // The reset may arrive before the client has noticed that it is connected.
            assertThatThrownBy(() -> {
                        try (Socket socket = connect(resetting, 1000)) {
                            socket.getInputStream().read();
                        }
                    })
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void stays_silent_when_half_open() throws Exception {
        try (BoundPort silent = broken(TcpFault.HALF_OPEN);
                Socket socket = connect(silent, 200)) {
            socket.getOutputStream().write(1);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void hangs_up_in_good_order_though_the_caller_has_spoken() throws Exception {
        try (BoundPort closing = broken(TcpFault.HANG_UP);
                Socket socket = connect(closing, 1000)) {
            socket.getOutputStream().write(new byte[100]);
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.0.0.1", "127.0.0", "localhost", "127.0.0.300", "::"})
    void binds_loopback_addresses_only(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> Ports.at(address, 0));
    }
}
