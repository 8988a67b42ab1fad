package dev.mendline.model.facts;

import dev.mendline.model.probe.Reason;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * TCP connection attempts, one at each address of a node.
 *
 * @param attempts in the order of the addresses in DNS
 * @param control same port at the configured control target, tried if no address opened; null if not tried
 */
public record TcpFacts(
        String host,
        int port,
        List<Attempt> attempts,
        @Nullable Attempt control) implements Facts {
    public TcpFacts {
        attempts = List.copyOf(attempts);
    }

    @Override
    public String summary() {
        return attempts.stream()
                .filter(attempt -> attempt.status() == Reason.ANSWERED)
                .map(attempt -> attempt.address() + " open")
                .collect(Collectors.joining(", "));
    }
}
