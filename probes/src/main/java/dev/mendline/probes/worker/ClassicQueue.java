package dev.mendline.probes.worker;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Queue on an ordinary consumer group, for brokers older than Kafka 4.2. Each partition has one worker. Its progress is
 * committed, also before it is reassigned. Polls continue while probes run, so that a long probe does not exceed {@code
 * max.poll.interval.ms}; they fetch nothing while all threads are busy.
 */
final class ClassicQueue implements ProbeQueue {
    private static final Logger LOG = LoggerFactory.getLogger(ClassicQueue.class);
    /** Limit for committing and for leaving the group; both together are shorter than the worker's time to stop. */
    private static final Duration LAST_WORDS = Duration.ofMillis(700);

    private final Consumer<String, String> consumer;
    private final InFlightRequests inHand;
    private boolean committing;

    /** @param limit maximum number of requests in progress */
    ClassicQueue(Consumer<String, String> consumer, String topic, int limit) {
        this.consumer = consumer;
        this.inHand = new InFlightRequests(limit);
        consumer.subscribe(List.of(topic), new Handover());
    }

    @Override
    public List<Taken> take(Duration wait) {
        commit();
        boolean fetch = awaitRoom(wait);
        if (fetch) {
            consumer.resume(consumer.paused());
        } else {
            consumer.pause(consumer.assignment());
        }
        consumer.poll(fetch ? wait : Duration.ZERO).forEach(inHand::read);
        return inHand.handOut();
    }

    @Override
    public void finish(Taken request, End end) {
        inHand.finish(request.key(), end);
    }

    /** Leaves the group at once. Unfinished requests go to the next owner. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            commitNow(consumer.assignment());
            consumer.close(CloseOptions.timeout(LAST_WORDS));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean awaitRoom(Duration wait) {
        try {
            return inHand.awaitRoom(wait);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Commits one at a time, and repeats a commit that an unreachable broker did not get. */
    private void commit() {
        Map<TopicPartition, OffsetAndMetadata> news = inHand.news(consumer.assignment());
        if (committing || news.isEmpty()) {
            return;
        }
        committing = true;
        consumer.commitAsync(news, (sent, failure) -> {
            committing = false;
            if (failure == null) {
                inHand.committed(sent);
            } else {
                LOG.debug("Not committed yet: {}", failure.toString());
            }
        });
    }

    private void commitNow(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> news = inHand.news(partitions);
        try {
            if (!news.isEmpty()) {
                consumer.commitSync(news, LAST_WORDS);
                inHand.committed(news);
            }
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.debug("Not committed; what was finished since is run again: {}", e.toString());
        }
    }

    /** Returns the former owners' commits; nothing if the broker does not answer, so that a few requests run again. */
    private Map<TopicPartition, OffsetAndMetadata> left(Collection<TopicPartition> partitions) {
        try {
            return consumer.committed(Set.copyOf(partitions), LAST_WORDS);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.debug("Not known what former owners finished out of order: {}", e.toString());
            return Map.of();
        }
    }

    /** Commits the progress of partitions before they are reassigned one by one (cooperative, KIP-429). */
    private final class Handover implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            Map<TopicPartition, OffsetAndMetadata> left = left(partitions);
            partitions.forEach(each -> inHand.own(each, left.get(each)));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            commitNow(partitions);
            inHand.disown(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            inHand.disown(partitions);
        }
    }
}
