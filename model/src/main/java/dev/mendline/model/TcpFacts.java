package dev.mendline.model;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/**
 * One TCP connection attempt to each address of a node.
 *
 * @param attempts in the order in which the addresses stand in DNS
 */
@JsonTypeName("tcp")
public record TcpFacts(String host, int port, List<Attempt> attempts) implements Facts, PerNode {
    /** One attempt; status {@link Reason#ANSWERED} when the connection opened. */
    public record Attempt(String address, Reason status, long millis) {}

    public TcpFacts {
        attempts = List.copyOf(attempts);
    }
}
