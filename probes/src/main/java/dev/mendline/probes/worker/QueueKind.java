package dev.mendline.probes.worker;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Kind of group in which the workers of a zone share its requests. */
public enum QueueKind {
    /** Share group (KIP-932): requests are distributed one by one. Needs Kafka 4.2 or later. */
    SHARE,
    /** Ordinary consumer group: each partition has one worker. Works with any broker. */
    CLASSIC,
    /** Share group if the broker supports it, otherwise an ordinary consumer group. */
    AUTO;

    /** Returns the word for the configuration: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns all words that {@link #of} accepts. */
    public static List<String> words() {
        return Arrays.stream(values()).map(QueueKind::word).toList();
    }

    /** Parses one of {@link #words}. */
    public static QueueKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
