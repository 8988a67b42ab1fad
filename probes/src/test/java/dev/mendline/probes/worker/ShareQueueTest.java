package dev.mendline.probes.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShareQueueTest {
    private static final Duration SOON = Duration.ofMillis(20);
    /** Half of it passes while the queue waits once. */
    private static final int SHORT_LOCK = 20;

    private static final int LONG_LOCK = 60_000;

    private FakeShareGroup group = new FakeShareGroup(LONG_LOCK);

    private ShareQueue queue() {
        return new ShareQueue(group, () -> {});
    }

    @Test
    void tells_the_broker_what_became_of_each_before_it_takes_more() {
        group.send("one", "two", "three");
        ShareQueue queue = queue();
        List<ProbeQueue.Taken> taken = queue.take(SOON);
        group.send("four");

        queue.finish(taken.get(0), ProbeQueue.End.DONE);
        queue.finish(taken.get(1), ProbeQueue.End.AGAIN);
        queue.finish(taken.get(2), ProbeQueue.End.UNREADABLE);

        assertThat(queue.take(SOON)).extracting(ProbeQueue.Taken::json).containsExactly("four");
        assertThat(group.acknowledged).containsExactly("0 ACCEPT", "1 RELEASE", "2 REJECT");
    }

    @Test
    void renews_what_still_runs_at_half_the_lock_and_does_not_hand_it_out_again() {
        group = new FakeShareGroup(SHORT_LOCK);
        group.send("slow", "quick");
        ShareQueue queue = queue();
        List<ProbeQueue.Taken> taken = queue.take(SOON);
        queue.finish(taken.get(1), ProbeQueue.End.DONE);

        assertThat(queue.take(SOON)).isEmpty();
        assertThat(group.acknowledged).containsExactlyInAnyOrder("0 RENEW", "1 ACCEPT");

        queue.finish(taken.get(0), ProbeQueue.End.DONE);
        queue.take(SOON);
        assertThat(group.acknowledged).endsWith("0 ACCEPT");
    }

    @Test
    void does_not_run_a_request_again_that_is_delivered_again_while_it_runs() {
        group = new FakeShareGroup(SHORT_LOCK);
        group.send("slow");
        ShareQueue queue = queue();
        List<ProbeQueue.Taken> taken = queue.take(SOON);
        queue.take(SOON);
        group.loseLocks();

        assertThat(queue.take(SOON)).isEmpty();
        queue.finish(taken.get(0), ProbeQueue.End.DONE);
        assertThat(queue.take(SOON)).isEmpty();
        assertThat(group.acknowledged).endsWith("0 ACCEPT");
    }
}
