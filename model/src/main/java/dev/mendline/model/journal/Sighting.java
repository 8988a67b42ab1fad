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
 * One or more like log events within one second.
 *
 * @param symptom id in the catalog; opaque to a catalog that does not know it
 * @param detail a finer distinction within the symptom
 * @param site what the journal is partitioned by: all names of one Atlas project meet in one site
 * @param target the deployment; null while unknown
 * @param nodes the target's nodes that the texts name, at most 16
 * @param zone where the service lives
 * @param runtime what runs the program that printed the texts; null where they do not tell, and in older records
 * @param count log events in this sighting, at least 1
 * @param at the latest of them, by the time of its record on the logs topic
 * @param samples at most 3, redacted
 * @param catalog content hash of the catalog that recognised it
 * @param retried whether all of them are what a driver logs of that which it tries again by itself: their level says INFO or
 *     less. False where they tell no level, and in older records
 * @param unplaced whether the texts name hosts and these lead nowhere: one is not listed, or they are of different sites. What
 *     else is known of the service does not tell then which deployment they speak of. False in older records
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
        boolean unplaced)
        implements JournalRecord {
    /** What the site of a service begins with, in which its lines are until something tells their deployment. */
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

    /** The site of a service's lines that tell no deployment. */
    public static String siteOf(String service) {
        return SERVICE + service;
    }

    /** Whether it is the site of a service. */
    public static boolean isOfService(String site) {
        return site.startsWith(SERVICE);
    }

    /** One whose texts name no hosts, or hosts that lead somewhere. */
    public Sighting(
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
            boolean retried) {
        this(
                symptom, detail, site, target, nodes, service, zone, driver, runtime, captures, count, at, samples,
                catalog, retried, false);
    }

    /** The same, known to be of this deployment. */
    public Sighting of(String itsSite, String itsTarget) {
        return new Sighting(
                symptom, detail, itsSite, itsTarget, nodes, service, zone, driver, runtime, captures, count, at,
                samples, catalog, retried, unplaced);
    }

    /** The same for somebody who asked what it means: that a driver tries again takes nothing from it. */
    public Sighting weighed() {
        return new Sighting(
                symptom, detail, site, target, nodes, service, zone, driver, runtime, captures, count, at, samples,
                catalog, false, unplaced);
    }
}
