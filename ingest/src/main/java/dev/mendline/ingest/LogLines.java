package dev.mendline.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Splitter of a stream of any length into lines, as they arrive. */
public final class LogLines {
    /** Maximum number of bytes of one line: 16 MiB. */
    public static final int MAX_LINE = 16 << 20;

    private static final int CHUNK = 64 << 10;

    private final LineSink sink;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    private long number = 1;
    private boolean cut;
    /** True if a line has started, so that the end of the stream ends it. */
    private boolean begun;

    private LogLines(LineSink sink) {
        this.sink = sink;
    }

    /**
     * Reads to the end of the stream and leaves it open. A line is delivered as soon as its end is read.
     *
     * @param multiline true to join stack traces and the like to the line before them, up to 500 lines or 256 KiB. An
     *     event is then delivered when the next one starts or the stream ends
     */
    public static void read(InputStream in, boolean multiline, LineSink sink) throws IOException {
        if (multiline) {
            Multiline events = new Multiline(sink);
            new LogLines(events).read(in);
            events.end();
        } else {
            new LogLines(sink).read(in);
        }
    }

    private void read(InputStream in) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            take(chunk, count);
        }
        if (begun) {
            give();
        }
    }

    private void take(byte[] chunk, int count) throws IOException {
        int from = 0;
        for (int at = 0; at < count; at++) {
            if (chunk[at] == '\n') {
                keep(chunk, from, at);
                give();
                from = at + 1;
            }
        }
        if (from < count) {
            keep(chunk, from, count);
            begun = true;
        }
    }

    private void keep(byte[] chunk, int from, int to) {
        int room = MAX_LINE - line.size();
        cut |= to - from > room;
        line.write(chunk, from, Math.min(to - from, room));
    }

    private void give() throws IOException {
        byte[] bytes = line.toByteArray();
        boolean carriageReturn = bytes.length > 0 && !cut && bytes[bytes.length - 1] == '\r';
        sink.line(number++, carriageReturn ? Arrays.copyOf(bytes, bytes.length - 1) : bytes, cut);
        line.reset();
        cut = false;
        begun = false;
    }
}
