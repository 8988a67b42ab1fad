package dev.mendline.engine.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The best member that a topology shows which a driver prints. */
public enum BestMember {
    /** A member that takes writes: a primary, a router, a standalone, a load balancer. */
    @JsonProperty("primary")
    PRIMARY,
    /** A secondary or another member of the set, and no primary. */
    @JsonProperty("secondary")
    SECONDARY,
    /** Members of unknown kind only. */
    @JsonProperty("unknown")
    UNKNOWN
}
