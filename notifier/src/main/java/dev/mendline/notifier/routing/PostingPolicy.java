package dev.mendline.notifier.routing;

import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Notification;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.incident.Verdict;
import dev.mendline.notifier.routing.Decision.Hold;
import dev.mendline.notifier.routing.Decision.HoldReason;
import dev.mendline.notifier.routing.Decision.Post;
import dev.mendline.notifier.routing.Decision.Skip;
import dev.mendline.notifier.routing.Decision.SkipReason;
import dev.mendline.notifier.routing.Decision.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Rules that decide whether, when and where a revision of an incident is shown. Only a first message alerts people, an
 * edit does not; so the rules for first messages are strict, and edits are only limited in rate.
 *
 * @param editInterval minimum time between two edits of a message
 * @param diagnosisWait maximum time that a first message waits for a diagnosis, from the opening of the incident
 * @param sharedCauseWait time that a first message waits for other targets with the same cause, from the first symptom
 *     of this episode
 */
public record PostingPolicy(Duration editInterval, Duration diagnosisWait, Duration sharedCauseWait) {
    /**
     * Slack accepts about 50 edits per minute. The first message is due within 10 s of the log line, and most diagnoses
     * take less than 5 s. Probes of other targets may take a little longer.
     */
    public static final PostingPolicy DEFAULT =
            new PostingPolicy(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(7));

    /**
     * Decides about one revision at one destination.
     *
     * @param digest digest of the message of this revision
     */
    public Decision decide(Incident incident, String digest, Destination destination, Instant now) {
        Notification shown = destination.shown();
        if (shown != null && incident.revision() <= shown.revision()) {
            return new Skip(SkipReason.ALREADY_SHOWN);
        }
        if (digest.equals(destination.rejectedDigest())) {
            return new Skip(SkipReason.REJECTED_BEFORE);
        }
        return shown == null ? first(incident, now) : edit(digest, shown, now);
    }

    private Decision edit(String digest, Notification shown, Instant now) {
        if (digest.equals(shown.digest())) {
            return new Skip(SkipReason.UNCHANGED);
        }
        Instant due = shown.at().plus(editInterval);
        boolean clockWentBack = now.isBefore(shown.at());
        return now.isBefore(due) && !clockWentBack ? new Hold(due, HoldReason.EDIT_INTERVAL) : new Update();
    }

    private Decision first(Incident incident, Instant now) {
        return reasonNotToPost(incident)
                .<Decision>map(Skip::new)
                .orElseGet(() -> hold(incident)
                        .filter(hold -> now.isBefore(hold.until()))
                        .<Decision>map(hold -> hold)
                        .orElseGet(Post::new));
    }

    private static Optional<SkipReason> reasonNotToPost(Incident incident) {
        if (incident.state() != Incident.State.OPEN) {
            return Optional.of(SkipReason.ENDED);
        }
        if (incident.historical()) {
            return Optional.of(SkipReason.HISTORICAL);
        }
        if (incident.parent() != null) {
            return Optional.of(SkipReason.CHILD_OF_PARENT);
        }
        Verdict verdict = incident.diagnosis().verdict();
        boolean likely = verdict == Verdict.CONFIRMED || verdict == Verdict.LIKELY;
        if (incident.severity() != Severity.LOW || likely) {
            return Optional.empty();
        }
        return Optional.of(verdict == Verdict.REFUTED ? SkipReason.LOW_AND_REFUTED : SkipReason.LOW_AND_UNPROVEN);
    }

    private Optional<Hold> hold(Incident incident) {
        Verdict verdict = incident.diagnosis().verdict();
        if (incident.silencedUntil() != null) {
            return Optional.of(new Hold(incident.silencedUntil(), HoldReason.SILENCED));
        }
        if (incident.shared() != null && verdict.compareTo(Verdict.POSSIBLE) <= 0) {
            return Optional.of(new Hold(episodeStart(incident).plus(sharedCauseWait), HoldReason.SHARED_CAUSE_PENDING));
        }
        return verdict == Verdict.POSSIBLE
                ? Optional.of(new Hold(incident.openedAt().plus(diagnosisWait), HoldReason.DIAGNOSIS_PENDING))
                : Optional.empty();
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
