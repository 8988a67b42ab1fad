package dev.mendline.engine.incident.timeline;

import static java.util.Map.entry;

import dev.mendline.model.incident.Incident.TimelineEntry;
import dev.mendline.model.incident.TimelineKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Renders timeline entries as sentences.
 *
 * <p>A kind has templates; the first one that finds all its parameters is taken. {@code {name}} is the value of a parameter,
 * {@code {@name}} the clause of the {@link TimelineReason} that it holds. A part in brackets is left out if one of its
 * parameters is missing.
 */
public final class TimelineText {
    private static final String FROM = "from-incident";
    private static final String BY_PARENT =
            "because {cause} is {verdict} for {deployments}, and {candidates} deployments may share it";
    private static final String BY_SYMPTOM =
            "by {symptom} from {services}[ ({count} times within {seconds} s)]" + "[; severity is low because {@low}]";
    private static final String CHECK = "{probe}[ {node}] from zone {zone}";
    private static final String RISES = "[; new connections per minute: {connections}]"
            + "[; connection errors per minute: {errors}]"
            + "[; new connections per minute from {addresses} client addresses: {address-connections}]";

    private static final Map<TimelineKind, List<String>> TEMPLATES = Map.ofEntries(
            entry(
                    TimelineKind.OPENED,
                    List.of(
                            "opened " + BY_PARENT,
                            "opened " + BY_SYMPTOM,
                            "opened for all that this site cannot track separately")),
            entry(TimelineKind.REOPENED, List.of("reopened " + BY_PARENT, "reopened " + BY_SYMPTOM)),
            entry(
                    TimelineKind.RESOLVED,
                    List.of(
                            "resolved: no sighting for {quiet-seconds} s, and no probe fails",
                            "resolved by hand: {reason}",
                            "resolved because it explains no open incident any more")),
            entry(TimelineKind.MERGED, List.of("merged into incident {into} because its deployment is {target}")),
            entry(
                    TimelineKind.MERGED_FROM,
                    List.of("merged incident {incident} of {services} into this one"
                            + "; it was open since {opened-at}[, opened by {symptom}]")),
            entry(
                    TimelineKind.MERGE_REQUESTED,
                    List.of("its deployment is {target}; the incident of {target} is asked to take it over")),
            entry(
                    TimelineKind.NOT_MERGED,
                    List.of("not merged into the incident of {target} because lines counted here name other hosts")),
            entry(TimelineKind.ACKNOWLEDGED, List.of("acknowledged: {reason}")),
            entry(
                    TimelineKind.UNACKNOWLEDGED,
                    List.of(
                            "no longer acknowledged by {acknowledged-by} because the incident reopened",
                            "no longer acknowledged[: {reason}]")),
            entry(TimelineKind.SILENCED, List.of("silenced until {until}: {reason}")),
            entry(TimelineKind.UNSILENCED, List.of("no longer silenced[: {reason}]")),
            entry(TimelineKind.SILENCE_ENDED, List.of("the silence ended")),
            entry(
                    TimelineKind.RECHECK_REQUESTED,
                    List.of(
                            "requested a recheck[ ({reason})]: not possible because {@why}",
                            "requested a recheck[ ({reason})]: {requested} of {checks} checks"
                                    + "[; not {old-lines} because the lines were old when they were read]"
                                    + "[; not {answer-pending} because an answer is still outstanding]"
                                    + "[; not {probed-recently} because that ran within the last {seconds} s]"
                                    + "[; not {no-connection} because no connection opens]"
                                    + "[; not {probe-limit} because the limit of checks a minute is"
                                    + " {per-target} for one deployment and {per-site} for its site]")),
            entry(
                    TimelineKind.FEEDBACK,
                    List.of("says that the diagnosis[ {diagnosis}] is {judgement}[: it was {cause}][: {reason}]")),
            entry(TimelineKind.COMMAND_REJECTED, List.of("{command} rejected because {@why}")),
            entry(TimelineKind.PROBES_REQUESTED, List.of("requested {probe}[ {nodes}] from zone {zone}")),
            entry(TimelineKind.PROBES_DEFERRED, List.of("deferred {deferred} of {checks} checks because {@why}")),
            entry(TimelineKind.NOT_PROBED, List.of("not probed[ ({probes})] because {@why}")),
            entry(
                    TimelineKind.PROBE_FINISHED,
                    List.of(CHECK + " {outcome}[: {reason}][; not requested: {skipped}, which would only repeat it]")),
            entry(TimelineKind.ANSWER_IGNORED, List.of("ignored the answer to " + CHECK + " because it came too late")),
            entry(TimelineKind.DIAGNOSIS_CHANGED, List.of("{cause} is {verdict}[ because {@why}]")),
            entry(TimelineKind.SYMPTOMS_SUPPRESSED, List.of("suppressed because {cause} brings them: {symptoms}")),
            entry(TimelineKind.SUPPRESSION_ENDED, List.of("no longer suppressed, counts in full again: {symptoms}")),
            entry(
                    TimelineKind.COUNTED_IN_FULL,
                    List.of("counts in full because {service} logs {symptom} as an error that drivers do not retry")),
            entry(TimelineKind.NOT_REOPENED, List.of("not reopened by {symptom} from {service} because {@why}")),
            entry(
                    TimelineKind.NOT_RESOLVED,
                    List.of("not resolved: no sighting for {quiet-seconds} s, but " + CHECK
                            + " fails[ (other failing checks: {others})]")),
            entry(
                    TimelineKind.TARGET_UNCLEAR,
                    List.of("deployment unclear because the service talks to {deployments}"
                            + "; 'services' of one of these targets in mendline.yaml decides it")),
            entry(
                    TimelineKind.NOT_TRACKED,
                    List.of(
                            "not tracked separately: {place} because {@why}",
                            "not tracked separately: more than {places} deployments and services; others are not listed")),
            entry(TimelineKind.TRACKED, List.of("tracked separately from now on: {place}")),
            entry(
                    TimelineKind.CONNECTION_SPIKE,
                    List.of("connection spike: at least {factor} times the median of the last {minutes} min in"
                            + " {services} services at once" + RISES)),
            entry(
                    TimelineKind.SPIKE_IGNORED,
                    List.of("not counted as a connection spike because drivers reconnect after an election" + RISES)),
            entry(
                    TimelineKind.FLAPPING,
                    List.of("flapping: reopened {times} times within {minutes} min"
                            + "; messages are edited, and nobody is notified again")),
            entry(TimelineKind.FLAPPING_ENDED, List.of("no longer flapping: not reopened for {minutes} min")),
            entry(
                    TimelineKind.PARENT_ASSIGNED,
                    List.of("part of incident {parent} because {cause} explains both; it is not posted separately")),
            entry(TimelineKind.PARENT_REMOVED, List.of("no longer part of incident {parent}")),
            entry(TimelineKind.CHILDREN_ADDED, List.of("explains {deployments}")),
            entry(
                    TimelineKind.CHILD_REMOVED,
                    List.of("no longer explains {deployment} because its own evidence contradicts it")),
            entry(
                    TimelineKind.SHORTENED,
                    List.of("shortened: details of {findings} findings are partly left out; the journal has them")));

    private static final Pattern OPTIONAL = Pattern.compile("\\[([^]]*)]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(@?)([a-z-]+)}");

    private TimelineText() {}

    public static TimelineEntry of(Instant at, TimelineKind kind, Params params, @Nullable String by) {
        return new TimelineEntry(at, kind, params.values(), by, sentence(kind, params));
    }

    /** The entry of an incident that was merged into this one. */
    public static TimelineEntry carriedOver(Instant at, TimelineEntry old, String incident) {
        Params params = new Params(new TreeMap<>(old.params())).and(FROM, incident);
        return new TimelineEntry(at, old.kind(), params.values(), old.by(), "from " + incident + ": " + old.what());
    }

    /** The reason that the parameters hold, as a clause. */
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

    /** Empty when a parameter is missing. */
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
