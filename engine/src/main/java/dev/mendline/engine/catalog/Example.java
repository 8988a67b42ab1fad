package dev.mendline.engine.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A text that must be recognised, and the driver or tool that prints it. */
public record Example(
        @JsonProperty(required = true) String driver,
        @JsonProperty(required = true) String text) {}
