package dev.mendline.engine.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a part of a text speaks of, in whichever driver's words. */
public enum PassageKind {
    /** The outcome of one node in the report of a server selection that failed. */
    @JsonProperty("selection")
    SELECTION,
    /** A monitor's report on its node. */
    @JsonProperty("monitor")
    MONITOR,
    /** Words about one node besides. */
    @JsonProperty("node")
    NODE,
    /** A lookup of an SRV or TXT record; where a text speaks of one, all of it does. */
    @JsonProperty("lookup")
    LOOKUP
}
