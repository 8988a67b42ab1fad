package dev.mendline.notifier.channel;

import dev.mendline.notifier.message.Message;
import org.jspecify.annotations.Nullable;

/** Place where people read messages: a Slack conversation, a terminal. */
public interface Channel {
    /** Returns the configured name, which is unique among the channels. */
    String name();

    /**
     * Posts a message, or edits the one that the channel shows already. Returns within 30 s. Never throws; the result
     * contains no secret.
     *
     * @param messageId the id that {@link Delivery.Sent} returned for this incident; null for the first message
     */
    Delivery deliver(Message message, @Nullable String messageId);
}
