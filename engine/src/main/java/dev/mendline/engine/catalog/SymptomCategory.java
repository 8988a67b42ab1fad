package dev.mendline.engine.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a symptom tells of how its service gets on with the deployment, beyond its own incident. */
public enum SymptomCategory {
    /** A connection could not be made, or was lost: many more than usual are a spike. */
    @JsonProperty("connection-error")
    CONNECTION_ERROR,
    /** A new primary is being elected: the connections that follow are no spike. */
    @JsonProperty("election")
    ELECTION
}
