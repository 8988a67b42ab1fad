package dev.mendline.lab.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificate authority for tests; only clients with its certificate trust it. */
public final class Authority {
    private final Signed own;
    private final Keys keys;
    private final X509Certificate certificate;

    private Authority(Signed own, Keys keys) {
        this.own = own;
        this.keys = keys;
        this.certificate = own.by(own.subject(), keys.secret(), keys.open());
    }

    public static Authority create(String commonName) {
        return new Authority(Signed.authority(commonName), Keys.fresh());
    }

    /** Issues a certificate for these DNS names or addresses; the first is also the subject. */
    public ServerIdentity issue(String... names) {
        return issue(Validity.CURRENT, names);
    }

    public ServerIdentity issue(Validity validity, String... names) {
        Keys server = Keys.fresh();
        X509Certificate signed = Signed.server(names).within(validity).by(own.subject(), keys.secret(), server.open());
        return new ServerIdentity(server.secret(), List.of(signed));
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** Writes the authority's certificate for {@code tls-ca-file} and the like (RFC 7468). */
    public Path writePem(Path file) throws IOException {
        return Files.writeString(file, pem());
    }

    public String pem() {
        try {
            Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
            return "-----BEGIN CERTIFICATE-----\n" + lines.encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
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
