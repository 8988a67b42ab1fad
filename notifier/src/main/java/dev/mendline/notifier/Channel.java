package dev.mendline.notifier;

import org.jspecify.annotations.Nullable;

/** A place where people read. A new one is a class, its test and a line in {@link Channels}. */
public interface Channel {
    /** The configured name, unique among the channels. */
    String name();

    /**
     * Brings one message there, within 30 s; never throws, and shows no secret in what it answers.
     *
     * @param thread where this incident's message stands, as {@link Delivery.Sent} told it; null for the first time
     */
    Delivery deliver(Message message, @Nullable String thread);
}
