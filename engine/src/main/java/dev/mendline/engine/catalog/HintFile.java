package dev.mendline.engine.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** Hint as in its YAML file. */
record HintFile(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) HintText.Kind tells,
        @JsonProperty(required = true) List<SymptomFile.Entry> signatures,
        @JsonProperty(required = true) List<Example> examples,
        List<NearMiss> nearMisses) {}
