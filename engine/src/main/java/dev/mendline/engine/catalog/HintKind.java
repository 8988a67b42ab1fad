package dev.mendline.engine.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Kind of information in a text that shows no symptom. */
public enum HintKind {
    /** The deployment that the service uses. */
    @JsonProperty("deployment")
    DEPLOYMENT,
    /** A new connection. */
    @JsonProperty("connection")
    CONNECTION;

    /** Returns the kind as in catalog files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
