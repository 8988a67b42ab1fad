package dev.mendline.ingest;

import java.io.IOException;

/** Takes the lines of a stream, in their order. */
@FunctionalInterface
public interface LineSink {
    /**
     * Takes one line, or one event of several.
     *
     * @param number of its first line, from 1
     * @param bytes without the line end; lines of one event are parted by {@code \n}
     * @param cut whether it was longer than {@link LogLines#MAX_LINE} and the rest is missing
     */
    void line(long number, byte[] bytes, boolean cut) throws IOException;
}
