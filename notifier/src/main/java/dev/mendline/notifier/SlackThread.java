package dev.mendline.notifier;

import org.jspecify.annotations.Nullable;

/** Where a message stands: the conversation's id and the message's time stamp, together {@code channel/ts}. */
record SlackThread(String channel, String ts) {
    /** Reads {@code channel/ts}; null where the text is no such place. */
    static @Nullable SlackThread of(@Nullable String text) {
        int slash = text == null ? -1 : text.lastIndexOf('/');
        return text == null || slash < 1 || slash == text.length() - 1
                ? null
                : new SlackThread(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return channel + "/" + ts;
    }
}
