package dev.mendline.model.incident;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Across what one cause explains the trouble of several deployments. */
public enum SharedScope {
    /** Whoever lives in the same network zone. */
    ZONE,
    /** Whatever belongs to the same project of Atlas, which is a site. */
    PROJECT,
    /** One that this version does not know. */
    @JsonEnumDefaultValue
    OTHER;

    /** As it stands on the wire and in the catalog: lower case. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of the journal under which those meet who may share a cause: {@code zone:north}, {@code project:ab1cd.mongodb.net}. */
    public String place(String name) {
        return word() + ":" + name;
    }

    /** Whether a key of the journal is such a place rather than a site. */
    public boolean isPlace(String site) {
        return site.startsWith(word() + ":");
    }
}
