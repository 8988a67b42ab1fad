package dev.mendline.model.facts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import dev.mendline.model.probe.Node;
import dev.mendline.model.text.WireName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Node's answer to the driver's {@code hello}, before any login.
 *
 * @param role role of the node; {@link Role#UNKNOWN} if not in the answer
 * @param setName name of its replica set; null if it is in none
 * @param hosts members in the answer, at most 50; never connected to on that basis
 * @param primary primary according to this member; null if it knows none
 * @param minWireVersion minimum wire version; 0 if not in the answer
 * @param maxWireVersion maximum wire version; 0 if not in the answer
 */
public record HelloFacts(
        String host,
        int port,
        @Nullable String address,
        Role role,
        @Nullable String setName,
        List<Node> hosts,
        @Nullable Node primary,
        int minWireVersion,
        int maxWireVersion,
        @Nullable Integer code,
        @Nullable String codeName)
        implements Facts {
    public static final int MAX_HOSTS = 50;

    /** Role of a node in its deployment. */
    public enum Role implements WireName {
        PRIMARY,
        SECONDARY,
        ARBITER,
        MONGOS,
        STANDALONE,
        LOAD_BALANCER,
        /** Other member, e.g. starting, recovering or removed. */
        OTHER,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    public HelloFacts {
        hosts = List.copyOf(hosts);
    }

    @Override
    public String summary() {
        return role.word() + (setName == null ? "" : " of " + setName);
    }
}
