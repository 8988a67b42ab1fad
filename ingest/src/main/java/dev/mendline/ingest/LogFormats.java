package dev.mendline.ingest;

import dev.mendline.model.log.LogEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what shippers and loggers write: JSON in any known dialect, OTLP JSON, container prefixes, plain text. */
public final class LogFormats {
    /** Bytes of a record that are read; what follows is left out, and {@link ReadProblem#TOO_LARGE} says so. */
    public static final int MAX_BYTES = 1 << 20;

    private LogFormats() {}

    /**
     * Whether bytes can be read without {@link ReadProblem} whatever they hold, so that who looks for nothing in them need not
     * read them: ASCII alone, and too few to be nested too deeply.
     */
    public static boolean isSound(byte[] value) {
        boolean isSound = value.length < EnvelopeReader.MAX_DEPTH;
        for (int i = 0; isSound && i < value.length; i++) {
            isSound = value[i] >= 0;
        }
        return isSound;
    }

    /**
     * The log events of one Kafka record value or one line. Takes any bytes, never throws, costs time in proportion to
     * their number.
     *
     * @param recordTime the time of events that say none of their own
     * @param serviceHint the service of events that name none
     */
    public static ReadResult read(byte[] value, Instant recordTime, @Nullable String serviceHint) {
        DecodedText line = DecodedText.of(value, MAX_BYTES);
        EnvelopeReader envelopes = new EnvelopeReader();
        List<LogEvent> events = envelopes.open(line.text()).stream()
                .map(draft -> draft.event(recordTime, serviceHint))
                .toList();
        return new ReadResult(events, line.damage() == null ? envelopes.damage() : line.damage());
    }
}
