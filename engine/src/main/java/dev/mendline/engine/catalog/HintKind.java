package dev.mendline.engine.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a text tells that shows no trouble. */
public enum HintKind {
    /** Which deployment its service talks to. */
    @JsonProperty("deployment")
    DEPLOYMENT,
    /** That a new connection was made. */
    @JsonProperty("connection")
    CONNECTION;

    /** As its file says it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
