package dev.mendline.notifier.delivery;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counters of the notifier since its start. Other threads may read them. */
final class NotifierMetrics {
    private static final Logger LOG = LoggerFactory.getLogger(NotifierMetrics.class);

    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong rejected = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();

    void countSent() {
        sent.incrementAndGet();
    }

    void countRejected() {
        rejected.incrementAndGet();
    }

    /** Counts a record that does not have the expected form. Logs only the first one. */
    void countUnreadable(ConsumerRecord<String, byte[]> record) {
        if (unreadable.incrementAndGet() == 1) {
            LOG.warn(
                    "Skipped a record that cannot be read: {}-{}@{}; later ones are only counted",
                    record.topic(),
                    record.partition(),
                    record.offset());
        }
    }

    /** Returns the number of posts and edits that a channel accepted. */
    long sent() {
        return sent.get();
    }

    /** Returns the number of messages that a channel rejected. */
    long rejected() {
        return rejected.get();
    }

    /** Returns the number of skipped records of the incidents and notifications topics. */
    long unreadable() {
        return unreadable.get();
    }
}
