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

/** Creates topics so that they can be written to at once. */
public final class TopicCreation {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private TopicCreation() {}

    /**
     * Returns when the leader of each partition takes records. The controller answers before that; of what an idempotent
     * producer sends then, the leader may refuse the first batch and take the second, and the first never comes in
     * (KAFKA-15591). Of several who create the same topics at the same time one makes each, and all wait for it.
     *
     * @throws ExecutionException with what the cluster says, also when a leader is missed for 30 s
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

    /** Brokers learn what the controller has decided one after the other; until then they know no such topic. */
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
