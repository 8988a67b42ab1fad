package dev.mendline.probes.driver;

import dev.mendline.model.probe.Reason;
import dev.mendline.probes.net.ChainVerification;
import dev.mendline.probes.net.TrustedAuthorities;
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

/** Trust manager of one driver session. It remembers why it refused a certificate. */
final class CertificateCheck extends X509ExtendedTrustManager {
    private final @Nullable X509ExtendedTrustManager judge;
    private final Function<List<X509Certificate>, Reason> naming;
    private volatile @Nullable Reason fault;

    /**
     * Creates a check that delegates to a judge and names the fault of a refused chain.
     *
     * @param judge null to accept every certificate
     */
    private CertificateCheck(@Nullable X509ExtendedTrustManager judge, Function<List<X509Certificate>, Reason> naming) {
        this.judge = judge;
        this.naming = naming;
    }

    /** Accepts every certificate, to read the server's reply. Nothing secret may be sent to it. */
    static CertificateCheck everyone() {
        return new CertificateCheck(null, chain -> Reason.UNTRUSTED);
    }

    /**
     * Accepts certificates as the JDK does: issued by these authorities and for this node's name. The fault of a
     * refused one has the same reason as in {@code tls}.
     */
    static CertificateCheck authorities(TrustedAuthorities trust, String host, Clock clock) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(trust.store());
            return new CertificateCheck(
                    (X509ExtendedTrustManager) factory.getTrustManagers()[0],
                    chain -> ChainVerification.of(chain, host, trust, clock.instant())
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

    /** Returns the fault of the refused certificate; null if none was refused. */
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
        throw new CertificateException("driver sessions use sockets");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("driver sessions use sockets");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("driver sessions are clients");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("driver sessions are clients");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("driver sessions are clients");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
