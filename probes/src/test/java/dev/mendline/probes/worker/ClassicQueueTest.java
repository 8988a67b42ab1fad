package dev.mendline.probes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.probes.worker.ProbeQueue.End;
import dev.mendline.probes.worker.ProbeQueue.Taken;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ClassicQueueTest extends ProbeQueueContract {
    @Override
    QueueKind kind() {
        return QueueKind.CLASSIC;
    }

    @Override
    Map<String, Object> impatient() {
        return Map.of(
                "session.timeout.ms", (int) PATIENCE.toMillis(),
                "heartbeat.interval.ms", 500,
                "max.poll.interval.ms", (int) PATIENCE.toMillis());
    }

    @Override
    long unfinished(Admin admin, long count) throws Exception {
        OffsetAndMetadata commit = admin.listConsumerGroupOffsets(group(1).classicName())
                .partitionsToOffsetAndMetadata()
                .get()
                .get(new TopicPartition(topic, 0));
        return commit == null ? count : count - commit.offset();
    }

    @Test
    void fills_a_free_hand_though_another_request_still_runs() {
        sent(4);
        ProbeQueue queue = queue(2);
        List<Taken> taken = take(2, queue);

        queue.finish(taken.get(1), End.DONE);

        assertThat(take(1, queue)).hasSize(1);
        assertThat(takeFor(Duration.ofMillis(500), queue)).isEmpty();
    }

    /** A new member takes partitions away from the first, whose requests run meanwhile. */
    @Test
    void loses_no_request_when_partitions_move_while_requests_run() throws Exception {
        TestBroker.create("three." + topic, 3);
        ZoneGroup group = new ZoneGroup(TestBroker.client(impatient()), zone, "three." + topic, 5);
        String[] values = sent("three." + topic, 30);
        ProbeQueue first = queue(group);
        List<Taken> running = take(5, first);
        ProbeQueue second = queue(group);
        Set<String> finished = new HashSet<>();
        List<Taken> moved = take(1, first, second);
        assertThat(moved).isNotEmpty();
        moved.forEach(taken -> second.finish(taken, End.DONE));
        finished.addAll(texts(moved));
        running.forEach(taken -> first.finish(taken, End.DONE));
        finished.addAll(texts(running));

        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (finished.size() < values.length && System.nanoTime() < end) {
            for (ProbeQueue each : List.of(first, second)) {
                List<Taken> taken = each.take(TURN);
                taken.forEach(request -> each.finish(request, End.DONE));
                finished.addAll(texts(taken));
            }
        }

        assertThat(finished).containsExactlyInAnyOrder(values);
        close(first);
        close(second);
        assertThat(takeFor(Duration.ofSeconds(1), queue(group))).isEmpty();
    }
}
