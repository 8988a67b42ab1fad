package dev.mendline.notifier.delivery;

import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Notification;
import dev.mendline.notifier.channel.Delivery;
import dev.mendline.notifier.message.Message;
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
 * Queue of one channel: for each incident, the newest revision that is not delivered yet. It knows what the channel
 * shows, and asks the posting policy which revision is due. At most one message is in flight. The outbox has no clock
 * and does no I/O.
 */
final class Outbox {
    /** Maximum wait after repeated failures, unless the channel asks for more. */
    static final Duration MAX_BACKOFF = Duration.ofMinutes(1);

    private static final int MAX_DOUBLINGS = 10;

    /**
     * Message to send now.
     *
     * @param messageId id of the message to edit; null to post a new one
     */
    record Dispatch(Message message, @Nullable String messageId) {}

    /** Position of a record in the incidents topic. */
    record Position(int partition, long offset) {}

    /** Revision of an incident that waits for delivery, with its rendered message. */
    private record Revision(Incident incident, Message message, String digest, Position position) {
        String id() {
            return incident.id();
        }
    }

    private final String channel;
    private final Map<String, Notification> shown = new HashMap<>();
    private final Map<String, String> rejected = new HashMap<>();
    private final LinkedHashMap<String, Revision> pending = new LinkedHashMap<>();
    private @Nullable Revision inFlight;
    private Instant heldUntil = Instant.MIN;
    private int failures;

    Outbox(String channel) {
        this.channel = channel;
    }

    /** Restores what the channel shows from an entry of the notification log. */
    void restore(Notification entry) {
        shown.merge(entry.incident(), entry, (known, read) -> read.revision() < known.revision() ? known : read);
    }

    /** Removes all state of an incident. Returns true if the notification log has an entry for it. */
    boolean forget(String incident) {
        pending.remove(incident);
        rejected.remove(incident);
        return shown.remove(incident) != null;
    }

    /** Adds a revision. It takes the place of an older revision in the queue. */
    void offer(Incident incident, Message message, Position position, Instant now) {
        Revision revision = new Revision(incident, message, message.digest(), position);
        Revision older = pending.get(incident.id());
        if (older != null && incident.revision() < older.incident().revision()) {
            return;
        }
        // The delivery in flight may change what the channel shows, so next() decides after it.
        boolean undecided = inFlight != null && inFlight.id().equals(incident.id());
        if (undecided || !(decide(revision, now) instanceof Decision.Skip)) {
            pending.put(incident.id(), revision);
        } else {
            pending.remove(incident.id());
        }
    }

    /** Returns the first message that is due. It is in flight until {@link #settle}. */
    Optional<Dispatch> next(Instant now) {
        if (inFlight != null || now.isBefore(heldUntil)) {
            return Optional.empty();
        }
        pending.values().removeIf(revision -> decide(revision, now) instanceof Decision.Skip);
        for (Revision revision : pending.values()) {
            if (!(decide(revision, now) instanceof Decision.Hold)) {
                pending.remove(revision.id());
                inFlight = revision;
                Notification entry = shown.get(revision.id());
                return Optional.of(new Dispatch(revision.message(), entry == null ? null : entry.thread()));
            }
        }
        return Optional.empty();
    }

    private Decision decide(Revision revision, Instant now) {
        String id = revision.id();
        return PostingPolicy.decide(revision.incident(), revision.digest(), shown.get(id), rejected.get(id), now);
    }

    /** Records the result of the message in flight. Returns the new entry for the notification log, if any. */
    Optional<Notification> settle(Delivery delivery, Instant now) {
        Revision settled = inFlight;
        if (settled == null) {
            throw new IllegalStateException("no message is in flight to " + channel);
        }
        inFlight = null;
        if (delivery instanceof Delivery.Sent sent) {
            return Optional.of(sent(settled, sent.messageId(), now));
        }
        if (delivery instanceof Delivery.RetryLater later) {
            hold(settled, later.after(), now);
        } else {
            failures = 0;
            rejected.put(settled.id(), settled.digest());
        }
        return Optional.empty();
    }

    private Notification sent(Revision settled, @Nullable String messageId, Instant now) {
        failures = 0;
        rejected.remove(settled.id());
        Notification entry = new Notification(
                settled.id(), channel, settled.incident().revision(), messageId, settled.digest(), now);
        shown.put(entry.incident(), entry);
        return entry;
    }

    /** Pauses the whole channel, longer after each failure. The message goes to the end of the queue. */
    private void hold(Revision settled, Duration after, Instant now) {
        Duration doubled = after.multipliedBy(1L << Math.min(failures++, MAX_DOUBLINGS));
        Duration limited = doubled.compareTo(MAX_BACKOFF) < 0 ? doubled : MAX_BACKOFF;
        heldUntil = now.plus(limited.compareTo(after) < 0 ? after : limited);
        pending.putIfAbsent(settled.id(), settled);
    }

    /**
     * Returns the positions that must be read again after a restart. A held revision does not count if a newer one
     * follows when the wait ends.
     */
    List<Position> unsettled(Instant now) {
        List<Position> positions = new ArrayList<>();
        for (Revision revision : pending.values()) {
            boolean newerFollows = decide(revision, now) instanceof Decision.Hold hold
                    && hold.reason().newRevisionFollows();
            if (!newerFollows) {
                positions.add(revision.position());
            }
        }
        if (inFlight != null) {
            positions.add(inFlight.position());
        }
        return positions;
    }

    /** Drops the queue of a partition: another notifier reads it now. */
    void leave(int partition) {
        pending.values().removeIf(revision -> revision.position().partition() == partition);
    }
}
