package dev.mendline.probes.driver;

import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.NetworkFault;
import java.io.EOFException;
import java.net.SocketException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLProtocolException;

/** Maps a failed TLS handshake to a reason. The JDK has few exception types for it, so this reads the messages. */
final class TlsFault {
    private TlsFault() {}

    static Reason reason(SSLException e) {
        if (e.getCause() instanceof SocketException broken) {
            return NetworkFault.reason(broken);
        }
        String words = String.valueOf(e.getMessage());
        if (words.contains("protocol_version") || words.contains("not accepted by client preferences")) {
            return Reason.OLD_PROTOCOL;
        }
        if (words.startsWith("Received fatal alert")) {
            return Reason.TLS_ALERT;
        }
        if (e.getCause() instanceof EOFException || words.startsWith("Remote host")) {
            return Reason.TLS_CLOSED;
        }
        boolean foreign = e instanceof SSLProtocolException || words.startsWith("Unsupported or unrecognized");
        return foreign ? Reason.NOT_TLS : Reason.OTHER;
    }
}
