package dev.mendline.model.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Database user in Atlas, without its name: the user whose logins from the zone fail, else the configured one.
 *
 * @param failing true if this user's logins fail according to Atlas, so that the facts apply to the service
 * @param found false only if the project's users could be read and this one is missing
 * @param authSource database that defines the user
 * @param inScope true if the user may access this cluster
 * @param scopes clusters to which the user is limited, at most 20; empty if not limited
 * @param deleteAfter end of the user, RFC 3339; null unless temporary
 * @param expired true if that time has passed
 * @param changePending true if a change of users is not yet deployed to this cluster
 * @param mechanism login method, e.g. {@code SCRAM}, {@code X509}, {@code AWS_IAM}; null if unknown
 */
public record AtlasUserFacts(
        boolean failing,
        boolean found,
        @Nullable String authSource,
        boolean inScope,
        List<String> scopes,
        @Nullable String deleteAfter,
        boolean expired,
        boolean changePending,
        @Nullable String mechanism)
        implements Facts {
    public static final int MAX_SCOPES = 20;

    public AtlasUserFacts {
        scopes = List.copyOf(scopes);
    }

    @Override
    public String summary() {
        return found ? "found" : "not found";
    }
}
