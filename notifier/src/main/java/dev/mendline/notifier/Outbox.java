package dev.mendline.notifier;

import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Notification;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.incident.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one channel is to be told next: of each incident the newest revision, once. It holds what stands at the channel
 * (the ledger's lines) and at most one waiting message per incident, and decides by the time that it is told; no clock,
 * no I/O. One message is on its way at a time.
 */
final class Outbox {
    /** Slack takes some 50 edits a minute; a reader takes fewer. */
    static final Duration BETWEEN_EDITS = Duration.ofSeconds(3);

    /** The first message comes within 10 s of the line; most diagnoses take less than this. */
    static final Duration FOR_A_DIAGNOSIS = Duration.ofSeconds(5);

    /** What others may share waits a little longer, for a look at any of them may take its time. */
    static final Duration FOR_THE_OTHERS = Duration.ofSeconds(7);

    static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** Where a revision stands on the incidents topic. */
    record Place(int partition, long offset) {}

    /**
     * A message to deliver.
     *
     * @param notBefore when it may go
     * @param comesAgain whether the end of that wait brings a new revision, so that this one may be forgotten
     * @param thread where to edit; null to post anew
     */
    record Letter(
            Message message,
            String digest,
            Place place,
            Instant notBefore,
            boolean comesAgain,
            @Nullable String thread) {
        private String incident() {
            return message.incident();
        }

        private Letter to(@Nullable String there) {
            return new Letter(message, digest, place, notBefore, comesAgain, there);
        }
    }

    private final String channel;
    private final Map<String, Notification> posted = new HashMap<>();
    private final Map<String, String> refused = new HashMap<>();
    private final LinkedHashMap<String, Letter> waiting = new LinkedHashMap<>();
    private @Nullable Letter onItsWay;
    private Instant heldUntil = Instant.MIN;
    private int failures;

    Outbox(String channel) {
        this.channel = channel;
    }

    /** A line of the ledger: what stands at the channel. */
    void recall(Notification line) {
        posted.merge(line.incident(), line, (known, read) -> read.revision() < known.revision() ? known : read);
    }

    /** The incident's time is over; answers whether the ledger held something of it. */
    boolean forget(String incident) {
        waiting.remove(incident);
        refused.remove(incident);
        return posted.remove(incident) != null;
    }

    /** A revision of an incident and its rendering; replaces an older one that still waits, in its place of the queue. */
    void offer(Incident incident, Message message, Place place) {
        Notification standing = posted.get(incident.id());
        Letter older = waiting.get(incident.id());
        if ((standing != null && incident.revision() <= standing.revision())
                || (older != null && incident.revision() < older.message().revision())) {
            return;
        }
        if (standing == null && !onItsWay(incident.id()) && !worthAPost(incident)) {
            waiting.remove(incident.id());
            return;
        }
        Instant notBefore = standing == null ? notBefore(incident) : Instant.MIN;
        waiting.put(
                incident.id(), new Letter(message, message.digest(), place, notBefore, !mayBeShared(incident), null));
    }

    /**
     * Nobody is called for what is old, over, or already told with what it belongs to; nor for what matters little while
     * nothing shows that it is more than noise.
     */
    private static boolean worthAPost(Incident incident) {
        boolean shown = incident.diagnosis().verdict().compareTo(Verdict.LIKELY) <= 0;
        return incident.state() == Incident.State.OPEN
                && !incident.historical()
                && incident.parent() == null
                && (shown || incident.severity() != Severity.LOW);
    }

    /** Only a post calls somebody, an edit does not; so the post waits a moment for the diagnosis. */
    private static Instant notBefore(Incident incident) {
        Instant silenced = incident.silencedUntil();
        if (silenced != null) {
            return silenced;
        }
        if (mayBeShared(incident)) {
            return began(incident).plus(FOR_THE_OTHERS);
        }
        boolean outstanding = incident.diagnosis().verdict() == Verdict.POSSIBLE;
        return outstanding ? incident.openedAt().plus(FOR_A_DIAGNOSIS) : Instant.MIN;
    }

    /** Others may show the same cause in this moment, and one message then tells of all. */
    private static boolean mayBeShared(Incident incident) {
        return incident.silencedUntil() == null
                && incident.shared() != null
                && incident.diagnosis().verdict().compareTo(Verdict.POSSIBLE) <= 0;
    }

    /** When this episode did: what was seen in an earlier one is not counted any more. */
    private static Instant began(Incident incident) {
        Instant seen = incident.symptoms().stream()
                .map(Incident.SymptomCount::firstSeen)
                .min(Instant::compareTo)
                .filter(first -> incident.episodes() > 1 && first.isBefore(incident.updatedAt()))
                .orElse(incident.openedAt());
        return seen.isBefore(incident.openedAt()) ? incident.openedAt() : seen;
    }

    private boolean onItsWay(String incident) {
        return onItsWay != null && onItsWay.incident().equals(incident);
    }

    /** Takes the first message that is due; it is on its way until {@link #settle}. */
    Optional<Letter> next(Instant now) {
        if (onItsWay != null || now.isBefore(heldUntil)) {
            return Optional.empty();
        }
        waiting.values().removeIf(this::tellsNothingNew);
        for (Letter letter : waiting.values()) {
            Notification standing = posted.get(letter.incident());
            if (due(letter, standing, now)) {
                waiting.remove(letter.incident());
                onItsWay = letter.to(standing == null ? null : standing.thread());
                return Optional.of(onItsWay);
            }
        }
        return Optional.empty();
    }

    private boolean tellsNothingNew(Letter letter) {
        Notification standing = posted.get(letter.incident());
        boolean over = letter.message().state() != Incident.State.OPEN;
        return (standing == null ? over : letter.digest().equals(standing.digest()))
                || letter.digest().equals(refused.get(letter.incident()));
    }

    private static boolean due(Letter letter, @Nullable Notification standing, Instant now) {
        if (standing == null) {
            return !now.isBefore(letter.notBefore());
        }
        Duration since = Duration.between(standing.at(), now);
        return since.isNegative() || since.compareTo(BETWEEN_EDITS) >= 0;
    }

    /** What became of the message on its way; answers the line that the ledger needs, if any. */
    Optional<Notification> settle(Delivery delivery, Instant now) {
        Letter letter = onItsWay;
        if (letter == null) {
            throw new IllegalStateException("nothing is on its way to " + channel);
        }
        onItsWay = null;
        return delivery.fold(
                sent -> Optional.of(sent(letter, sent, now)),
                later -> {
                    hold(letter, later.after(), now);
                    return Optional.empty();
                },
                rejected -> {
                    failures = 0;
                    refused.put(letter.incident(), letter.digest());
                    return Optional.empty();
                });
    }

    private Notification sent(Letter letter, Delivery.Sent sent, Instant now) {
        failures = 0;
        refused.remove(letter.incident());
        Notification line = new Notification(
                letter.incident(), channel, letter.message().revision(), sent.thread(), letter.digest(), now);
        posted.put(line.incident(), line);
        return line;
    }

    /** The whole channel waits, longer each time; the message goes to the end of the queue, unless a newer one is there. */
    private void hold(Letter letter, Duration after, Instant now) {
        Duration doubled = after.multipliedBy(1L << Math.min(failures++, 10));
        Duration patient = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
        heldUntil = now.plus(patient.compareTo(after) < 0 ? after : patient);
        waiting.putIfAbsent(letter.incident(), letter);
    }

    /**
     * Places that must be read again after a restart, since what stands there is not delivered. What is silenced, or
     * waits for its diagnosis, does not count: the end of it brings a new revision.
     */
    List<Place> unsettled(Instant now) {
        List<Place> places = new ArrayList<>();
        waiting.values().stream()
                .filter(letter -> !letter.comesAgain() || !now.isBefore(letter.notBefore()))
                .map(Letter::place)
                .forEach(places::add);
        if (onItsWay != null) {
            places.add(onItsWay.place());
        }
        return places;
    }

    /** Another reader has these partitions now, and delivers what waits in them. */
    void leave(int partition) {
        waiting.values().removeIf(letter -> letter.place().partition() == partition);
    }
}
