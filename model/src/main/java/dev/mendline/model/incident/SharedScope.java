package dev.mendline.model.incident;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import dev.mendline.model.text.WireName;

/** Scope in which one cause affects several deployments. */
public enum SharedScope implements WireName {
    /** Services in the same network zone. */
    ZONE,
    /** Deployments of the same Atlas project, which is a site. */
    PROJECT,
    /** Scope that this version does not know. */
    @JsonEnumDefaultValue
    OTHER;

    /**
     * Returns the journal key for incidents that may share a cause: {@code zone:north}, {@code
     * project:ab1cd.mongodb.net}.
     */
    public String place(String name) {
        return word() + ":" + name;
    }

    /** Returns true if a journal key is such a place rather than a site. */
    public boolean isPlace(String site) {
        return site.startsWith(word() + ":");
    }
}
