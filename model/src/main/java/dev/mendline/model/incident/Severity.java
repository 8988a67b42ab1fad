package dev.mendline.model.incident;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Severity of an incident, in the order of urgency. */
public enum Severity {
    @JsonProperty("critical")
    CRITICAL,
    @JsonProperty("high")
    HIGH,
    @JsonProperty("medium")
    MEDIUM,
    @JsonProperty("low")
    LOW
}
