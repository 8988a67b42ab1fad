package dev.mendline.probes.net;

import dev.mendline.model.facts.TlsFacts;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/** Certificates that a peer presented, as facts and as {@code openssl s_client -showcerts} prints them. */
record PresentedChain(List<X509Certificate> certificates) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_HOST = 253;
    private static final int MOST_NAMES = 5;

    PresentedChain {
        certificates = List.copyOf(certificates);
    }

    List<TlsFacts.Certificate> facts() {
        return certificates.stream()
                .limit(TlsFacts.MAX_CHAIN)
                .map(PresentedChain::facts)
                .toList();
    }

    private static TlsFacts.Certificate facts(X509Certificate certificate) {
        return new TlsFacts.Certificate(
                name(certificate.getSubjectX500Principal()),
                name(certificate.getIssuerX500Principal()),
                CertifiedNames.of(certificate).all().stream()
                        .limit(MOST_NAMES)
                        .map(each -> PeerText.of(each, LONGEST_HOST))
                        .toList(),
                certificate.getNotBefore().toInstant().toString(),
                certificate.getNotAfter().toInstant().toString());
    }

    /** Returns the issuer of the last certificate; empty if there is none. */
    String issuer() {
        return certificates.isEmpty()
                ? ""
                : name(certificates.get(certificates.size() - 1).getIssuerX500Principal());
    }

    List<String> transcript() {
        List<String> lines = new ArrayList<>();
        for (TlsFacts.Certificate each : facts()) {
            lines.add(" " + lines.size() / 4 + " s:" + each.subject());
            lines.add("   i:" + each.issuer());
            lines.add("   v:NotBefore: " + each.notBefore() + "; NotAfter: " + each.notAfter());
            lines.add("   n:" + String.join(", ", each.names()));
        }
        return lines;
    }

    private static String name(X500Principal principal) {
        return PeerText.of(principal.getName(), LONGEST_NAME);
    }
}
