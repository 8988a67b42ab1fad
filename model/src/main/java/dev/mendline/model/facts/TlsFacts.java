package dev.mendline.model.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TLS handshake with a node, with its name as server name (RFC 6066), at its first address that opens. The handshake
 * continues despite a bad certificate, so that all its faults are found.
 *
 * @param protocol protocol that the peer chose, e.g. {@code TLSv1.3}, or an obsolete one; null if it chose none
 * @param alert number of the peer's alert (RFC 8446 section 6), e.g. 80; null if it sent none
 * @param chain peer's certificates, its own first, at most 4
 * @param issuer issuer of the chain's last certificate; empty if there is no certificate
 * @param trusted true if the chain ends at a trusted authority
 * @param nameMatches true if the certificate covers the node's name (RFC 6125)
 * @param inDate true if all certificates are within their validity
 */
public record TlsFacts(
        String host,
        int port,
        @Nullable String address,
        @Nullable String protocol,
        @Nullable Integer alert,
        List<Certificate> chain,
        String issuer,
        boolean trusted,
        boolean nameMatches,
        boolean inDate)
        implements Facts {
    public static final int MAX_CHAIN = 4;

    /**
     * X.509 certificate.
     *
     * @param subject distinguished name (RFC 4514), at most 100 characters
     * @param issuer distinguished name of the issuer
     * @param names subject alternative names, at most 5
     * @param notBefore RFC 3339
     * @param notAfter RFC 3339
     */
    public record Certificate(String subject, String issuer, List<String> names, String notBefore, String notAfter) {
        public Certificate {
            names = List.copyOf(names);
        }
    }

    public TlsFacts {
        chain = List.copyOf(chain);
    }

    @Override
    public String summary() {
        return protocol
                + (chain.isEmpty()
                        ? ""
                        : ", valid until " + chain.get(0).notAfter().replaceFirst("T.*", ""));
    }

    @Override
    public String failureDetail() {
        return alert == null ? "" : " " + alert;
    }

    public TlsFacts leafOnly() {
        return new TlsFacts(
                host,
                port,
                address,
                protocol,
                alert,
                chain.subList(0, Math.min(1, chain.size())),
                issuer,
                trusted,
                nameMatches,
                inDate);
    }
}
