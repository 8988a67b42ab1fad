package dev.mendline.model.facts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One TLS handshake with a node, with its name as server name (RFC 6066), at the first of its addresses that opens. The
 * handshake is carried through even where the certificate is bad, so that all that is wrong with it is seen.
 *
 * @param address null when none opened
 * @param protocol that the peer chose, e.g. {@code TLSv1.3}, or one that is too old; null when it chose none
 * @param alert the number of the alert that the peer sent (RFC 8446 section 6), e.g. 80; null when it sent none
 * @param chain the certificates that it showed, its own first, at most 4
 * @param issuer who signed the chain's last certificate; empty when it showed none
 * @param trusted whether the chain leads to an authority that is trusted here
 * @param nameMatches whether the certificate is made out to the node's name (RFC 6125)
 * @param inDate whether all certificates of the chain are within their dates
 */
@JsonTypeName("tls")
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
        implements Facts, NodeFacts {
    public static final int MAX_CHAIN = 4;

    /**
     * An X.509 certificate.
     *
     * @param subject distinguished name (RFC 4514), at most 100 characters
     * @param issuer the same of who signed it
     * @param names that it is made out to, at most 5
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
}
