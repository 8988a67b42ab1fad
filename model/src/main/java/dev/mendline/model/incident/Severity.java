package dev.mendline.model.incident;

import dev.mendline.model.text.WireName;

/** Severity of an incident, in the order of urgency. */
public enum Severity implements WireName {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW
}
