package dev.mendline.model.incident;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Entry of the notification log: the current message about one incident at one destination.
 *
 * @param destination name of the configured channel
 * @param revision posted revision of the incident
 * @param thread id of the message in the channel ({@code channel/ts} for Slack)
 * @param digest digest of the message, so that an equal message is not sent twice
 * @param at time of posting, by the notifier's clock
 */
public record Notification(
        String incident,
        String destination,
        int revision,
        @Nullable String thread,
        String digest,
        Instant at) {
    public Notification {
        Objects.requireNonNull(incident, "incident");
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(at, "at");
    }
}
