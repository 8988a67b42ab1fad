package dev.mendline.model.probe;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import dev.mendline.model.text.WireName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A name, address or port that the guard does not allow.
 *
 * @param subject the name, the address, or the number of the port
 * @param why the rule that forbids it
 * @param allow the line of {@code mendline.yaml} that would allow it; null if nothing can
 */
public record GuardRefusal(
        String subject, Why why, @Nullable String allow) {
    /** Rule of the guard that forbids it. */
    public enum Why implements WireName {
        /** It is no host name. */
        NO_HOST_NAME,
        /** The name is no configured target and under no configured suffix. */
        NAME_NOT_CONFIGURED,
        /** The address is not on the public internet and in no allowed network. */
        ADDRESS_NOT_PUBLIC,
        /** The port is none of MongoDB's, not configured, and not named by the SRV record. */
        PORT_NOT_CONFIGURED,
        /** The port is another service's, although the SRV record names it. */
        PORT_OF_ANOTHER_SERVICE,
        /** A rule that this version does not know. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    public GuardRefusal {
        Objects.requireNonNull(subject, "subject");
        why = Objects.requireNonNullElse(why, Why.UNKNOWN);
    }
}
