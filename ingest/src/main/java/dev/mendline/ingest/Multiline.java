package dev.mendline.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Joins the continuation lines of an event to its first line. */
final class Multiline implements LineSink {
    private static final int MAX_LINES = 500;
    private static final int MAX_BYTES = 256 << 10;

    private final LineSink sink;
    private final ByteArrayOutputStream event = new ByteArrayOutputStream();
    private final Continuation continuation = new Continuation();
    private long first;
    private int lines;
    private boolean cut;
    /** Number of blank lines after the event; the next line decides if they belong to it. */
    private int blanks;

    Multiline(LineSink sink) {
        this.sink = sink;
    }

    @Override
    public void line(long number, byte[] bytes, boolean lineCut) throws IOException {
        if (bytes.length == 0 && lines > 0) {
            blanks++;
            return;
        }
        boolean full = lines + blanks >= MAX_LINES || event.size() + blanks + bytes.length >= MAX_BYTES;
        if (continuation.takes(bytes, lines > 0, blanks > 0) && !full) {
            for (; blanks > 0; blanks--, lines++) {
                event.write('\n');
            }
            event.write('\n');
        } else {
            end();
            first = number;
        }
        event.write(bytes);
        lines++;
        cut |= lineCut;
    }

    /** Delivers the last event. */
    void end() throws IOException {
        if (lines > 0) {
            byte[] bytes = event.toByteArray();
            boolean wasCut = cut;
            long after = first + lines;
            int held = blanks;
            event.reset();
            lines = 0;
            blanks = 0;
            cut = false;
            sink.line(first, bytes, wasCut);
            for (int blank = 0; blank < held; blank++) {
                sink.line(after + blank, new byte[0], false);
            }
        }
    }
}
