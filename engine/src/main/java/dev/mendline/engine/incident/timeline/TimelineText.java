package dev.mendline.engine.incident.timeline;

import dev.mendline.model.incident.Incident.TimelineEntry;
import dev.mendline.model.incident.TimelineKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Renders timeline entries as sentences.
 *
 * <p>A kind has templates; the first one that finds all its parameters is taken. {@code {name}} is the value of a parameter,
 * {@code {@name}} the clause of the {@link TimelineReason} that it holds. A part in brackets is left out if one of its
 * parameters is missing.
 */
public final class TimelineText {
    /** One template a line, after its kind. */
    private static final String TABLE = """
            OPENED: opened because {cause} is {verdict} for {deployments}, and {candidates} deployments may share it
            OPENED: opened by {symptom} from {services}[ ({count} times within {seconds} s)]\
            [; severity is low because {@low}]
            OPENED: opened for all that this site cannot track separately
            REOPENED: reopened because {cause} is {verdict} for {deployments}, and {candidates} deployments may share it
            REOPENED: reopened by {symptom} from {services}[ ({count} times within {seconds} s)]\
            [; severity is low because {@low}]
            RESOLVED: resolved: no sighting for {quiet-seconds} s, and no probe fails
            RESOLVED: resolved by hand: {reason}
            RESOLVED: resolved because it explains no open incident any more
            MERGED: merged into incident {into} because its deployment is {target}
            MERGED_FROM: merged incident {incident} of {services} into this one; it was open since {opened-at}\
            [, opened by {symptom}]
            MERGE_REQUESTED: its deployment is {target}; the incident of {target} is asked to take it over
            NOT_MERGED: not merged into the incident of {target} because lines counted here name other hosts
            ACKNOWLEDGED: acknowledged: {reason}
            UNACKNOWLEDGED: no longer acknowledged by {acknowledged-by} because the incident reopened
            UNACKNOWLEDGED: no longer acknowledged[: {reason}]
            SILENCED: silenced until {until}: {reason}
            UNSILENCED: no longer silenced[: {reason}]
            SILENCE_ENDED: the silence ended
            RECHECK_REQUESTED: requested a recheck[ ({reason})]: not possible because {@why}
            RECHECK_REQUESTED: requested a recheck[ ({reason})]: {requested} of {checks} checks\
            [; not {old-lines} because the lines were old when they were read]\
            [; not {answer-pending} because an answer is still outstanding]\
            [; not {probed-recently} because that ran within the last {seconds} s]\
            [; not {no-connection} because no connection opens]\
            [; not {probe-limit} because the limit of checks a minute is\
             {per-target} for one deployment and {per-site} for its site]
            FEEDBACK: says that the diagnosis[ {diagnosis}] is {judgement}[: it was {cause}][: {reason}]
            COMMAND_REJECTED: {command} rejected because {@why}
            PROBES_REQUESTED: requested {probe}[ {nodes}] from zone {zone}
            PROBES_DEFERRED: deferred {deferred} of {checks} checks because {@why}
            NOT_PROBED: not probed[ ({probes})] because {@why}
            PROBE_FINISHED: {probe}[ {node}] from zone {zone} {outcome}[: {reason}]\
            [; not requested: {skipped}, which would only repeat it]
            ANSWER_IGNORED: ignored the answer to {probe}[ {node}] from zone {zone} because it came too late
            DIAGNOSIS_CHANGED: {cause} is {verdict}[ because {@why}]
            SYMPTOMS_SUPPRESSED: suppressed because {cause} brings them: {symptoms}
            SUPPRESSION_ENDED: no longer suppressed, counts in full again: {symptoms}
            COUNTED_IN_FULL: counts in full because {service} logs {symptom} as an error that drivers do not retry
            NOT_REOPENED: not reopened by {symptom} from {service} because {@why}
            NOT_RESOLVED: not resolved: no sighting for {quiet-seconds} s, but {probe}[ {node}] from zone {zone} fails\
            [ (other failing checks: {others})]
            TARGET_UNCLEAR: deployment unclear because the service talks to {deployments}; 'services' of one of these\
             targets in mendline.yaml decides it
            NOT_TRACKED: not tracked separately: {place} because {@why}
            NOT_TRACKED: not tracked separately: more than {places} deployments and services; others are not listed
            TRACKED: tracked separately from now on: {place}
            CONNECTION_SPIKE: connection spike: at least {factor} times the median of the last {minutes} min in\
             {services} services at once\
            [; new connections per minute: {connections}]\
            [; connection errors per minute: {errors}]\
            [; new connections per minute from {addresses} client addresses: {address-connections}]
            SPIKE_IGNORED: not counted as a connection spike because drivers reconnect after an election\
            [; new connections per minute: {connections}]\
            [; connection errors per minute: {errors}]\
            [; new connections per minute from {addresses} client addresses: {address-connections}]
            FLAPPING: flapping: reopened {times} times within {minutes} min; messages are edited, and nobody is\
             notified again
            FLAPPING_ENDED: no longer flapping: not reopened for {minutes} min
            PARENT_ASSIGNED: part of incident {parent} because {cause} explains both; it is not posted separately
            PARENT_REMOVED: no longer part of incident {parent}
            CHILDREN_ADDED: explains {deployments}
            CHILD_REMOVED: no longer explains {deployment} because its own evidence contradicts it
            SHORTENED: shortened: details of {findings} findings are partly left out; the journal has them
            """;

