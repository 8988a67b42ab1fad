package dev.mendline.model.facts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TCP connection attempts, one at each address of a node.
 *
 * @param attempts in the order of the addresses in DNS
 * @param control same port at the configured control target, tried if no address opened; null if not tried
 */
@JsonTypeName("tcp")
public record TcpFacts(
        String host,
        int port,
        List<Attempt> attempts,
        @Nullable Attempt control) implements Facts, NodeFacts {
    public TcpFacts {
        attempts = List.copyOf(attempts);
    }
}
