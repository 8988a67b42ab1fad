package dev.mendline.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Joins the continuation lines of an event to its first line, without their prefixes. Streams of several processes may
 * be interleaved; events are delivered in the order of their first lines.
 */
final class Multiline implements LineSink {
    private static final int MAX_LINES = 500;
    private static final int MAX_BYTES = 256 << 10;
    private static final int MAX_STREAMS = 64;
    /** Number of lines of other streams after which an event ends. */
    private static final int MAX_DISTANCE = 200;

    private static final byte ESCAPE = 0x1B;

    private final LineSink sink;
    private final SharedPrefixes shared = new SharedPrefixes();
    private final TerminalWidth width = new TerminalWidth();
    private final Map<String, OpenEvent> open = new LinkedHashMap<>();
    /** Events that wait for an earlier one of another stream. */
    private final TreeMap<Long, Ended> ended = new TreeMap<>();

    private @Nullable OpenEvent latest;

    private static final class Ended {
        private final byte[] bytes;
        private final boolean cut;

        Ended(byte[] bytes, boolean cut) {
            this.bytes = bytes;
            this.cut = cut;
        }
    }

    private static final class OpenEvent {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private Continuation continuation = new Continuation();
        private String head = "";
        private long first;
        private long last;
        private int lines;
        private boolean cut;
        private boolean partial;
        /** Number of blank lines after the event; the next line decides if they belong to it. */
        private int blanks;

        /** Judges the only line again, now that its prefix is known. */
        void restart(int prefix) {
            if (lines == 1) {
                continuation = new Continuation();
                continuation.takes(head.substring(prefix), false, false);
            }
        }

        boolean isFull(int more) {
            return lines + blanks >= MAX_LINES || bytes.size() + blanks + more >= MAX_BYTES;
        }

        void append(byte[] line, int from, boolean onNewLine) {
            for (; blanks > 0; blanks--, lines++) {
                bytes.write('\n');
            }
            if (onNewLine) {
                bytes.write('\n');
            }
            bytes.write(line, from, line.length - from);
            lines++;
        }
    }

    Multiline(LineSink sink) {
        this.sink = sink;
    }

    @Override
    public void line(long number, byte[] raw, boolean cut) throws IOException {
        byte[] bytes = withoutColors(raw);
        String head = new String(bytes, 0, Math.min(bytes.length, LinePrefix.HEAD), ISO_8859_1);
        LinePrefix prefix = LinePrefix.of(head);
        boolean isWrapped = width.isWrapped(head, bytes.length) && prefix.end() == 0 && shared.end(head) == 0;
        if (isWrapped && latest != null && latest.lines > 0 && !latest.isFull(bytes.length)) {
            latest.append(bytes, 0, false);
            latest.last = number;
            return;
        }
        if (prefix.end() == bytes.length && latest != null && latest.lines > 0) {
            blank(prefix, bytes);
            return;
        }
        endDistant(number);
        int from = prefix.end();
        String stream = prefix.stream();
        if (from == 0) {
            from = shared.end(head);
            stream = SharedPrefixes.stream(head.substring(0, from));
        }
        OpenEvent event = open.get(stream);
        if (from == 0 && event != null && event.lines > 0) {
            from = shared.learn(event.head, head);
            if (from > 0) {
                open.remove(stream);
                stream = SharedPrefixes.stream(head.substring(0, from));
                event.restart(shared.end(event.head));
                end(open.put(stream, event));
            }
        }
        add(stream, number, bytes, new Line(head, from, prefix.partial(), cut));
    }

    /**
     * Line of a stream.
     *
     * @param from position at which its text begins
     * @param partial true if the next line goes on without a line end
     */
    private record Line(String head, int from, boolean partial, boolean cut) {
        String text() {
            return head.substring(from, Math.min(head.length(), from + Continuation.HEAD));
        }
    }

    private void add(String stream, long number, byte[] bytes, Line line) throws IOException {
        OpenEvent event = open.computeIfAbsent(stream, name -> new OpenEvent());
        boolean isOpen = event.lines > 0;
        boolean onSameLine = isOpen && event.partial && event.blanks == 0;
        int skipped = onSameLine ? 0 : event.continuation.takes(line.text(), isOpen, event.blanks > 0);
        if (skipped != Continuation.STARTS && isOpen && !event.isFull(bytes.length)) {
            event.append(bytes, line.from() + skipped, !onSameLine);
        } else {
            end(event);
            event.first = number;
            event.head = line.head();
            event.append(bytes, 0, false);
        }
        event.last = number;
        event.partial = line.partial();
        event.cut |= line.cut();
        latest = event;
        if (open.size() > MAX_STREAMS) {
            Iterator<OpenEvent> oldest = open.values().iterator();
            end(oldest.next());
            oldest.remove();
        }
        deliver();
    }

    /** Counts a blank line, which belongs to the latest event of its stream. */
    private void blank(LinePrefix prefix, byte[] bytes) {
        OpenEvent event = bytes.length == 0 ? latest : open.get(prefix.stream());
        if (event != null && event.lines > 0) {
            event.blanks++;
        }
    }

    private void endDistant(long number) {
        if (open.size() > 1) {
            open.values().stream()
                    .filter(event -> number - event.last > MAX_DISTANCE)
                    .forEach(this::end);
            open.values().removeIf(event -> event.lines == 0);
        }
    }

    /** Delivers the remaining events. */
    void end() throws IOException {
        open.values().forEach(this::end);
        deliver();
    }

    private void end(@Nullable OpenEvent event) {
        if (event == null || event.lines == 0) {
            return;
        }
        ended.put(event.first, new Ended(event.bytes.toByteArray(), event.cut));
        for (int blank = 1; blank <= event.blanks; blank++) {
            ended.putIfAbsent(event.last + blank, new Ended(new byte[0], false));
        }
        event.bytes.reset();
        event.lines = 0;
        event.blanks = 0;
        event.cut = false;
        event.partial = false;
    }

    private void deliver() throws IOException {
        long earliest = open.values().stream()
                .filter(event -> event.lines > 0)
                .mapToLong(event -> event.first)
                .min()
                .orElse(Long.MAX_VALUE);
        while (!ended.isEmpty() && ended.firstKey() < earliest) {
            Map.Entry<Long, Ended> next = ended.pollFirstEntry();
            sink.line(next.getKey(), next.getValue().bytes, next.getValue().cut);
        }
    }

    private static byte[] withoutColors(byte[] raw) {
        for (byte each : raw) {
            if (each == ESCAPE) {
                return PlainText.withoutColors(new String(raw, ISO_8859_1)).getBytes(ISO_8859_1);
            }
        }
        return raw;
    }
}
