package dev.mendline.ingest;

import java.io.IOException;

/** Receiver of the lines of a stream, in order. */
@FunctionalInterface
public interface LineSink {
    /**
     * Receives one line, or one event of several lines.
     *
     * @param number number of its first line, from 1
     * @param bytes content without the line end; lines of one event are separated by {@code \n}
     * @param cut true if the line was longer than {@link LogLines#MAX_LINE} and was cut
     */
    void line(long number, byte[] bytes, boolean cut) throws IOException;
}
