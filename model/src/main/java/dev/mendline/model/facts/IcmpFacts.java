package dev.mendline.model.facts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/**
 * An echo request to each address of a node. That none is answered refutes nothing: clouds block ICMP on private
 * endpoints.
 */
@JsonTypeName("icmp")
public record IcmpFacts(String host, List<Attempt> attempts) implements Facts, NodeFacts {
    public IcmpFacts {
        attempts = List.copyOf(attempts);
    }
}
