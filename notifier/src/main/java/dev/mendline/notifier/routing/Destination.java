package dev.mendline.notifier.routing;

import dev.mendline.model.incident.Notification;
import org.jspecify.annotations.Nullable;

/**
 * State of one incident at one destination.
 *
 * @param channel configured name of the channel
 * @param shown the message that the channel shows; null if there is none
 * @param rejectedDigest digest of the last message that the channel rejected; null if there is none
 */
public record Destination(
        String channel,
        @Nullable Notification shown,
        @Nullable String rejectedDigest) {}
