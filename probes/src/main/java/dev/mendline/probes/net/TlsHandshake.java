package dev.mendline.probes.net;

import dev.mendline.model.net.HostNames;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.NetworkFault;
import dev.mendline.probes.spi.Stopwatch;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * Result of one TLS handshake, which ignores faults of the certificate.
 *
 * @param fault reason of its failure; null if it succeeded
 * @param words its end, in words
 * @param protocol protocol that the peer chose; null if none
 * @param alert number of the alert that ended it; null if none did
 * @param chain chain that the peer presented, its own certificate first
 */
record TlsHandshake(
        @Nullable Reason fault,
        String words,
        @Nullable String protocol,
        @Nullable Integer alert,
        List<X509Certificate> chain,
        long millis) {
    private static final int LONGEST_WORDS = 200;

    TlsHandshake {
        chain = List.copyOf(chain);
    }

    /**
     * Runs the handshake over an open channel, with the name as server name (RFC 6066).
     *
     * @throws InterruptedException when interrupted; the channel is closed then
     */
    static TlsHandshake over(SocketChannel channel, String name, Duration limit) throws InterruptedException {
        Stopwatch watch = new Stopwatch(limit);
        PeerCertificates recorder = PeerCertificates.accepted();
        SSLEngine engine = engine(recorder, name);
        TlsWire wire = new TlsWire(engine, channel, watch);
        try {
            wire.handshake();
            long millis = watch.millis();
            wire.close();
            SSLSession session = engine.getSession();
            String words = session.getProtocol() + ", " + session.getCipherSuite();
            return new TlsHandshake(null, words, session.getProtocol(), null, recorder.shown(), millis);
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return broken(e, wire, recorder, watch.millis());
        }
    }

    private static SSLEngine engine(PeerCertificates recorder, String name) {
        SSLEngine engine = recorder.context().createSSLEngine();
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        // An address is no server name (RFC 6066 section 3).
        if (HostNames.isName(name)) {
            // From bytes: a name with an underscore is good enough for DNS, but not for the other constructor.
            parameters.setServerNames(List.of(new SNIHostName(name.getBytes(StandardCharsets.US_ASCII))));
        }
        engine.setSSLParameters(parameters);
        return engine;
    }

    private static TlsHandshake broken(IOException e, TlsWire wire, PeerCertificates recorder, long millis) {
        Integer alert = alert(e, wire);
        Reason fault = fault(e, wire, alert);
        Integer told = fault == Reason.TLS_ALERT || fault == Reason.OLD_PROTOCOL ? alert : null;
        return new TlsHandshake(
                fault, words(fault, told, wire.oldProtocol(), e), wire.oldProtocol(), told, recorder.shown(), millis);
    }

    private static @Nullable Integer alert(IOException e, TlsWire wire) {
        Integer plain = wire.alert();
        Optional<TlsAlert> encrypted = TlsAlert.received(String.valueOf(e.getMessage()));
        return plain != null ? plain : encrypted.map(each -> each.number).orElse(null);
    }

    private static Reason fault(IOException e, TlsWire wire, @Nullable Integer alert) {
        if (wire.foreign()) {
            return Reason.NOT_TLS;
        }
        if (wire.oldProtocol() != null) {
            return Reason.OLD_PROTOCOL;
        }
        if (alert != null) {
            return byAlert(alert);
        }
        if (e instanceof EOFException) {
            return Reason.TLS_CLOSED;
        }
        // What our own side does not like about an answer is no verdict on the peer.
        return e instanceof SSLException ? Reason.OTHER : NetworkFault.reason(e);
    }

    private static Reason byAlert(int alert) {
        if (alert == TlsAlert.CLOSE_NOTIFY.number) {
            return Reason.TLS_CLOSED;
        }
        return alert == TlsAlert.PROTOCOL_VERSION.number ? Reason.OLD_PROTOCOL : Reason.TLS_ALERT;
    }

    private static String words(Reason fault, @Nullable Integer alert, @Nullable String old, IOException e) {
        if (alert != null) {
            return "alert " + TlsAlert.words(alert);
        }
        return switch (fault) {
            case NOT_TLS -> "the answer is not TLS";
            case OLD_PROTOCOL -> "the peer chose " + old + ", which is outdated";
            case TLS_CLOSED -> "the peer closed the connection without an alert";
            case RESET -> "connection reset";
            case TIMED_OUT -> "no answer";
            default -> PeerText.of(String.valueOf(e.getMessage()), LONGEST_WORDS);
        };
    }
}
