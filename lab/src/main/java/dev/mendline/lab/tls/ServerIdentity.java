package dev.mendline.lab.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x509.GeneralName;
import org.jspecify.annotations.Nullable;

/**
 * Private key and certificate chain of a server.
 *
 * @param chain own certificate first; usually without the authority's
 */
public record ServerIdentity(PrivateKey key, List<X509Certificate> chain) {
    public ServerIdentity {
        chain = List.copyOf(chain);
    }

    /** Creates a self-signed identity. */
    public static ServerIdentity selfSigned(String... names) {
        KeyPair keys = Signed.newKeys();
        Signed own = Signed.server(Validity.CURRENT, names);
        return new ServerIdentity(
                keys.getPrivate(), List.of(own.by(own.subject(), keys.getPrivate(), keys.getPublic())));
    }

    /** Returns this identity with its authority's certificate in the chain, as some interceptors send it. */
    public ServerIdentity with(X509Certificate issuer) {
        return new ServerIdentity(key, List.of(chain.get(0), issuer));
    }

    /** Returns true if the certificate covers this DNS name, directly or as {@code *.parent}. */
    boolean serves(@Nullable String name) {
        if (name == null) {
            return false;
        }
        String parent = "*" + name.substring(Math.max(0, name.indexOf('.')));
        return dnsNames().anyMatch(each -> each.equalsIgnoreCase(name) || each.equalsIgnoreCase(parent));
    }

    private Stream<String> dnsNames() {
        try {
            return chain.get(0).getSubjectAlternativeNames().stream()
                    .filter(entry -> entry.get(0).equals(GeneralName.dNSName))
                    .map(entry -> String.valueOf(entry.get(1)));
        } catch (CertificateParsingException e) {
            throw new IllegalStateException(e);
        }
    }

    SSLContext context() {
        try {
            char[] password = {};
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry("server", key, password, chain.toArray(X509Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store, password);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return chain.get(0).getSubjectX500Principal().toString();
    }
}
