package dev.mendline.model.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recent logins at a deployment, from Atlas' database access history; shared and Flex clusters have none.
 *
 * @param since start of the period, RFC 3339
 * @param fromEgress true if only logins from the zone's own addresses are counted, so that they are the service's
 * @param failed number of failed logins
 * @param succeeded number of successful logins
 * @param reasons distinct failure reasons, at most 10; only the first word ({@code AuthenticationFailed}, {@code
 *     UserNotFound}), because the rest names the user
 * @param authSources distinct authentication databases of failed logins, at most 10
 * @param lastFailed time of the last failed login, RFC 3339; null if none failed
 */
public record AtlasLoginsFacts(
        String since,
        boolean fromEgress,
        int failed,
        int succeeded,
        List<String> reasons,
        List<String> authSources,
        @Nullable String lastFailed)
        implements Facts {
    public static final int MAX_OF_A_KIND = 10;

    public AtlasLoginsFacts {
        reasons = List.copyOf(reasons);
        authSources = List.copyOf(authSources);
    }

    @Override
    public String summary() {
        return succeeded + " logins, " + failed + " refused";
    }
}
