package dev.mendline.engine.incident.timeline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reason that something was not done, or counts for less. */
public enum TimelineReason {
    OLD_LINES("the lines were old when they were read"),
    PROBES_OFF("probes are switched off"),
    TARGET_UNKNOWN("the log lines name no known deployment"),
    ATLAS_NOT_CONFIGURED("no Atlas project is configured for this deployment"),
    PROBED_RECENTLY("the same check ran within the last {seconds} s"),
    ANSWER_PENDING("its answer is still outstanding"),
    NO_CONNECTION("no connection opens"),
    PROBE_LIMIT("the limit of checks a minute is {per-target} for one deployment and {per-site} for its site"),
    NO_FINDINGS("there is no finding yet"),
    TOO_FEW("it reopens at {noisy-count} sightings within {seconds} s"),
    TOO_MANY_OPEN("the site's limit of open incidents is reached ({open})"),
    TOO_MANY_NEW("{service} named too many new deployments within an hour ({new})"),
    BUFFER_FULL("{buffered} sightings of noisy symptoms are buffered already"),
    LIMIT_REACHED("the site has or had too many incidents"),
    NEEDS_SECOND_CHECK("drivers retry this error, and a second check has to find it too"),
    DRIVERS_RETRY("drivers retry this error by themselves"),
    NO_COMPLAINT("no service reports an error"),
    UNKNOWN_COMMAND("this version does not know the command"),
    UNKNOWN_INCIDENT("the incident does not exist"),
    REASON_MISSING("it needs a reason"),
    ALREADY_MERGED("the incident is merged into {into}"),
    NOT_OPEN("the incident is not open"),
    NOT_ACKNOWLEDGED("nobody has acknowledged the incident"),
    NOT_SILENCED("the incident is not silenced"),
    END_MISSING("it needs an end"),
    END_PASSED("its end, {until}, is in the past"),
    SILENCE_TOO_LONG("the longest silence is {hours} h"),
    IS_PARENT("the incident stands for others, which can be rechecked one by one"),
    IS_OVERFLOW("the incident counts deployments and services that are not tracked separately"),
    JUDGEMENT_MISSING("it says neither right nor wrong"),
    CAUSE_NOT_ALLOWED("a diagnosis that is right has no other cause");

    final String clause;

    TimelineReason(String clause) {
        this.clause = clause;
    }

    /** Returns the value of a parameter: lower case with hyphens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<TimelineReason> of(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.word().equals(word))
                .findFirst();
    }
}
