package dev.mendline.engine.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mendline.model.incident.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cause as in its YAML file. */
record CauseFile(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) Severity severity,
        @JsonProperty(required = true) List<Page> pages,
        @JsonProperty(required = true) List<String> symptoms,
        List<String> probes,
        List<String> elsewhere,
        List<When> confirm,
        List<When> suggest,
        List<When> refute,
        List<String> mutes,
        @Nullable String shared,
        @JsonProperty(required = true) Guidance advice) {
    record Page(
            @JsonProperty(required = true) String title,
            @JsonProperty(required = true) String path,
            @JsonProperty(required = true) String read) {}

    /** Condition in CEL, with a sentence that explains it. */
    record When(
            @JsonProperty(required = true) String when,
            @JsonProperty(required = true) String because) {}

    record Guidance(
            @JsonProperty(required = true) String summary,
            @JsonProperty(required = true) List<Step> steps) {}

    /** Sentence, optionally with text to copy: for all systems, or one command per family of systems. */
    record Step(
            @JsonProperty(value = "do", required = true) String what,
            @Nullable String copy,
            @Nullable String unix,
            @Nullable String windows) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Step sentence(String sentence) {
            return new Step(sentence, null, null, null);
        }

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        Step {}
    }
}
