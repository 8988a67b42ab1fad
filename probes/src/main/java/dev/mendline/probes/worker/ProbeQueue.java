package dev.mendline.probes.worker;

import java.time.Duration;
import java.util.List;

/** Queue of a worker's requests. One thread takes requests and closes it; any thread may finish a request. */
interface ProbeQueue extends AutoCloseable {
    /** End of a request. */
    enum End {
        /** Answered, or too late for an answer. */
        DONE,
        /** Not answered; this worker or another one runs it later. */
        AGAIN,
        /** Not readable for any worker. */
        UNREADABLE
    }

    /**
     * Request as received.
     *
     * @param key its position: {@code topic-partition@offset}
     * @param json its value; {@code null} as a text for a record without a value
     */
    record Taken(String key, String json) {}

    /**
     * Takes new requests; waits up to the given time if there are none. Keeps its hold on those that are not finished.
     *
     * @throws org.apache.kafka.common.errors.RetriableException if the broker is unreachable
     */
    List<Taken> take(Duration wait);

    void finish(Taken taken, End end);

    /** Releases unfinished requests and closes the clients. */
    @Override
    void close();
}
