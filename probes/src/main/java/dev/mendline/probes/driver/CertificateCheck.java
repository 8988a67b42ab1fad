package dev.mendline.probes.driver;

import dev.mendline.model.probe.Reason;
import dev.mendline.probes.net.Trust;
import dev.mendline.probes.net.Verification;
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

/** Whose certificates a visit takes, and why it took one not. */
final class CertificateCheck extends X509ExtendedTrustManager {
    private final @Nullable X509ExtendedTrustManager judge;
    private final Function<List<X509Certificate>, Reason> naming;
    private volatile @Nullable Reason fault;

    /**
     * Asks the judge, and says why a chain was refused.
     *
     * @param judge null takes every certificate
     */
    private CertificateCheck(@Nullable X509ExtendedTrustManager judge, Function<List<X509Certificate>, Reason> naming) {
        this.judge = judge;
        this.naming = naming;
    }

    /** Takes every certificate, to hear what the server says; nothing secret may be said to it. */
    static CertificateCheck everyone() {
        return new CertificateCheck(null, chain -> Reason.UNTRUSTED);
    }

    /**
     * Takes certificates that the JDK takes: of these authorities and made out to the node. What is wrong with one that
     * it refuses is told as {@code tls} tells it.
     */
    static CertificateCheck authorities(Trust trust, String host, Clock clock) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(trust.store());
            return new CertificateCheck(
                    (X509ExtendedTrustManager) factory.getTrustManagers()[0],
                    chain -> Verification.of(chain, host, trust, clock.instant())
                            .fault()
                            .orElse(Reason.UNTRUSTED));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK can judge certificates", e);
        }
    }

    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    boolean verifies() {
        return judge != null;
    }

    /** What was wrong with the certificate that was refused; null when none was. */
    @Nullable
    Reason fault() {
        return fault;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        if (judge != null) {
            try {
                judge.checkServerTrusted(chain, type, socket);
            } catch (CertificateException e) {
                fault = naming.apply(List.of(chain));
                throw e;
            }
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("visits have sockets");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("visits have sockets");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("visits are clients");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("visits are clients");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("visits are clients");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
