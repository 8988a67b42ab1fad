package dev.mendline.model.facts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One TCP connection attempt to each address of a node.
 *
 * @param attempts in the order in which the addresses stand in DNS
 * @param control the same port at the configured control target, tried when no address opened; null where it was not
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
