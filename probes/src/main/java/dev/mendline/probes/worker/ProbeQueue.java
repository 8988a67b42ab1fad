package dev.mendline.probes.worker;

import dev.mendline.model.Json;
import dev.mendline.model.probe.ProbeRequest;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

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
    record Taken(String key, String json) {
        static Taken of(ConsumerRecord<String, String> record) {
            return new Taken(key(record), String.valueOf(record.value()));
        }

        static String key(ConsumerRecord<String, String> record) {
            return record.topic() + "-" + record.partition() + "@" + record.offset();
        }

        /** Parses the request; empty if it cannot be read or a required field is missing. */
        @SuppressWarnings("ConstantValue")
        Optional<ProbeRequest> request() {
            try {
                ProbeRequest request = Json.read(json, ProbeRequest.class);
                boolean whole = request != null
                        && request.id() != null
                        && request.site() != null
                        && request.probe() != null
                        && request.target() != null
                        && request.zone() != null
                        && request.deadline() != null;
                return whole ? Optional.of(request) : Optional.empty();
            } catch (UncheckedIOException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }

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
