package dev.mendline.probes.worker;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How workers share a zone's requests among them. */
public enum QueueKind {
    /** A share group (KIP-932): requests are dealt one by one. Needs brokers of Kafka 4.2 or later. */
    SHARE,
    /** An ordinary consumer group: each partition has one worker. For any broker. */
    CLASSIC,
    /** A share group where the broker can, else an ordinary consumer group. */
    AUTO;

    /** As configuration has it: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words that {@link #of} reads. */
    public static List<String> words() {
        return Arrays.stream(values()).map(QueueKind::word).toList();
    }

    /**
     * Reads a word.
     *
     * @throws IllegalArgumentException when there is no such kind; says which there are
     */
    public static QueueKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + word + "' is not allowed; allowed: " + String.join(", ", words())));
    }
}
