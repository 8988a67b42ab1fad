package dev.mendline.engine.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Similar text that must not be recognized as the symptom, with the reason. */
public record NearMiss(
        @JsonProperty(required = true) String text,
        @JsonProperty(required = true) String why) {}
