package dev.mendline.notifier.delivery;

import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Notification;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.incident.Verdict;
import dev.mendline.notifier.delivery.Decision.Hold;
import dev.mendline.notifier.delivery.Decision.HoldReason;
import dev.mendline.notifier.delivery.Decision.Post;
import dev.mendline.notifier.delivery.Decision.Skip;
import dev.mendline.notifier.delivery.Decision.SkipReason;
import dev.mendline.notifier.delivery.Decision.Update;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Rules that decide whether and when a revision of an incident is shown. Only a first message alerts people, an edit
 * does not; so the rules for first messages are strict, and edits are only limited in rate.
 */
final class PostingPolicy {
    /** Minimum time between two edits of a message; Slack accepts about 50 edits per minute. */
    private static final Duration EDIT_INTERVAL = Duration.ofSeconds(3);

    /** Maximum wait for a diagnosis, from the opening of the incident. Most diagnoses take less than 5 s. */
    private static final Duration DIAGNOSIS_WAIT = Duration.ofSeconds(5);

    /** Wait for other targets with the same cause, from the first symptom of this episode. */
    private static final Duration SHARED_CAUSE_WAIT = Duration.ofSeconds(7);

    private PostingPolicy() {}

    /**
     * Decides about one revision in one channel.
     *
     * @param digest digest of the message of this revision
     * @param shown message that the channel shows; null if there is none
     * @param rejectedDigest digest of the last message that the channel rejected; null if there is none
     */
    static Decision decide(
            Incident incident,
            String digest,
            @Nullable Notification shown,
            @Nullable String rejectedDigest,
            Instant now) {
        if (shown != null && incident.revision() <= shown.revision()) {
            return new Skip(SkipReason.ALREADY_SHOWN);
        }
        if (digest.equals(rejectedDigest)) {
            return new Skip(SkipReason.REJECTED_BEFORE);
        }
        return shown == null ? first(incident, now) : edit(digest, shown, now);
    }

    private static Decision edit(String digest, Notification shown, Instant now) {
        if (digest.equals(shown.digest())) {
            return new Skip(SkipReason.UNCHANGED);
        }
        Instant due = shown.at().plus(EDIT_INTERVAL);
        boolean clockWentBack = now.isBefore(shown.at());
        return now.isBefore(due) && !clockWentBack ? new Hold(due, HoldReason.EDIT_INTERVAL) : new Update();
    }

    private static Decision first(Incident incident, Instant now) {
        Verdict verdict = incident.diagnosis().verdict();
        if (incident.state() != Incident.State.OPEN) {
            return new Skip(SkipReason.ENDED);
        }
        if (incident.historical()) {
            return new Skip(SkipReason.HISTORICAL);
        }
        if (incident.parent() != null) {
            return new Skip(SkipReason.CHILD_OF_PARENT);
        }
        if (incident.severity() == Severity.LOW && verdict.compareTo(Verdict.LIKELY) > 0) {
            return new Skip(verdict == Verdict.REFUTED ? SkipReason.LOW_AND_REFUTED : SkipReason.LOW_AND_UNPROVEN);
        }
        Hold hold = hold(incident, verdict);
        return hold != null && now.isBefore(hold.until()) ? hold : new Post();
    }

    private static @Nullable Hold hold(Incident incident, Verdict verdict) {
        if (incident.silencedUntil() != null) {
            return new Hold(incident.silencedUntil(), HoldReason.SILENCED);
        }
        if (incident.shared() != null && verdict.compareTo(Verdict.POSSIBLE) <= 0) {
            return new Hold(episodeStart(incident).plus(SHARED_CAUSE_WAIT), HoldReason.SHARED_CAUSE_PENDING);
        }
        return verdict == Verdict.POSSIBLE
                ? new Hold(incident.openedAt().plus(DIAGNOSIS_WAIT), HoldReason.DIAGNOSIS_PENDING)
                : null;
    }

    /** Returns the start of the present episode: symptom counts start again when an incident reopens. */
    private static Instant episodeStart(Incident incident) {
        Instant seen = incident.symptoms().stream()
                .map(Incident.SymptomCount::firstSeen)
                .min(Instant::compareTo)
                .filter(first -> incident.episodes() > 1 && first.isBefore(incident.updatedAt()))
                .orElse(incident.openedAt());
        return seen.isBefore(incident.openedAt()) ? incident.openedAt() : seen;
    }
}
