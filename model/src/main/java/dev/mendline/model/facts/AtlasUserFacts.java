package dev.mendline.model.facts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A database user as Atlas has it, never by name: the one whose logins from the zone fail, else the one that is configured.
 *
 * @param failing whether it is the one whose logins fail, by Atlas' own log, so that it speaks for the service
 * @param found false only where the project's users could be read and none of them is this one
 * @param authSource the database that knows the user
 * @param inScope whether it may use this cluster at all
 * @param scopes the clusters that it is limited to, at most 20; empty where it is not limited
 * @param deleteAfter when it ends, RFC 3339; null where it is not a temporary one
 * @param expired whether that time is over
 * @param changePending whether Atlas has a change of users still to bring to this cluster
 * @param mechanism how it logs in, e.g. {@code SCRAM}, {@code X509}, {@code AWS_IAM}; null when unknown
 */
@JsonTypeName("atlas-user")
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
        implements Facts, AtlasFacts {
    public static final int MAX_SCOPES = 20;

    public AtlasUserFacts {
        scopes = List.copyOf(scopes);
    }
}
