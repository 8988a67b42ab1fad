package dev.mendline.classifier;

import dev.mendline.model.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creation of topics that are ready for writes on return. */
public final class TopicCreation {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private TopicCreation() {}

    /**
     * Creates topics and returns when each partition's leader accepts records, which is later than the controller's
     * answer. Until then a leader may reject the first batch of an idempotent producer and accept the second, and the
     * first is lost (KAFKA-15591). Several processes may create the same topics at the same time; all of them wait.
     *
     * @throws ExecutionException if the cluster reports an error, or a leader is missing for 30 s
     */
    public static void create(Admin admin, Collection<Topics.Topic> topics)
            throws ExecutionException, InterruptedException {
        Collection<KafkaFuture<Void>> made = admin.createTopics(topics.stream()
                        .map(topic -> new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty())
                                .configs(topic.configs()))
                        .toList())
                .values()
                .values();
        for (KafkaFuture<Void> one : made) {
            awaitMade(one);
        }
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        topics.forEach(topic -> IntStream.range(0, topic.partitions())
                .forEach(partition -> ends.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest())));
        Instant end = Instant.now().plus(PATIENCE);
        while (!areLed(admin, ends, end)) {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
    }

    private static void awaitMade(KafkaFuture<Void> topic) throws ExecutionException, InterruptedException {
        try {
            topic.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    /** Returns true if all leaders are known; brokers learn of new topics at different times. */
    private static boolean areLed(Admin admin, Map<TopicPartition, OffsetSpec> ends, Instant end)
            throws ExecutionException, InterruptedException {
        try {
            admin.listOffsets(ends).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException && Instant.now().isBefore(end)) {
                return false;
            }
            throw e;
        }
    }
}
