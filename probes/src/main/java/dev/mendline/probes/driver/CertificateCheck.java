package dev.mendline.probes.driver;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates a visit takes, and why it took one not. */
final class CertificateCheck extends X509ExtendedTrustManager {
    /** Null takes every certificate. */
    private final @Nullable X509ExtendedTrustManager judge;

    private volatile @Nullable CertificateFault fault;

    private CertificateCheck(@Nullable X509ExtendedTrustManager judge) {
        this.judge = judge;
    }

    /** Takes every certificate, to hear what the server says; nothing secret may be said to it. */
    static CertificateCheck everyone() {
        return new CertificateCheck(null);
    }

    /**
     * Takes certificates of these authorities that are made out to the node.
     *
     * @param pem the authorities; null for those that the JDK trusts
     * @throws IOException when the file cannot be read or holds no certificate
     */
    static CertificateCheck authorities(@Nullable Path pem) throws IOException {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(pem == null ? null : store(pem));
            return new CertificateCheck((X509ExtendedTrustManager) factory.getTrustManagers()[0]);
        } catch (GeneralSecurityException e) {
            throw new IOException("no certificate authorities can be read", e);
        }
    }

    private static KeyStore store(Path pem) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + store.size(), each);
            }
        }
        if (store.size() == 0) {
            throw new IOException("no certificate in the file");
        }
        return store;
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
    CertificateFault fault() {
        return fault;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        if (judge != null) {
            try {
                judge.checkServerTrusted(chain, type, socket);
            } catch (CertificateException e) {
                fault = CertificateFault.of(e, chain);
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
