package dev.mendline.model.journal;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.mendline.model.log.Captures;
import dev.mendline.model.log.Driver;
import dev.mendline.model.log.Platform;
import dev.mendline.model.log.Sample;
import dev.mendline.model.probe.Node;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One or more equal log events within one second.
 *
 * @param symptom id in the catalog; opaque to a catalog that does not know it
 * @param detail variant of the symptom
 * @param site partition key of the journal; all names of one Atlas project share a site
 * @param target deployment; null if unknown
 * @param nodes target's nodes in the texts, at most 16
 * @param zone zone of the service
 * @param runtime runtime of the program that printed the texts; null if unknown, and in older records
 * @param count log events in this sighting, at least 1
 * @param at time of the latest event, by its record on the logs topic
 * @param samples at most 3, redacted
 * @param catalog content hash of the catalog that recognized it
 * @param retried true if the driver retries all of them by itself: their severity is INFO or lower. False without a
 *     severity, and in older records
 * @param unplaced true if the texts name hosts that map to no deployment: one is not listed, or they belong to
 *     different sites. Other knowledge about the service then does not apply. False in older records
 * @param bound true if neither the texts nor the configuration name the target: it is the deployment that the service
 *     was seen to use. Such texts alone confirm nothing about it. False in older records
 */
@JsonTypeName("sighting")
public record Sighting(
        String symptom,
        @Nullable String detail,
        String site,
        @Nullable String target,
        List<Node> nodes,
        String service,
        String zone,
        @Nullable Driver driver,
        @Nullable Platform runtime,
        Captures captures,
        int count,
        Instant at,
        List<Sample> samples,
        String catalog,
        boolean retried,
        boolean unplaced,
        boolean bound)
        implements JournalRecord {
    /** Prefix of a service's site, which holds its lines while their deployment is unknown. */
    private static final String SERVICE = "service:";

    public static final int MAX_SAMPLES = 3;
    public static final int MAX_NODES = 16;

    public Sighting {
        Objects.requireNonNull(symptom, "symptom");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(captures, "captures");
        Objects.requireNonNull(at, "at");
        nodes = List.copyOf(nodes);
        samples = List.copyOf(samples);
        if (count < 1) {
            throw new IllegalArgumentException("a sighting counts at least one event");
        }
    }

    /** Returns the site for lines of a service without a known deployment. */
    public static String siteOf(String service) {
        return SERVICE + service;
    }

    public static boolean isOfService(String site) {
        return site.startsWith(SERVICE);
    }

    /**
     * Returns a sighting that no log line shows.
     *
     * @param retried true if drivers retry by themselves what it stands for
     */
    public static Sighting derived(
            String symptom,
            String site,
            String target,
            String service,
            String zone,
            int count,
            Instant at,
            String catalog,
            boolean retried) {
        return new Sighting(
                symptom,
                null,
                site,
                target,
                List.of(),
                service,
                zone,
                null,
                null,
                Captures.NONE,
                count,
                at,
                List.of(),
                catalog,
                retried,
                false,
                false);
    }

    /** Returns the sighting of the deployment that its own texts turned out to name. */
    public Sighting of(String itsSite, String itsTarget) {
        return at(itsSite, itsTarget, bound);
    }

    /** Returns the sighting of the deployment that its service was seen to use. */
    public Sighting boundTo(String itsSite, String itsTarget) {
        return at(itsSite, itsTarget, true);
    }

    private Sighting at(String itsSite, String itsTarget, boolean isBound) {
        return new Sighting(
                symptom, detail, itsSite, itsTarget, nodes, service, zone, driver, runtime, captures, count, at,
                samples, catalog, retried, unplaced, isBound);
    }
}
