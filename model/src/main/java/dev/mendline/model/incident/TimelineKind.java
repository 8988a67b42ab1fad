package dev.mendline.model.incident;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import dev.mendline.model.text.WireName;

/** Kind of a timeline entry. */
public enum TimelineKind implements WireName {
    /** The incident opened. */
    OPENED(false),
    /** A new episode began. */
    REOPENED(false),
    /** The incident ended, by itself or by a person's command. */
    RESOLVED(false),
    /** The incident ended because another one counts it from now on. */
    MERGED(false),
    /** Another incident was merged into this one. */
    MERGED_FROM(false),
    /** The deployment became known, and its incident was asked to take this one over. */
    MERGE_REQUESTED(false),
    /** The incident was not merged into that of the deployment. */
    NOT_MERGED(true),
    /** A person took the incident on. */
    ACKNOWLEDGED(false),
    /** Nobody has acknowledged the incident any more. */
    UNACKNOWLEDGED(false),
    /** A person silenced the incident. */
    SILENCED(false),
    /** A person ended the silence. */
    UNSILENCED(false),
    /** The silence ran out. */
    SILENCE_ENDED(false),
    /** A person asked for all checks again. */
    RECHECK_REQUESTED(false),
    /** A person judged the diagnosis. */
    FEEDBACK(false),
    /** A person's command was rejected. */
    COMMAND_REJECTED(true),
    /** Workers were asked for a probe. */
    PROBES_REQUESTED(false),
    /** Checks wait until the limits allow them. */
    PROBES_DEFERRED(true),
    /** Something was not probed. */
    NOT_PROBED(true),
    /** A probe was answered, or nobody answered it in time. */
    PROBE_FINISHED(false),
    /** An answer came too late. */
    ANSWER_IGNORED(true),
    /** The leading cause, or its verdict, changed. */
    DIAGNOSIS_CHANGED(false),
    /** Symptoms say nothing of their own because the confirmed cause brings them. */
    SYMPTOMS_SUPPRESSED(false),
    /** Suppressed symptoms count again. */
    SUPPRESSION_ENDED(false),
    /** A line showed that drivers do not retry the error, so the incident has its full severity. */
    COUNTED_IN_FULL(false),
    /** A sighting did not reopen the incident. */
    NOT_REOPENED(true),
    /** The incident is quiet, but stays open. */
    NOT_RESOLVED(true),
    /** The service talks to several deployments, and its lines tell none of them apart. */
    TARGET_UNCLEAR(false),
    /** A deployment or service is counted here because the site has too many incidents. */
    NOT_TRACKED(true),
    /** A deployment or service that was counted here has an incident of its own. */
    TRACKED(false),
    /** Several services made many more connections than usual. */
    CONNECTION_SPIKE(false),
    /** A rise of connections was not counted as a spike. */
    SPIKE_IGNORED(true),
    /** The incident reopens again and again. */
    FLAPPING(false),
    /** The incident no longer reopens again and again. */
    FLAPPING_ENDED(false),
    /** Another incident explains this one. */
    PARENT_ASSIGNED(false),
    /** No other incident explains this one any more. */
    PARENT_REMOVED(false),
    /** The incident explains more deployments. */
    CHILDREN_ADDED(false),
    /** The incident does not explain a deployment any more. */
    CHILD_REMOVED(false),
    /** Parts of this revision were left out to keep it small. */
    SHORTENED(false),
    /** A kind that this version does not know; its sentence says what it was. */
    @JsonEnumDefaultValue
    UNKNOWN(false);

    private final boolean omission;

    TimelineKind(boolean omission) {
        this.omission = omission;
    }

    /** Returns whether it records that something was not done. */
    public boolean isOmission() {
        return omission;
    }
}
