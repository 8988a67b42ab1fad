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
 * A site asks another to take over an incident, whose deployment has turned out to be one of the other's. It is answered
 * by {@link MergeResult}; the same one twice is taken over once.
 *
 * @param site the deployment's
 * @param target the deployment
 * @param fromSite whose incident it is, and who is answered
 * @param incident id of it
 * @param services that are struck
 * @param zones that they live in
 * @param openedAt when it opened, by the journal's broker time, as is the one below
 * @param lastSeen when the last sighting of it was read
 * @param historical whether all of it was old when it was read
 * @param retried whether all of it is what drivers try again by themselves
 * @param told what its texts told
 * @param acknowledged who has it; null while nobody has
 * @param silencedUntil until when nothing is posted of it; null when nobody silenced it
 * @param timeline how it began, and what people did; at most {@value #MAX_ENTRIES} entries, the oldest first
 * @param catalog content hash of the catalog that recognised it
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
        Texts told,
        @Nullable Acknowledgement acknowledged,
        @Nullable Instant silencedUntil,
        List<Incident.TimelineEntry> timeline,
        String catalog)
        implements JournalRecord {
    public static final int MAX_ENTRIES = 5;

    /**
     * What the texts of an incident told.
     *
     * @param symptoms what was seen, and how often
     * @param rate log events by minute, at most 60 minutes, the oldest first
     * @param seconds log events by second, of the last minute in which there were any, the oldest first
     * @param samples at most 3, redacted
     * @param nodes that the texts name, at most 16
     * @param captures what signatures read out of them
     * @param codes the server's error codes
     * @param details finer distinctions within the symptoms
     * @param addresses IP address literals by which they name a node
     * @param drivers who printed them
     * @param runtimes what ran the programs that printed them
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
     * Log events within one second. In JSON an array.
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
        Objects.requireNonNull(told, "told");
        services = List.copyOf(services);
        zones = List.copyOf(zones);
        timeline = List.copyOf(timeline);
    }
}
