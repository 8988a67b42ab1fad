package dev.mendline.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with one deployment, or with one service while its deployment is unknown: the value on the incidents
 * topic. The fields are a contract: some may be added, none renamed or removed.
 *
 * @param schema {@value #SCHEMA}
 * @param rate log events by minute, at most 60 minutes, the oldest first
 * @param findings the last per probe, node and zone
 * @param samples at most 3, redacted
 * @param timeline what happened and why something was not done, the oldest first
 * @param episodes how often it opened
 * @param revision counts the published changes from 1
 * @param catalogue content hash of the catalogue that judged it
 */
@JsonPropertyOrder({"schema", "id", "site", "target", "services", "zones", "state"})
public record Incident(
        String schema,
        String id,
        String site,
        @Nullable String target,
        List<String> services,
        List<String> zones,
        State state,
        @Nullable Acknowledgement acknowledged,
        @Nullable Instant silencedUntil,
        boolean flapping,
        boolean historical,
        Severity severity,
        List<SymptomCount> symptoms,
        List<MinuteCount> rate,
        Diagnosis diagnosis,
        List<Evidence> findings,
        Advice advice,
        List<Sample> samples,
        List<TimelineEntry> timeline,
        Instant openedAt,
        Instant updatedAt,
        @Nullable Instant endedAt,
        int episodes,
        @Nullable String previous,
        @Nullable String mergedInto,
        @Nullable String parent,
        int revision,
        String catalogue) {
    public static final String SCHEMA = "mendline.incident/1";

    /** Where an incident stands in its life. */
    public enum State {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("resolved")
        RESOLVED,
        @JsonProperty("merged")
        MERGED
    }

    /** Somebody has it. */
    public record Acknowledgement(String by, Instant at, String reason) {}

    /** How often a symptom was seen; times by the logs topic's records. */
    public record SymptomCount(String id, long count, Instant firstSeen, Instant lastSeen) {}

    /** Log events within one minute since the epoch. In JSON an array. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"epochMinute", "count"})
    public record MinuteCount(long epochMinute, long count) {}

    /**
     * A finding without its transcript, which stays in the journal.
     *
     * @param note why nothing could be learnt, e.g. the configuration line that would allow the look; null otherwise
     */
    public record Evidence(
            String probe,
            @Nullable Node node,
            String zone,
            Outcome.Kind outcome,
            @Nullable Reason reason,

            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "probe")
            @Nullable
            Facts facts,

            Instant at,
            JournalPosition journal,
            @Nullable String note) {}

    /** One thing that happened; {@code by} is null where nobody did it but Mendline. */
    public record TimelineEntry(
            Instant at, String what, @Nullable String by) {}

    public Incident {
        services = List.copyOf(services);
        zones = List.copyOf(zones);
        symptoms = List.copyOf(symptoms);
        rate = List.copyOf(rate);
        findings = List.copyOf(findings);
        samples = List.copyOf(samples);
        timeline = List.copyOf(timeline);
    }
}
