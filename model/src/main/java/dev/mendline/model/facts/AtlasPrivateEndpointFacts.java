package dev.mendline.model.facts;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The private endpoints of a deployment's project.
 *
 * @param endpoints at most 20, those that are not available first
 */
@JsonTypeName("atlas-private-endpoint")
public record AtlasPrivateEndpointFacts(List<PrivateEndpoint> endpoints) implements Facts, AtlasFacts {
    public static final int MAX_ENDPOINTS = 20;

    /**
     * One of them.
     *
     * @param provider {@code AWS}, {@code AZURE} or {@code GCP}
     * @param region where it stands, in the provider's words
     * @param service state of Atlas' own side, e.g. {@code AVAILABLE}; null when unknown
     * @param status state of the other side, e.g. {@code AVAILABLE}, {@code REJECTED}; null when unknown
     * @param error Atlas' own words on what went wrong; null where nothing did
     * @param available whether both sides are
     */
    public record PrivateEndpoint(
            String provider,
            @Nullable String region,
            @Nullable String service,
            @Nullable String status,
            @Nullable String error,
            boolean available) {}

    public AtlasPrivateEndpointFacts {
        endpoints = List.copyOf(endpoints);
    }
}
