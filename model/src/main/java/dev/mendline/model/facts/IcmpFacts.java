package dev.mendline.model.facts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/**
 * Echo requests to each address of a node. Missing answers refute nothing, because clouds block ICMP on private
 * endpoints.
 */
@JsonTypeName("icmp")
public record IcmpFacts(String host, List<Attempt> attempts) implements Facts, NodeFacts {
    public IcmpFacts {
        attempts = List.copyOf(attempts);
    }
}
