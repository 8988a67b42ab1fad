package dev.mendline.notifier.slack;

import org.jspecify.annotations.Nullable;

/** Id of a posted message: conversation id and message time stamp, written as {@code channel/ts}. */
record SlackMessageId(String channel, String ts) {
    /** Parses {@code channel/ts}. Returns null if the text has another form. */
    static @Nullable SlackMessageId of(@Nullable String text) {
        int slash = text == null ? -1 : text.lastIndexOf('/');
        return text == null || slash < 1 || slash == text.length() - 1
                ? null
                : new SlackMessageId(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return channel + "/" + ts;
    }
}
