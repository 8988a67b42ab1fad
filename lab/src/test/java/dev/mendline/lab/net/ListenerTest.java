package dev.mendline.lab.net;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.Socket;
import org.junit.jupiter.api.Test;

class ListenerTest {
    /** Closing a socket on which a thread accepts returns before that thread has let go of it. */
    @Test
    void its_port_is_free_as_soon_as_it_is_closed() {
        int port = Ports.free(0);
        assertThatCode(() -> {
                    for (int i = 0; i < 300; i++) {
                        try (Listener listener = Listener.start("again", Ports.at(port), socket -> {});
                                Socket caller = new Socket(Ports.loopback(), listener.port())) {
                            caller.getInputStream().read();
                        }
                    }
                })
                .doesNotThrowAnyException();
    }
}
