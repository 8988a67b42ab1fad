package dev.mendline.probes.net;

import dev.mendline.model.net.HostNames;
import dev.mendline.model.probe.Reason;
import dev.mendline.probes.spi.NetworkFault;
import dev.mendline.probes.spi.Stopwatch;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * One TLS handshake, whatever the certificate is worth.
 *
 * @param fault why it did not end well; null when it did
 * @param words how it ended
 * @param protocol that the peer chose; null when it chose none
 * @param alert number of the alert that ended it; null when none did
 * @param chain that the peer showed, its own certificate first
 */
record Handshake(
        @Nullable Reason fault,
        String words,
        @Nullable String protocol,
        @Nullable Integer alert,
        List<X509Certificate> chain,
        long millis) {
    private static final int LONGEST_WORDS = 200;

    Handshake {
        chain = List.copyOf(chain);
    }

    /**
     * Holds it over an open channel, with the name as server name (RFC 6066).
     *
     * @throws InterruptedException when interrupted; the channel is closed by then
     */
    static Handshake over(SocketChannel channel, String name, Duration limit) throws InterruptedException {
        Stopwatch watch = new Stopwatch(limit);
        TlsRecordSniffer overheard = new TlsRecordSniffer();
        CertificateRecorder witness = new CertificateRecorder();
        SSLEngine engine = engine(witness, name);
        TlsWire wire = new TlsWire(engine, channel, watch, overheard);
        try {
            wire.handshake();
            long millis = watch.millis();
            wire.close();
            return done(engine.getSession(), witness, millis);
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return broken(e, overheard, witness, watch.millis());
        }
    }

    private static SSLEngine engine(CertificateRecorder witness, String name) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {witness}, null);
            SSLEngine engine = context.createSSLEngine();
            engine.setUseClientMode(true);
            SSLParameters parameters = engine.getSSLParameters();
            // An address is no server name (RFC 6066 section 3).
            if (HostNames.isName(name)) {
                // From bytes: a name with an underscore is good enough for DNS, but not for the other constructor.
                parameters.setServerNames(List.of(new SNIHostName(name.getBytes(StandardCharsets.US_ASCII))));
            }
            engine.setSSLParameters(parameters);
            return engine;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Handshake done(SSLSession session, CertificateRecorder witness, long millis) {
        String words = session.getProtocol() + ", " + session.getCipherSuite();
        return new Handshake(null, words, session.getProtocol(), null, witness.shown(), millis);
    }

    private static Handshake broken(
            IOException e, TlsRecordSniffer overheard, CertificateRecorder witness, long millis) {
        Integer alert = alert(e, overheard);
        Reason fault = fault(e, overheard, alert);
        Integer told = fault == Reason.TLS_ALERT || fault == Reason.OLD_PROTOCOL ? alert : null;
        return new Handshake(
                fault,
                words(fault, told, overheard.oldProtocol(), e),
                overheard.oldProtocol(),
                told,
                witness.shown(),
                millis);
    }

    private static @Nullable Integer alert(IOException e, TlsRecordSniffer overheard) {
        Integer plain = overheard.alert();
        Optional<Alert> encrypted = Alert.received(String.valueOf(e.getMessage()));
        return plain != null ? plain : encrypted.map(each -> each.number).orElse(null);
    }

    private static Reason fault(IOException e, TlsRecordSniffer overheard, @Nullable Integer alert) {
        if (overheard.foreign()) {
            return Reason.NOT_TLS;
        }
        if (overheard.oldProtocol() != null) {
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
        if (alert == Alert.CLOSE_NOTIFY.number) {
            return Reason.TLS_CLOSED;
        }
        return alert == Alert.PROTOCOL_VERSION.number ? Reason.OLD_PROTOCOL : Reason.TLS_ALERT;
    }

    private static String words(Reason fault, @Nullable Integer alert, @Nullable String old, IOException e) {
        if (alert != null) {
            return "alert " + Alert.words(alert);
        }
        return switch (fault) {
            case NOT_TLS -> "the answer is no TLS";
            case OLD_PROTOCOL -> "the peer chose " + old + ", which is not in use any more";
            case TLS_CLOSED -> "the peer closed the connection without an alert";
            case RESET -> "connection reset";
            case TIMED_OUT -> "no answer";
            default -> PeerText.of(String.valueOf(e.getMessage()), LONGEST_WORDS);
        };
    }
}
