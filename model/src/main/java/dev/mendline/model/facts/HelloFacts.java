package dev.mendline.model.facts;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.mendline.model.probe.Node;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a node says of itself to the driver's {@code hello}, before any login.
 *
 * @param address the one that was connected to; null when none opened
 * @param role what it is; {@link Role#UNKNOWN} when it did not say
 * @param setName of its replica set; null where it is in none
 * @param hosts the members that it names, at most 50; never connected to on its word
 * @param primary the member that it takes for the primary; null when it knows none
 * @param minWireVersion the least that it speaks; 0 when it did not say
 * @param maxWireVersion the most that it speaks; 0 when it did not say
 * @param code the server's error code; null when it sent none
 * @param codeName the server's name of it
 */
@JsonTypeName("hello")
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
        implements Facts, NodeFacts {
    public static final int MAX_HOSTS = 50;

    /** What a node is within its deployment. */
    public enum Role {
        PRIMARY,
        SECONDARY,
        ARBITER,
        MONGOS,
        STANDALONE,
        LOAD_BALANCER,
        /** A member that is neither, e.g. starting, recovering, removed. */
        OTHER,
        @JsonEnumDefaultValue
        UNKNOWN;

        /** As it stands on the wire: lower case with hyphens. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public HelloFacts {
        hosts = List.copyOf(hosts);
    }
}
