package dev.mendline.model.facts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Private endpoints of a deployment's project.
 *
 * @param endpoints at most 20, unavailable ones first
 */
public record AtlasPrivateEndpointFacts(List<PrivateEndpoint> endpoints) implements Facts {
    public static final int MAX_ENDPOINTS = 20;

    /**
     * Private endpoint.
     *
     * @param provider {@code AWS}, {@code AZURE} or {@code GCP}
     * @param region region in the provider's words
     * @param service state of Atlas' side, e.g. {@code AVAILABLE}; null if unknown
     * @param status state of the customer's side, e.g. {@code AVAILABLE}, {@code REJECTED}; null if unknown
     * @param error error message from Atlas; null if there is none
     * @param available true if both sides are available
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

    @Override
    public String summary() {
        return endpoints.size() == 1 ? "1 private endpoint" : endpoints.size() + " private endpoints";
    }
}
