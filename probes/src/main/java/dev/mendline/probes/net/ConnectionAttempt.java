package dev.mendline.probes.net;

import dev.mendline.model.facts.Attempt;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Attempt to connect to one address.
 *
 * @param channel null unless the connection opened
 */
record ConnectionAttempt(
        Attempt attempt, int port, @Nullable SocketChannel channel) {
    String line() {
        return "connect " + attempt.address() + " port " + port + ": " + words(attempt.status()) + " ("
                + attempt.millis() + " ms)";
    }

    /** Returns a pass if one address opened, because drivers need only one. */
    static Outcome outcome(List<ConnectionAttempt> all) {
        List<Reason> statuses = all.stream().map(each -> each.attempt.status()).toList();
        if (statuses.contains(Reason.ANSWERED)) {
            return new Outcome.Passed();
        }
        return statuses.stream()
                .filter(status -> status != Reason.OTHER)
                .findFirst()
                .<Outcome>map(Outcome.Failed::new)
                .orElse(new Outcome.Inconclusive(Reason.OTHER));
    }

    private static String words(Reason status) {
        return switch (status) {
            case ANSWERED -> "open";
            case REFUSED -> "refused";
            case TIMED_OUT -> "no answer";
            case UNREACHABLE -> "unreachable";
            case RESET -> "reset";
            default -> "could not be tried";
        };
    }
}
