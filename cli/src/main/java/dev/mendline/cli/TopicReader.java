package dev.mendline.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads a whole topic, and on from where it ended, in the order of each partition. */
final class TopicReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Broker broker;
    private final String topic;

    private TopicReader(Broker broker, String topic) {
        this.broker = broker;
        this.topic = topic;
        this.consumer = broker.consumer();
    }

    static TopicReader of(Broker broker, String topic) {
        TopicReader reader = new TopicReader(broker, topic);
        List<TopicPartition> partitions = reader.partitions();
        reader.consumer.assign(partitions);
        reader.consumer.seekToBeginning(partitions);
        return reader;
    }

    private List<TopicPartition> partitions() {
        try {
            List<PartitionInfo> known = consumer.partitionsFor(topic);
            List<TopicPartition> partitions = new ArrayList<>();
            known.forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
            return partitions;
        } catch (TimeoutException e) {
            throw broker.away();
        }
    }

    /** Gives all records up to what is committed now. */
    void toEnd(Consumer<ConsumerRecord<String, byte[]>> reader) {
        Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(consumer.assignment()));
        while (!ends.isEmpty()) {
            consumer.poll(POLL).forEach(reader);
            ends.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
        }
    }

    /** Gives what has come meanwhile, waiting a moment for it. */
    void more(Consumer<ConsumerRecord<String, byte[]>> reader) {
        consumer.poll(POLL).forEach(reader);
    }

    @Override
    public void close() {
        consumer.close(org.apache.kafka.clients.consumer.CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
