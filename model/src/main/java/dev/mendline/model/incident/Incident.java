package dev.mendline.model.incident;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.mendline.model.facts.Facts;
import dev.mendline.model.log.JournalPosition;
import dev.mendline.model.log.Sample;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with one deployment, or with one service while its deployment is unknown: the value on the incidents
 * topic. The fields are a contract: some may be added, none renamed or removed.
 *
 * @param schema {@value #SCHEMA}
 * @param id hexadecimal, the key of the record; the same through all episodes and in every replay
 * @param target the deployment; null while it is unknown, when the incident is that of a service
 * @param services that are struck, by name
 * @param zones that they live in, by name
 * @param acknowledged who has it; null while nobody has
 * @param silencedUntil until when nothing is posted of it; null when nobody silenced it
 * @param flapping whether it resolves and comes back again and again
 * @param historical whether what opened it was old when it was read, so that nothing was probed or posted
 * @param symptoms what was seen, and how often
 * @param rate log events by minute, at most 60 minutes, the oldest first
 * @param findings the last per probe, node and zone
 * @param advice what to do
 * @param samples at most 3, redacted
 * @param timeline what happened and why something was not done, the oldest first
 * @param openedAt when it first opened, by the journal's broker time, as are the two below
 * @param updatedAt when this revision was made
 * @param endedAt when it was resolved or merged; null while it is open
 * @param episodes how often it opened, from 1
 * @param previous id of the incident of the same deployment before it; null when there was none of late
 * @param mergedInto id of the incident that took it over; null unless its state is merged
 * @param parent id of the incident that explains it and others; null when there is none
 * @param revision counts the published changes from 1
 * @param catalog content hash of the catalog that judged it
 * @param feedback what people said of the diagnosis, the last word of each, at most 5, the newest last
 * @param shared across what its leading cause explains others besides; null where that explains nothing but it
 * @param children the incidents that it explains, at most {@value #MAX_CHILDREN}; empty unless it is a parent
 * @param moreChildren how many it explains besides those
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
        String catalog,
        List<Feedback> feedback,
        @Nullable SharedScope shared,
        List<Child> children,
        int moreChildren) {
    public static final int MAX_CHILDREN = 50;
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

    /**
     * Somebody has it.
     *
     * @param by who
     * @param at since when
     * @param reason in the words of that person
     */
    public record Acknowledgement(String by, Instant at, String reason) {}

    /**
     * What a person said of the diagnosis.
     *
     * @param by who
     * @param at when
     * @param right whether the diagnosis was right
     * @param cause what it was by that person's word; null where it was right, or that person does not know
     */
    public record Feedback(
            String by, Instant at, boolean right, @Nullable String cause) {}

    /**
     * An incident that another one explains.
     *
     * @param incident id of it
     * @param target its deployment
     */
    public record Child(String incident, String target) {}

    /**
     * How often a symptom was seen; times by the logs topic's records.
     *
     * @param id in the catalog; opaque to a catalog that does not know it
     * @param count log events, at least 1
     * @param firstSeen when the first was written
     * @param lastSeen when the last was written
     */
    public record SymptomCount(String id, long count, Instant firstSeen, Instant lastSeen) {}

    /**
     * Log events within one minute. In JSON an array.
     *
     * @param epochMinute whole minutes since 1970-01-01T00:00:00Z
     * @param count log events within that minute
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"epochMinute", "count"})
    public record MinuteCount(long epochMinute, long count) {}

    /**
     * A finding without its transcript, which stays in the journal.
     *
     * @param node the node it looked at; null where it looked at the deployment
     * @param zone of the worker
     * @param reason null only for a pass
     * @param facts null where nothing was observed
     * @param at when the probe began, by the worker's clock; display only
     * @param journal where the finding stands
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

    /**
     * One thing that happened, or was not done.
     *
     * @param at when, by the journal's broker time
     * @param params the details, by name; numbers and times as text
     * @param by the person who did it; null if Mendline did
     * @param what the same as one sentence, to be shown and not to be parsed
     */
    public record TimelineEntry(
            Instant at,
            TimelineKind kind,
            Map<String, String> params,
            @Nullable String by,
            String what) {
        /** The parameter that names checks which were left out because of this. */
        public static final String SKIPPED = "skipped";

        public TimelineEntry {
            kind = Objects.requireNonNullElse(kind, TimelineKind.UNKNOWN);
            params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
        }

        /** Returns whether it records that something was not done. */
        @JsonIgnore
        public boolean isOmission() {
            return kind.isOmission() || params.containsKey(SKIPPED);
        }
    }

    public Incident {
        services = List.copyOf(services);
        zones = List.copyOf(zones);
        symptoms = List.copyOf(symptoms);
        rate = List.copyOf(rate);
        findings = List.copyOf(findings);
        samples = List.copyOf(samples);
        timeline = List.copyOf(timeline);
        feedback = List.copyOf(feedback);
        children = List.copyOf(children);
    }
}
