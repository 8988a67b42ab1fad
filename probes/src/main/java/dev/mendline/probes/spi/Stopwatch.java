package dev.mendline.probes.spi;

import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Measures elapsed time against a limit. Changes of the wall clock do not affect it. */
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
     * Returns the remaining time in milliseconds, at least 1, because sockets take 0 for "no limit".
     *
     * @throws SocketTimeoutException if the time is used up
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
