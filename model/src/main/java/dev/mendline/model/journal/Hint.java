package dev.mendline.model.journal;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a log tells besides trouble: which deployment a service talks to, or that connections were made.
 *
 * @param site whom it is told to: of a deployment {@code service:NAME}, of a connection the site of its target
 * @param service who logged it
 * @param zone where the service lives
 * @param peer address of the client, where a server tells of a connection that it accepted; null otherwise
 * @param target the deployment; null where it is not known
 * @param targetSite the site of the target; null where that is not known
 * @param sighted whether the service was seen to log trouble with the target, rather than that it talks to it
 * @param count log events in this hint, at least 1
 * @param at the latest of them, by the time of its record on the logs topic
 */
@JsonTypeName("hint")
public record Hint(
        Kind kind,
        String site,
        String service,
        String zone,
        @Nullable String peer,
        @Nullable String target,
        @Nullable String targetSite,
        boolean sighted,
        int count,
        Instant at)
        implements JournalRecord {
    /** What it tells. */
    public enum Kind {
        /** The service talks to the target. */
        DEPLOYMENT,
        /** New connections to the target were made. */
        CONNECTION,
        @JsonEnumDefaultValue
        UNKNOWN;

        /** As it stands on the wire. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Hint {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(at, "at");
        if (count < 1) {
            throw new IllegalArgumentException("a hint counts at least one event");
        }
    }

    /** That a service talks to a deployment, told to whoever keeps what the service talks to. */
    public static Hint deployment(
            String service, String zone, String target, String targetSite, boolean sighted, Instant at) {
        return new Hint(Kind.DEPLOYMENT, "service:" + service, service, zone, null, target, targetSite, sighted, 1, at);
    }
}
