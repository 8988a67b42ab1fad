package dev.mendline.cli;

import dev.mendline.model.log.JournalPosition;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** One record as it stands in the journal. */
record JournalEntry(
        int partition, long offset, Instant at, @Nullable String key, byte[] value) {
    static JournalEntry of(ConsumerRecord<String, byte[]> record) {
        return new JournalEntry(
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                record.key(),
                record.value());
    }

    /** As a reader of the topic gets it. */
    ConsumerRecord<String, byte[]> record() {
        return new ConsumerRecord<>(
                "journal",
                partition,
                offset,
                at.toEpochMilli(),
                org.apache.kafka.common.record.TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                new org.apache.kafka.common.header.internals.RecordHeaders(),
                java.util.Optional.empty());
    }

    JournalPosition position() {
        return new JournalPosition(partition, offset);
    }
}
