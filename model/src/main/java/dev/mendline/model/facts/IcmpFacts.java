package dev.mendline.model.facts;

import java.util.List;

/**
 * Echo requests to each address of a node. Missing answers refute nothing, because clouds block ICMP on private
 * endpoints.
 */
public record IcmpFacts(String host, List<Attempt> attempts) implements Facts {
    public IcmpFacts {
        attempts = List.copyOf(attempts);
    }

    @Override
    public String summary() {
        return "answered";
    }
}
