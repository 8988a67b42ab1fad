package dev.mendline.probes.worker;

import java.time.Duration;
import java.util.List;

/** Where a worker's requests come from. One thread takes and closes, any thread finishes. */
interface ProbeQueue extends AutoCloseable {
    /** What became of a request. */
    enum End {
        /** Answered, or not worth an answer any more. */
        DONE,
        /** Not answered; for another worker, or for this one later. */
        AGAIN,
        /** No worker will ever be able to read it. */
        UNREADABLE
    }

    /**
     * A request as it came.
     *
     * @param key where it stands on its topic: {@code topic-partition@offset}
     * @param json as sent; {@code null} for a record without a value
     */
    record Taken(String key, String json) {}

    /**
     * Requests that have not been taken before; waits a little when there are none. Keeps hold of those that are not
     * finished.
     *
     * @throws org.apache.kafka.common.errors.RetriableException when the broker is away
     */
    List<Taken> take(Duration wait);

    void finish(Taken taken, End end);

    /** Gives back what is not finished. */
    @Override
    void close();
}
