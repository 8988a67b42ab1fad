package dev.mendline.model.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Login at one node with the target's configured credentials, or with those in the connection string.
 *
 * @param mechanism e.g. {@code SCRAM-SHA-256}; null if the driver chose none
 * @param authSource database that defines the user
 * @param roles roles of the user as {@code role@database}, at most 10
 */
public record AuthFacts(
        String host,
        int port,
        @Nullable String address,
        @Nullable String mechanism,
        String authSource,
        @Nullable Integer code,
        @Nullable String codeName,
        List<String> roles)
        implements Facts {
    public static final int MAX_ROLES = 10;

    public AuthFacts {
        roles = List.copyOf(roles);
    }

    @Override
    public String summary() {
        return "logged in" + (mechanism == null ? "" : " by " + mechanism);
    }
}
