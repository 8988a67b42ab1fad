package dev.mendline.model.journal;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.mendline.model.text.WireName;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Information from a log line without an error: the deployment that a service uses, or new connections.
 *
 * @param site receiver: {@code service:NAME} for a deployment, the target's site for a connection
 * @param zone zone of the service
 * @param peer address of the client, if a server reports an accepted connection; otherwise null
 * @param target deployment; null if unknown
 * @param targetSite site of the target; null if unknown
 * @param sighted true if the service logged errors about the target, rather than that it uses it
 * @param count log events in this hint, at least 1
 * @param at time of the latest event, by its record on the logs topic
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
    /** Kind of hint. */
    public enum Kind implements WireName {
        /** The service uses the target. */
        DEPLOYMENT,
        /** New connections to the target were made. */
        CONNECTION,
        @JsonEnumDefaultValue
        UNKNOWN
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

    /** Returns the hint that a service uses a deployment, addressed to the service's site. */
    public static Hint deployment(
            String service, String zone, String target, String targetSite, boolean sighted, Instant at) {
        return new Hint(Kind.DEPLOYMENT, "service:" + service, service, zone, null, target, targetSite, sighted, 1, at);
    }
}
