package dev.mendline.probes.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Time limits of probes.
 *
 * @param dnsQuery limit for one resolver's answer, including a second question over TCP
 * @param tcpConnect limit for one TCP connection
 * @param answer limit for one answer on an open connection: a TLS handshake, a command
 * @param probe limit for a whole probe; at least two DNS queries, one connection and two answers in sequence
 * @param controlTarget host that accepts TCP on every port, to tell a blocked network from a silent node; null for none
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

    /** Returns a copy with a control target. */
    public ProbeSettings with(@Nullable String control) {
        return new ProbeSettings(dnsQuery, tcpConnect, answer, probe, control);
    }
}
