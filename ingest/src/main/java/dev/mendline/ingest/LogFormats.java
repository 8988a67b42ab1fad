package dev.mendline.ingest;

import dev.mendline.model.log.LogEvent;
import dev.mendline.model.log.Resource;
import java.time.Instant;
import java.util.List;

/** Parser of log records: JSON in any known dialect, OTLP JSON, container prefixes and plain text. */
public final class LogFormats {
    /**
     * Maximum number of bytes of a record that are read; the rest is ignored and reported as {@link
     * ReadProblem#TOO_LARGE}.
     */
    public static final int MAX_BYTES = 1 << 20;

    private LogFormats() {}

    /**
     * Returns true if the bytes cannot cause a {@link ReadProblem}: they are ASCII and too short for deep nesting. Such
     * bytes need no parsing if nothing in them is of interest.
     */
    public static boolean isSound(byte[] value) {
        boolean isSound = value.length < EnvelopeReader.MAX_DEPTH;
        for (int i = 0; isSound && i < value.length; i++) {
            isSound = value[i] >= 0;
        }
        return isSound;
    }

    /**
     * Parses the log events of one Kafka record value or one line. It accepts any bytes, never throws, and takes time
     * proportional to their number.
     *
     * @param recordTime time of events without their own; no event is later
     * @param hint what is known of the producer of events that do not say it
     */
    public static ReadResult read(byte[] value, Instant recordTime, Resource hint) {
        DecodedText line = DecodedText.of(value, MAX_BYTES);
        EnvelopeReader envelopes = new EnvelopeReader();
        List<LogEvent> events = envelopes.open(line.text()).stream()
                .map(draft -> draft.event(recordTime, hint))
                .toList();
        return new ReadResult(events, line.problem() == null ? envelopes.problem() : line.problem());
    }

    /** Returns a text without colors and without the prefixes of its lines. */
    public static String withoutPrefixes(String text) {
        return PlainText.bare(text).text();
    }
}
