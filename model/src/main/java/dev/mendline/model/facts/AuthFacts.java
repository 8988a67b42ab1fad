package dev.mendline.model.facts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A login at one node with the credentials that are configured for its target, or that stand in the string at hand.
 *
 * @param address the one that was connected to; null when none opened
 * @param mechanism e.g. {@code SCRAM-SHA-256}; null when the driver chose none
 * @param authSource the database that knows the user
 * @param code the server's error code; null when it sent none
 * @param codeName the server's name of it
 * @param roles {@code role@database} of who logged in, at most 10
 */
@JsonTypeName("auth")
public record AuthFacts(
        String host,
        int port,
        @Nullable String address,
        @Nullable String mechanism,
        String authSource,
        @Nullable Integer code,
        @Nullable String codeName,
        List<String> roles)
        implements Facts, NodeFacts {
    public static final int MAX_ROLES = 10;

    public AuthFacts {
        roles = List.copyOf(roles);
    }
}
