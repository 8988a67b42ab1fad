package dev.mendline.probes.net;

import dev.mendline.model.net.Endpoint;
import dev.mendline.model.net.HostNames;
import dev.mendline.model.net.Network;
import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Names in a certificate.
 *
 * @param dns names for hosts: the subject alternative names; if there are none, the common name (RFC 6125 section
 *     6.4.4)
 * @param addresses IP addresses in the subject alternative names
 */
record CertifiedNames(List<String> dns, List<String> addresses) {
    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    CertifiedNames {
        dns = List.copyOf(dns);
        addresses = List.copyOf(addresses);
    }

    static CertifiedNames of(X509Certificate certificate) {
        List<String> dns = alternative(certificate, DNS);
        return new CertifiedNames(
                dns.isEmpty() ? commonName(certificate).stream().toList() : dns, alternative(certificate, ADDRESS));
    }

    /** Returns true if one is this host, or has {@code *} for its first label (RFC 6125 section 6.4.3). */
    boolean hold(String host) {
        if (HostNames.isAddress(host)) {
            InetAddress address =
                    new Endpoint(host, Endpoint.DNS_PORT).socketAddress().getAddress();
            return addresses.stream()
                    .filter(HostNames::isAddress)
                    .anyMatch(each -> Network.of(each).contains(address));
        }
        int dot = host.indexOf('.');
        String wildcard = dot < 0 ? host : "*" + host.substring(dot);
        return dns.stream().anyMatch(each -> each.equalsIgnoreCase(host) || each.equalsIgnoreCase(wildcard));
    }

    List<String> all() {
        return Stream.concat(dns.stream(), addresses.stream()).toList();
    }

    private static List<String> alternative(X509Certificate certificate, int kind) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return Stream.ofNullable(names)
                    .flatMap(Collection::stream)
                    .filter(each -> Integer.valueOf(kind).equals(each.get(0)) && each.get(1) instanceof String)
                    .map(each -> (String) each.get(1))
                    .toList();
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }

    private static Optional<String> commonName(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(each -> each.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .reduce((first, last) -> last);
        } catch (InvalidNameException unreadable) {
            return Optional.empty();
        }
    }
}
