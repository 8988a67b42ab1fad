package dev.mendline.engine.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Category of a symptom for spike detection. */
public enum SymptomCategory {
    /** A connection failed or was lost; many more than usual are a spike. */
    @JsonProperty("connection-error")
    CONNECTION_ERROR,
    /** A new primary is being elected; the connections that follow are no spike. */
    @JsonProperty("election")
    ELECTION
}
