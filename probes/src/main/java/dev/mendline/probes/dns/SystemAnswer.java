package dev.mendline.probes.dns;

import dev.mendline.model.facts.HostFacts;
import dev.mendline.model.probe.Reason;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Result of this host's own lookup.
 *
 * @param status {@link Reason#ANSWERED}, or the reason for no address
 * @param addresses at most {@link HostFacts#MAX_ADDRESSES}
 */
record SystemAnswer(Reason status, List<InetAddress> addresses, long millis) {
    SystemAnswer {
        addresses = addresses.stream().distinct().limit(HostFacts.MAX_ADDRESSES).toList();
    }

    static SystemAnswer none(Reason status, long millis) {
        return new SystemAnswer(status, List.of(), millis);
    }

    boolean good() {
        return status == Reason.ANSWERED;
    }

    HostFacts.OwnLookup facts() {
        return new HostFacts.OwnLookup(
                status, addresses.stream().map(InetAddress::getHostAddress).toList());
    }

    /** Returns one line in the style of {@code getent ahosts}. */
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
