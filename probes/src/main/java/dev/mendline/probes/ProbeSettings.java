package dev.mendline.probes;

import java.time.Duration;

/**
 * How long probes wait.
 *
 * @param dnsQuery for one resolver's answer, a second question over TCP included
 * @param tcpConnect for one address to accept a connection
 * @param probe for a whole probe; at least two DNS queries and one connection one after the other
 */
public record ProbeSettings(Duration dnsQuery, Duration tcpConnect, Duration probe) {
    public static final ProbeSettings DEFAULT =
            new ProbeSettings(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(10));

    public ProbeSettings {
        if (dnsQuery.toMillis() < 1 || tcpConnect.toMillis() < 1) {
            throw new IllegalArgumentException("a probe waits at least 1 ms");
        }
        if (dnsQuery.multipliedBy(2).plus(tcpConnect).compareTo(probe) > 0) {
            throw new IllegalArgumentException(
                    "a probe of " + probe.toMillis() + " ms does not hold two DNS queries of " + dnsQuery.toMillis()
                            + " ms and a connection of " + tcpConnect.toMillis() + " ms");
        }
    }
}
