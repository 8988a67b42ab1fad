package dev.mendline.engine.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A text that looks alike and must not be taken for the symptom; says why. */
public record NearMiss(
        @JsonProperty(required = true) String text,
        @JsonProperty(required = true) String why) {}
