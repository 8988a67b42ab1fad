package dev.mendline.model;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a text tells that shows no symptom: which deployment a service talks to, or that a connection was made.
 *
 * @param kind what it tells
 * @param site what the journal is partitioned by: of a deployment that a service talks to, the service's own
 * @param service the service whose text it is
 * @param zone where the service lives
 * @param peer the address that connected, where the server logged it; null otherwise
 * @param target the deployment; null while unknown
 * @param targetSite the deployment's own site; null while unknown
 * @param sighted whether it comes from a sighting: the service logs errors that name the deployment
 * @param count log events, at least 1
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
    /** What a hint tells. */
    public enum Kind {
        /** What the service talks to. */
        DEPLOYMENT,
        /** A new connection. */
        CONNECTION,
        /** A kind that this version does not know. */
        @JsonEnumDefaultValue
        UNKNOWN;

        /** As it stands on the wire: lower case. */
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
}
