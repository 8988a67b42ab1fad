package dev.mendline.engine.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Example text that must be recognized, with the driver or tool that prints it. */
public record Example(
        @JsonProperty(required = true) String driver,
        @JsonProperty(required = true) String text) {}
