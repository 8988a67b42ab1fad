package dev.mendline.probes.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long probes wait.
 *
 * @param dnsQuery for one resolver's answer, a second question over TCP included
 * @param tcpConnect for one address to accept a connection
 * @param answer for a peer to answer once the connection is open: a TLS handshake, a command
 * @param probe for a whole probe; at least two DNS queries, one connection and two answers one after the other
 * @param controlTarget a host that accepts TCP on every port, to tell a closed way out from a closed node; null for none
 */
public record ProbeSettings(
        Duration dnsQuery,
        Duration tcpConnect,
        Duration answer,
        Duration probe,
        @Nullable String controlTarget) {
    public static final ProbeSettings DEFAULT = new ProbeSettings(
            Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(15), null);

    public ProbeSettings {
        if (dnsQuery.toMillis() < 1 || tcpConnect.toMillis() < 1 || answer.toMillis() < 1) {
            throw new IllegalArgumentException("a probe waits at least 1 ms");
        }
        Duration needed = dnsQuery.multipliedBy(2).plus(tcpConnect).plus(answer.multipliedBy(2));
        if (needed.compareTo(probe) > 0) {
            throw new IllegalArgumentException("a probe of " + probe.toMillis() + " ms does not hold two DNS queries, a"
                    + " connection and two answers, which may take " + needed.toMillis() + " ms");
        }
    }

    /** The same with a control target. */
    public ProbeSettings with(@Nullable String control) {
        return new ProbeSettings(dnsQuery, tcpConnect, answer, probe, control);
    }
}
