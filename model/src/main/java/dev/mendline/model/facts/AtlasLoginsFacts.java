package dev.mendline.model.facts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Atlas' database access history has of logins at a deployment of late; shared and Flex clusters have none.
 *
 * @param since from when on it was read, RFC 3339
 * @param fromEgress whether only logins from the zone's own addresses are counted, so that they speak for the service
 * @param failed how many were refused
 * @param succeeded how many were let in
 * @param reasons why they were refused, the first word only ({@code AuthenticationFailed}, {@code UserNotFound}), for the
 *     rest names the user; each once, at most 10
 * @param authSources the databases that were named where it was refused, each once, at most 10
 * @param lastFailed RFC 3339; null where none was refused
 */
@JsonTypeName("atlas-logins")
public record AtlasLoginsFacts(
        String since,
        boolean fromEgress,
        int failed,
        int succeeded,
        List<String> reasons,
        List<String> authSources,
        @Nullable String lastFailed)
        implements Facts, AtlasFacts {
    public static final int MAX_OF_A_KIND = 10;

    public AtlasLoginsFacts {
        reasons = List.copyOf(reasons);
        authSources = List.copyOf(authSources);
    }
}
