package dev.mendline.notifier;

import java.util.concurrent.atomic.AtomicLong;

/** Counts that are read from other threads. */
final class Tally {
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();

    void sent() {
        sent.incrementAndGet();
    }

    void rejected() {
        rejected.incrementAndGet();
    }

    /** Answers whether it is the first, which is worth a line in the log. */
    boolean unreadable() {
        return unreadable.incrementAndGet() == 1;
    }

    Notifier.Counts counts() {
        return new Notifier.Counts(sent.get(), rejected.get(), unreadable.get());
    }
}
