package dev.mendline.engine.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Best member in a topology that a driver prints. */
public enum BestMember {
    /** Member that accepts writes: a primary, router, standalone or load balancer. */
    @JsonProperty("primary")
    PRIMARY,
    /** Secondary or other member of the set, without a primary. */
    @JsonProperty("secondary")
    SECONDARY,
    /** Only members of unknown type. */
    @JsonProperty("unknown")
    UNKNOWN
}
