package dev.mendline.probes.dns;

import dev.mendline.model.facts.HostFacts;
import dev.mendline.model.probe.Reason;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What this host's own lookup gave.
 *
 * @param status {@link Reason#ANSWERED}, or why there is no address
 * @param addresses at most {@link HostFacts#MAX_ADDRESSES}
 */
record OwnAnswer(Reason status, List<InetAddress> addresses, long millis) {
    OwnAnswer {
        addresses = addresses.stream().distinct().limit(HostFacts.MAX_ADDRESSES).toList();
    }

    static OwnAnswer none(Reason status, long millis) {
        return new OwnAnswer(status, List.of(), millis);
    }

    boolean good() {
        return status == Reason.ANSWERED;
    }

    HostFacts.OwnLookup facts() {
        return new HostFacts.OwnLookup(
                status, addresses.stream().map(InetAddress::getHostAddress).toList());
    }

    /** As {@code getent ahosts} would have shown it. */
    String line() {
        String words = switch (status) {
            case ANSWERED -> addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
            case TIMED_OUT -> "no answer";
            case NODATA -> "the name has no address";
            case NXDOMAIN -> "no such name";
            default -> "failed";
        };
        return "  this host's own lookup: " + words + " (" + millis + " ms)";
    }
}
