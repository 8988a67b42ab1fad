package dev.mendline.probes.net;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Certificate authorities that are trusted. */
public record TrustedAuthorities(Set<X509Certificate> authorities) {
    private static final Set<String> SERVER = Set.of("1.3.6.1.5.5.7.3.1");

    public TrustedAuthorities {
        authorities = Set.copyOf(authorities);
    }

    /**
     * Returns the authorities in a PEM file and no others, as drivers do; without a file, those that the JDK trusts.
     *
     * @throws IOException if the file cannot be read
     * @throws CertificateException if it contains no certificates, or anything else
     */
    public static TrustedAuthorities of(@Nullable Path pem) throws IOException, CertificateException {
        return pem == null ? ofJdk() : ofFile(pem);
    }

    private static TrustedAuthorities ofFile(Path pem) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(pem)) {
            Set<X509Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .collect(Collectors.toSet());
            if (found.isEmpty()) {
                throw new CertificateException("no certificate");
            }
            return new TrustedAuthorities(found);
        }
    }

    private static TrustedAuthorities ofJdk() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init((KeyStore) null);
            Stream<TrustManager> managers = Arrays.stream(factory.getTrustManagers());
            return new TrustedAuthorities(managers.filter(X509TrustManager.class::isInstance)
                    .flatMap(each -> Arrays.stream(((X509TrustManager) each).getAcceptedIssuers()))
                    .collect(Collectors.toSet()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public KeyStore store() {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (X509Certificate each : authorities) {
                store.setCertificateEntry("authority-" + store.size(), each);
            }
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every JDK can hold certificates", e);
        }
    }

    /** Returns true if a path leads from the first certificate to an authority (RFC 5280 section 6) at that time. */
    boolean reaches(List<X509Certificate> chain, Instant at) {
        if (authorities.isEmpty() || chain.isEmpty()) {
            return false;
        }
        if (authorities.contains(chain.get(0))) {
            // Trusted by itself, as a file of one self-signed certificate wants it.
            return holds(chain.get(0), at);
        }
        try {
            CertPathBuilder.getInstance("PKIX").build(path(chain, at));
            return true;
        } catch (CertPathBuilderException noPath) {
            return false;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean holds(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    private PKIXBuilderParameters path(Collection<X509Certificate> chain, Instant at)
            throws GeneralSecurityException, IOException {
        X509CertSelector leaf = new X509CertSelector();
        leaf.setCertificate(chain.iterator().next());
        leaf.setExtendedKeyUsage(SERVER);
        Set<TrustAnchor> anchors =
                authorities.stream().map(each -> new TrustAnchor(each, null)).collect(Collectors.toSet());
        PKIXBuilderParameters path = new PKIXBuilderParameters(anchors, leaf);
        path.setRevocationEnabled(false);
        path.setDate(Date.from(at));
        path.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
        return path;
    }
}
