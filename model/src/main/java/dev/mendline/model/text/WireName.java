package dev.mendline.model.text;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Enum constant that is written by its name: in lower case, with hyphens. */
public interface WireName {
    String name();

    /** Returns the name on the wire, in the catalog and on the command line. */
    @JsonValue
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
