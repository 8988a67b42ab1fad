package dev.mendline.probes.net;

import dev.mendline.model.probe.Reason;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Trust manager of one connection. It records the peer's certificates, and why it refused them. */
public final class PeerCertificates extends X509ExtendedTrustManager {
    private final @Nullable X509ExtendedTrustManager judge;
    private final Function<List<X509Certificate>, Reason> naming;
    private volatile List<X509Certificate> shown = List.of();
    private volatile @Nullable Reason fault;

    private PeerCertificates(@Nullable X509ExtendedTrustManager judge, Function<List<X509Certificate>, Reason> naming) {
        this.judge = judge;
        this.naming = naming;
    }

    /** Accepts every certificate, so that the handshake ends and all faults show. Nothing secret may be sent then. */
    public static PeerCertificates accepted() {
        return new PeerCertificates(null, chain -> Reason.UNTRUSTED);
    }

    /**
     * Accepts certificates as the JDK does: issued by these authorities and for this node's name. The fault of a
     * refused one has the same reason as in {@code tls}.
     */
    public static PeerCertificates judged(TrustedAuthorities trust, String host, Clock clock) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(trust.store());
            return new PeerCertificates(
                    (X509ExtendedTrustManager) factory.getTrustManagers()[0],
                    chain -> ChainVerification.of(chain, host, trust, clock.instant())
                            .fault()
                            .orElse(Reason.UNTRUSTED));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK can judge certificates", e);
        }
    }

    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    public boolean areJudged() {
        return judge != null;
    }

    /** Returns the chain, the peer's own certificate first; empty if it presented none. */
    List<X509Certificate> shown() {
        return shown;
    }

    /** Returns the fault of the refused certificate; null if none was refused. */
    public @Nullable Reason fault() {
        return fault;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        shown = List.of(chain);
        if (judge != null) {
            try {
                judge.checkServerTrusted(chain, type, socket);
            } catch (CertificateException e) {
                fault = naming.apply(shown);
                throw e;
            }
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        shown = List.of(chain);
        if (judge != null) {
            throw new CertificateException("certificates are judged only for sockets");
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("a probe is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
