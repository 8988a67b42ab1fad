package dev.mendline.ingest;

import dev.mendline.model.log.LogEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @param recordTime time of events without their own
     * @param serviceHint service of events that name none
     */
    public static ReadResult read(byte[] value, Instant recordTime, @Nullable String serviceHint) {
        DecodedText line = DecodedText.of(value, MAX_BYTES);
        EnvelopeReader envelopes = new EnvelopeReader();
        List<LogEvent> events = envelopes.open(line.text()).stream()
                .map(draft -> draft.event(recordTime, serviceHint))
                .toList();
        return new ReadResult(events, line.problem() == null ? envelopes.problem() : line.problem());
    }
}
