package dev.mendline.model.incident;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.mendline.model.facts.Facts;
import dev.mendline.model.log.JournalPosition;
import dev.mendline.model.log.Sample;
import dev.mendline.model.probe.GuardRefusal;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.model.text.WireName;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Incident of one deployment, or of one service while its deployment is unknown. It is the value on the incidents
 * topic. The fields are a contract: fields may be added, but never renamed or removed.
 *
 * @param schema {@value #SCHEMA}
 * @param id hexadecimal, the key of the record; constant through all episodes and in every replay
 * @param target deployment; null while it is unknown and the incident belongs to a service
 * @param silencedUntil end of the silence; null if not silenced
 * @param flapping true if the incident resolves and reopens repeatedly
 * @param historical true if the opening record was old when it was read, so that nothing was probed or posted
 * @param rate log events per minute, at most 60 minutes, the oldest first
 * @param findings last finding per probe, node and zone
 * @param samples at most 3, redacted
 * @param timeline what happened and why something was not done, the oldest first
 * @param openedAt first opening, by the journal's broker time, like the two below; time of the first line, by its log,
 *     while the incident is historical
 * @param updatedAt time of this revision
 * @param endedAt time of resolution or merge; null while open
 * @param episodes number of openings, from 1
 * @param previous id of the previous incident of the same deployment; null if there is no recent one
 * @param mergedInto id of the incident into which it was merged; null unless its state is merged
 * @param parent id of the incident that explains it and others; null if there is none
 * @param revision number of published changes, from 1
 * @param catalog content hash of the catalog that was used
 * @param feedback last feedback of each person on the diagnosis, at most 5, the newest last
 * @param shared scope in which its leading cause explains other incidents; null if it explains only this one
 * @param children incidents that it explains, at most {@value #MAX_CHILDREN}; empty unless it is a parent
 * @param moreChildren number of further incidents that it explains
 * @param writtenBy version of Mendline that wrote this revision; other versions may word sentences differently
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
        int moreChildren,
        @Nullable String writtenBy) {
    public static final int MAX_CHILDREN = 50;
    public static final String SCHEMA = "mendline.incident/1";

    /** State in an incident's life cycle. */
    public enum State implements WireName {
        OPEN,
        RESOLVED,
        MERGED
    }

    /**
     * Acknowledgement: a person works on the incident.
     *
     * @param reason in the words of that person
     */
    public record Acknowledgement(String by, Instant at, String reason) {}

    /**
     * Feedback of a person on the diagnosis.
     *
     * @param right true if the diagnosis was right
     * @param cause actual cause according to that person; null if the diagnosis was right or the cause is unknown
     */
    public record Feedback(
            String by, Instant at, boolean right, @Nullable String cause) {}

    /**
     * Incident that another incident explains.
     *
     * @param target its deployment
     */
    public record Child(String incident, String target) {}

    /**
     * Count of a symptom; times by the log, but never later than the logs topic's records.
     *
     * @param id in the catalog; opaque to a catalog that does not know it
     * @param count log events, at least 1
     * @param firstSeen time of the first event
     * @param lastSeen time of the last event
     */
    public record SymptomCount(String id, long count, Instant firstSeen, Instant lastSeen) {}

    /**
     * Count of log events within one minute. In JSON an array.
     *
     * @param epochMinute whole minutes since 1970-01-01T00:00:00Z
     * @param count log events within that minute
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"epochMinute", "count"})
    public record MinuteCount(long epochMinute, long count) {}

    /**
     * Finding without its transcript, which stays in the journal.
     *
     * @param node observed node; null for the whole deployment
     * @param zone zone of the worker
     * @param reason null only for a pass
     * @param facts null if nothing was observed
     * @param at start of the probe, by the worker's clock; display only
     * @param journal position of the finding in the journal
     * @param refusal last refusal of the guard; null if it allowed the probe
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
            @Nullable GuardRefusal refusal) {
        public Evidence withFacts(@Nullable Facts other) {
            return new Evidence(probe, node, zone, outcome, reason, other, at, journal, refusal);
        }
    }

    /**
     * One thing that happened, or was not done.
     *
     * @param at when, by the journal's broker time; for old lines, by their log
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

        /** The parameter that holds the reason that something was not done. */
        public static final String WHY = "why";

        /** The reason that probes are switched off. */
        public static final String PROBES_OFF = "probes-off";

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

    public Detail detail() {
        return new Detail(diagnosis, findings, samples, timeline, children);
    }

    /** Returns a copy with less detail; children that are left out are counted in {@code moreChildren}. */
    public Incident with(Detail less) {
        return new Incident(
                schema,
                id,
                site,
                target,
                services,
                zones,
                state,
                acknowledged,
                silencedUntil,
                flapping,
                historical,
                severity,
                symptoms,
                rate,
                less.diagnosis(),
                less.findings(),
                advice,
                less.samples(),
                less.timeline(),
                openedAt,
                updatedAt,
                endedAt,
                episodes,
                previous,
                mergedInto,
                parent,
                revision,
                catalog,
                feedback,
                shared,
                less.children(),
                moreChildren + children.size() - less.children().size(),
                writtenBy);
    }

    /** Parts of an incident that can be shortened to keep it small. */
    public record Detail(
            Diagnosis diagnosis,
            List<Evidence> findings,
            List<Sample> samples,
            List<TimelineEntry> timeline,
            List<Child> children) {}
}
