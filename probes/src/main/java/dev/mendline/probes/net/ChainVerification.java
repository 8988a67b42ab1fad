package dev.mendline.probes.net;

import dev.mendline.model.probe.Reason;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Result of the check of a certificate chain for one host.
 *
 * @param trusted true if it leads to a trusted authority, expired or not
 * @param selfSigned true if the server signed its certificate itself and it is not trusted
 * @param expired true if a certificate that is needed has expired
 * @param early true if a certificate that is needed is not valid yet
 */
public record ChainVerification(
        boolean trusted, boolean selfSigned, boolean expired, boolean early, boolean nameMatches) {
    /** Ignores expired certificates that are not needed, because drivers find a path without them. */
    public static ChainVerification of(
            List<X509Certificate> chain, String host, TrustedAuthorities trust, Instant now) {
        boolean good = trust.reaches(chain, now);
        boolean trusted = good || trust.reaches(chain, near(chain, now));
        return new ChainVerification(
                trusted,
                !trusted && signedByItself(chain.get(0)),
                !good && chain.stream().anyMatch(each -> now.isAfter(end(each))),
                !good && chain.stream().anyMatch(each -> now.isBefore(beginning(each))),
                CertifiedNames.of(chain.get(0)).hold(host));
    }

    boolean inDate() {
        return !expired && !early;
    }

    /** Returns the most important fault. If the server's identity is not proven, other faults do not matter. */
    public Optional<Reason> fault() {
        if (!trusted) {
            return Optional.of(selfSigned ? Reason.SELF_SIGNED : Reason.UNTRUSTED);
        }
        if (expired) {
            return Optional.of(Reason.EXPIRED);
        }
        if (early) {
            return Optional.of(Reason.NOT_YET_VALID);
        }
        return nameMatches ? Optional.empty() : Optional.of(Reason.WRONG_NAME);
    }

    /** Returns the result in the words of {@code openssl s_client}. */
    String words(String host) {
        List<String> wrong = new ArrayList<>();
        if (!trusted) {
            wrong.add(selfSigned ? "self-signed certificate" : "not issued by an authority that is trusted here");
        }
        if (expired) {
            wrong.add("certificate has expired");
        }
        if (early) {
            wrong.add("certificate is not yet valid");
        }
        if (!nameMatches) {
            wrong.add("not valid for " + host);
        }
        return wrong.isEmpty() ? "ok" : String.join("; ", wrong);
    }

    /** Returns the time nearest to now at which all certificates are valid, otherwise the first one. */
    private static Instant near(List<X509Certificate> chain, Instant now) {
        Instant from = chain.stream()
                .map(ChainVerification::beginning)
                .max(Instant::compareTo)
                .orElse(now);
        Instant until = chain.stream()
                .map(ChainVerification::end)
                .min(Instant::compareTo)
                .orElse(now);
        X509Certificate first = chain.get(0);
        return from.isAfter(until) ? clamp(now, beginning(first), end(first)) : clamp(now, from, until);
    }

    private static Instant clamp(Instant now, Instant from, Instant until) {
        Instant late = now.isAfter(until) ? until : now;
        return late.isBefore(from) ? from : late;
    }

    private static Instant beginning(X509Certificate certificate) {
        return certificate.getNotBefore().toInstant();
    }

    private static Instant end(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }

    private static boolean signedByItself(X509Certificate certificate) {
        if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException other) {
            return false;
        }
    }
}
