package dev.mendline.lab.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;

/** Certificate authority for tests; only clients with its certificate trust it. */
public final class Authority {
    private final Signed own;
    private final KeyPair keys;
    private final X509Certificate certificate;

    private Authority(Signed own, KeyPair keys) {
        this.own = own;
        this.keys = keys;
        this.certificate = own.by(own.subject(), keys.getPrivate(), keys.getPublic());
    }

    public static Authority create(String commonName) {
        return new Authority(Signed.authority(commonName), Signed.newKeys());
    }

    /** Issues a certificate for these DNS names or addresses; the first is also the subject. */
    public ServerIdentity issue(String... names) {
        return issue(Validity.CURRENT, names);
    }

    public ServerIdentity issue(Validity validity, String... names) {
        KeyPair server = Signed.newKeys();
        X509Certificate signed =
                Signed.server(validity, names).by(own.subject(), keys.getPrivate(), server.getPublic());
        return new ServerIdentity(server.getPrivate(), List.of(signed));
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** Writes the authority's certificate for {@code tls-ca-file} and the like (RFC 7468). */
    public Path writePem(Path file) throws IOException {
        try (JcaPEMWriter pem = new JcaPEMWriter(Files.newBufferedWriter(file))) {
            pem.writeObject(certificate);
        }
        return file;
    }

    /** Returns a context for clients that trust only this authority. */
    public SSLContext trusting() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("authority", certificate);
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
