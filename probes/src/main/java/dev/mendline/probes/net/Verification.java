package dev.mendline.probes.net;

import dev.mendline.model.probe.Reason;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a chain is worth to whoever wants to talk to a host.
 *
 * @param trusted whether it leads to an authority; run out or not
 * @param selfSigned whether the server signed its certificate itself and nobody trusts that
 * @param expired whether a certificate that is needed has run out
 * @param early whether one is not valid yet
 */
public record Verification(boolean trusted, boolean selfSigned, boolean expired, boolean early, boolean nameMatches) {
    /** An extra certificate that has run out does no harm: drivers find a way around it. */
    public static Verification of(List<X509Certificate> chain, String host, Trust trust, Instant now) {
        boolean good = trust.reaches(chain, now);
        boolean trusted = good || trust.reaches(chain, near(chain, now));
        return new Verification(
                trusted,
                !trusted && signedByItself(chain.get(0)),
                !good && chain.stream().anyMatch(each -> now.isAfter(end(each))),
                !good && chain.stream().anyMatch(each -> now.isBefore(beginning(each))),
                CertifiedNames.of(chain.get(0)).hold(host));
    }

    boolean inDate() {
        return !expired && !early;
    }

    /** The most telling fault: whoever cannot be told apart from a stranger need not be looked at further. */
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

    /** As {@code openssl s_client} words it. */
    String words(String host) {
        List<String> wrong = new ArrayList<>();
        if (!trusted) {
            wrong.add(selfSigned ? "self-signed certificate" : "issued by no authority that is trusted here");
        }
        if (expired) {
            wrong.add("certificate has expired");
        }
        if (early) {
            wrong.add("certificate is not yet valid");
        }
        if (!nameMatches) {
            wrong.add("not made out to " + host);
        }
        return wrong.isEmpty() ? "ok" : String.join("; ", wrong);
    }

    /** The moment nearest to now at which all certificates hold; at which the first one does when there is none. */
    private static Instant near(List<X509Certificate> chain, Instant now) {
        Instant from = chain.stream()
                .map(Verification::beginning)
                .max(Instant::compareTo)
                .orElse(now);
        Instant until =
                chain.stream().map(Verification::end).min(Instant::compareTo).orElse(now);
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
