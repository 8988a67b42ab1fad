package dev.mendline.engine.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Kind of a passage: the subject that a part of a text describes, for any driver. */
public enum PassageKind {
    /** Result for one node in the report of a failed server selection. */
    @JsonProperty("selection")
    SELECTION,
    /** Monitor's report on its node. */
    @JsonProperty("monitor")
    MONITOR,
    /** Other text about one node. */
    @JsonProperty("node")
    NODE,
    /** Lookup of an SRV or TXT record; it covers the whole text. */
    @JsonProperty("lookup")
    LOOKUP
}
