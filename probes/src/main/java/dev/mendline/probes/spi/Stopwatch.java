package dev.mendline.probes.spi;

import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Time since it was made, against a limit; not affected by changes of the wall clock. */
public final class Stopwatch {
    private final long started = System.nanoTime();
    private final long limitNanos;

    public Stopwatch(Duration limit) {
        this.limitNanos = limit.toNanos();
    }

    public long millis() {
        return Duration.ofNanos(System.nanoTime() - started).toMillis();
    }

    /**
     * What is left, in milliseconds, at least 1: sockets take 0 for "for ever".
     *
     * @throws SocketTimeoutException when nothing is left
     */
    public int left() throws InterruptedIOException {
        long left = limitNanos - (System.nanoTime() - started);
        if (left <= 0) {
            throw new SocketTimeoutException("timed out");
        }
        return (int)
                Math.max(1, Math.min(Integer.MAX_VALUE, Duration.ofNanos(left).toMillis()));
    }
}
