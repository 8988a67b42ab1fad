package dev.mendline.cli.kafka;

import dev.mendline.cli.process.CannotWork;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reader of a whole topic and then of its new records, in the order of each partition. */
public final class TopicReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Broker broker;

    private TopicReader(Broker broker) {
        this.broker = broker;
        this.consumer = broker.consumer();
    }

    public static TopicReader of(Broker broker, String topic) {
        TopicReader reader = new TopicReader(broker);
        List<TopicPartition> partitions = reader.partitions(topic);
        reader.consumer.assign(partitions);
        reader.consumer.seekToBeginning(partitions);
        return reader;
    }

    private List<TopicPartition> partitions(String topic) {
        try {
            List<PartitionInfo> known = consumer.partitionsFor(topic);
            if (known == null || known.isEmpty()) {
                throw new CannotWork("there is no topic " + topic + " at " + broker.address()
                        + "; 'mendline up' or 'mendline run' creates it");
            }
            return known.stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
        } catch (TimeoutException e) {
            throw broker.away();
        }
    }

    /** Passes on all records that are committed now. */
    public void toEnd(Consumer<ConsumerRecord<String, byte[]>> reader) {
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(consumer.assignment()));
        long progress = System.nanoTime();
        while (!ends.isEmpty()) {
            ConsumerRecords<String, byte[]> read = consumer.poll(POLL);
            read.forEach(reader);
            progress = read.isEmpty() ? progress : System.nanoTime();
            ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (System.nanoTime() - progress > PATIENCE.toNanos()) {
                throw broker.away();
            }
        }
    }

    /** Waits a moment for new records and passes them on. */
    public void more(Consumer<ConsumerRecord<String, byte[]>> reader) {
        consumer.poll(POLL).forEach(reader);
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
