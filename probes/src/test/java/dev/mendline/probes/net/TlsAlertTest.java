package dev.mendline.probes.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.mendline.lab.net.Listener;
import dev.mendline.lab.net.Ports;
import dev.mendline.lab.tls.TlsFront;
import java.io.IOException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TlsAlertTest {
    /** In the words of the JDK that this runs on; it takes the two that are no errors for an end without words. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CLOSE_NOTIFY", "USER_CANCELED"})
    void is_known_again_by_what_the_jdk_calls_it(TlsAlert alert) throws Exception {
        try (Listener node = Listener.start(
                        "test-node",
                        Ports.at(0),
                        socket -> TlsFront.alerting(alert.number).admit(socket).close());
                SSLSocket socket =
                        (SSLSocket) SSLSocketFactory.getDefault().createSocket(Ports.loopback(), node.port())) {
            Throwable received = catchThrowable(socket::startHandshake);

            assertThat(received).isInstanceOf(IOException.class);
            assertThat(TlsAlert.received(received.getMessage())).contains(alert);
        }
    }

    @Test
    void is_not_found_in_other_words() {
        assertThat(TlsAlert.received("internal_error")).isEmpty();
        assertThat(TlsAlert.received("Remote host terminated the handshake")).isEmpty();
    }

    @Test
    void has_no_name_when_no_rfc_knows_it() {
        assertThat(TlsAlert.words(80)).isEqualTo("80 (internal_error)");
        assertThat(TlsAlert.words(255)).isEqualTo("255");
    }
}
