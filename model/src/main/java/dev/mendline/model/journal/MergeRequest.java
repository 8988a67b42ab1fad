package dev.mendline.model.journal;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Incident.Acknowledgement;
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
 * Request of a site to another to merge an incident whose deployment turned out to belong to the other. The answer is a
 * {@link MergeResult}. A repeated request is merged once.
 *
 * @param site site of the deployment
 * @param target deployment
 * @param fromSite site of the incident, which receives the answer
 * @param openedAt time of opening, by the journal's broker time, like the one below
 * @param lastSeen time at which its last sighting was read
 * @param historical true if all its sightings were old when they were read
 * @param retried true if all its errors are retried by drivers
 * @param texts evidence from its texts
 * @param silencedUntil end of the silence; null if not silenced
 * @param timeline opening and operator actions; at most {@value #MAX_ENTRIES} entries, the oldest first
 * @param catalog content hash of the catalog that recognized it
 */
@JsonTypeName("merge-request")
public record MergeRequest(
        String site,
        String target,
        String fromSite,
        String incident,
        List<String> services,
        List<String> zones,
        Instant openedAt,
        Instant lastSeen,
        boolean historical,
        boolean retried,
        Texts texts,
        @Nullable Acknowledgement acknowledged,
        @Nullable Instant silencedUntil,
        List<Incident.TimelineEntry> timeline,
        String catalog)
        implements JournalRecord {
    public static final int MAX_ENTRIES = 5;

    /**
     * Evidence from the texts of an incident.
     *
     * @param rate log events per minute, at most 60 minutes, the oldest first
     * @param seconds log events per second of the last minute with events, the oldest first
     * @param samples at most 3, redacted
     * @param nodes nodes in the texts, at most 16
     * @param codes error codes of the server
     * @param details variants of the symptoms
     * @param addresses IP address literals of nodes in the texts
     */
    public record Texts(
            List<Incident.SymptomCount> symptoms,
            List<Incident.MinuteCount> rate,
            List<SecondCount> seconds,
            List<Sample> samples,
            List<Node> nodes,
            Captures captures,
            List<Integer> codes,
            List<String> details,
            List<String> addresses,
            List<Driver> drivers,
            List<Platform> runtimes) {
        public Texts {
            symptoms = List.copyOf(symptoms);
            rate = List.copyOf(rate);
            seconds = List.copyOf(seconds);
            samples = List.copyOf(samples);
            nodes = List.copyOf(nodes);
            Objects.requireNonNull(captures, "captures");
            codes = List.copyOf(codes);
            details = List.copyOf(details);
            addresses = List.copyOf(addresses);
            drivers = List.copyOf(drivers);
            runtimes = List.copyOf(runtimes);
        }
    }

    /**
     * Count of log events within one second. In JSON an array.
     *
     * @param epochSecond whole seconds since 1970-01-01T00:00:00Z
     * @param count log events within that second
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"epochSecond", "count"})
    public record SecondCount(long epochSecond, long count) {}

    public MergeRequest {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(fromSite, "fromSite");
        Objects.requireNonNull(incident, "incident");
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(lastSeen, "lastSeen");
        Objects.requireNonNull(texts, "texts");
        services = List.copyOf(services);
        zones = List.copyOf(zones);
        timeline = List.copyOf(timeline);
    }
}
