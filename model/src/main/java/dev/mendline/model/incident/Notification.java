package dev.mendline.model.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The ledger's line for one incident at one destination: what stands there now.
 *
 * @param destination the channel's configured name
 * @param revision the incident's revision that was posted
 * @param thread where the message can be found again, as the channel names it ({@code channel/ts} for Slack)
 * @param digest of the message's content, so that an equal message is not sent twice
 * @param at when it was posted, by the notifier's clock
 */
public record Notification(
        String incident,
        String destination,
        int revision,
        @Nullable String thread,
        String digest,
        Instant at) {}