    private static final Map<TimelineKind, List<String>> TEMPLATES = TABLE.lines()
            .map(line -> line.split(": ", 2))
            .collect(Collectors.groupingBy(
                    row -> TimelineKind.valueOf(row[0]), Collectors.mapping(row -> row[1], Collectors.toList())));

    private static final Pattern OPTIONAL = Pattern.compile("\\[([^]]*)]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(@?)([a-z-]+)}");

    private TimelineText() {}

    public static TimelineEntry of(Instant at, TimelineKind kind, Params params, @Nullable String by) {
        return new TimelineEntry(at, kind, params.values(), by, sentence(kind, params));
    }

    /** Returns the entry of an incident that was merged into this one. */
    public static TimelineEntry carriedOver(Instant at, TimelineEntry old, String incident) {
        Params params = new Params(new TreeMap<>(old.params())).and("from-incident", incident);
        return new TimelineEntry(at, old.kind(), params.values(), old.by(), "from " + incident + ": " + old.what());
    }

    /** Returns the reason that the parameters hold, as a clause. */
    public static String clause(Params params) {
        return filled("{@" + Params.WHY + "}", params).orElse("");
    }

    /** Returns the sentence; empty for a kind that this version does not know. */
    static String sentence(TimelineKind kind, Params params) {
        return TEMPLATES.getOrDefault(kind, List.of()).stream()
                .flatMap(template -> rendered(template, params).stream())
                .findFirst()
                .orElse("");
    }

    private static Optional<String> rendered(String template, Params params) {
        StringBuilder text = new StringBuilder();
        Matcher optional = OPTIONAL.matcher(template);
        int from = 0;
        while (optional.find()) {
            Optional<String> before = filled(template.substring(from, optional.start()), params);
            if (before.isEmpty()) {
                return before;
            }
            text.append(before.get()).append(filled(optional.group(1), params).orElse(""));
            from = optional.end();
        }
        return filled(template.substring(from), params)
                .map(rest -> text.append(rest).toString());
    }

    /** Returns a piece with its values; empty when a parameter is missing. */
    private static Optional<String> filled(String piece, Params params) {
        StringBuilder text = new StringBuilder();
        Matcher place = PLACEHOLDER.matcher(piece);
        while (place.find()) {
            String value = params.values().get(place.group(2));
            if (value != null && !place.group(1).isEmpty()) {
                value = TimelineReason.of(value)
                        .flatMap(reason -> filled(reason.clause, params))
                        .orElse(value);
            }
            if (value == null) {
                return Optional.empty();
            }
            place.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        return Optional.of(place.appendTail(text).toString());
    }
}
