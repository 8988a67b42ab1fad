package dev.mendline.model.incident;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much an incident matters; in the order of urgency. */
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
