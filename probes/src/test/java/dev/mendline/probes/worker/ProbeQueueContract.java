package dev.mendline.probes.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.lab.net.ClosedPort;
import dev.mendline.lab.net.Ports;
import dev.mendline.probes.worker.ProbeQueue.End;
import dev.mendline.probes.worker.ProbeQueue.Taken;
import java.io.BufferedReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What holds for a zone's requests in a real broker, whatever kind of group takes them. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class ProbeQueueContract {
    /** After which the broker misses a member; Kafka's own are longer. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    static final Duration TURN = Duration.ofMillis(100);
    private static final Duration TAKEN_OVER = Duration.ofSeconds(20);

    final String zone = "z" + UUID.randomUUID().toString().substring(0, 8);
    final String topic = "requests." + zone;
    private final List<ProbeQueue> queues = new ArrayList<>();

    abstract QueueKind kind();

    /** Client properties by which a member is missed after {@link #PATIENCE}. */
    abstract Map<String, Object> impatient();

    /** How many of the first {@code count} requests the broker would still give to somebody. */
    abstract long unfinished(Admin admin, long count) throws Exception;

    @BeforeEach
    void open() throws Exception {
        TestBroker.create(topic, 1);
        TestBroker.lock(group(1).name(), PATIENCE);
    }

    @AfterEach
    void close() {
        queues.forEach(ProbeQueue::close);
    }

    final ZoneGroup group(int limit) {
        return new ZoneGroup(TestBroker.client(impatient()), zone, topic, limit);
    }

    final ProbeQueue queue(int limit) {
        return queue(group(limit));
    }

    final ProbeQueue queue(ZoneGroup group) {
        ProbeQueue queue = group.member(kind()).queue();
        queues.add(queue);
        return queue;
    }

    /** Leaves as a worker does that is closed. */
    final void close(ProbeQueue queue) {
        queues.remove(queue);
        queue.close();
    }

    /** Takes in turn from each of them until this many have come. */
    static List<Taken> take(int count, ProbeQueue... from) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        List<Taken> taken = new ArrayList<>();
        while (taken.size() < count && System.nanoTime() < end) {
            Arrays.stream(from).forEach(queue -> taken.addAll(queue.take(TURN)));
        }
        return taken;
    }

    /** All that comes from each of them within the time. */
    static List<Taken> takeFor(Duration time, ProbeQueue... from) {
        long end = System.nanoTime() + time.toNanos();
        List<Taken> taken = new ArrayList<>();
        while (System.nanoTime() < end) {
            Arrays.stream(from).forEach(queue -> taken.addAll(queue.take(TURN)));
        }
        return taken;
    }

    /** Waits until the broker gives none of the first {@code count} requests to anybody any more; none comes meanwhile. */
    final void awaitFinished(long count, ProbeQueue... members) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        try (Admin admin = Admin.create(TestBroker.client())) {
            long left = unfinished(admin, count);
            while (left > 0 && System.nanoTime() < end) {
                assertThat(takeFor(TURN, members)).isEmpty();
                left = unfinished(admin, count);
            }
            assertThat(left).isZero();
        }
    }

    static List<String> texts(List<Taken> taken) {
        return taken.stream().map(Taken::json).toList();
    }

    static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    final String[] sent(int count) {
        return sent(topic, count);
    }

    static String[] sent(String to, int count) {
        String[] values =
                IntStream.range(0, count).mapToObj(each -> "request " + each).toArray(String[]::new);
        TestBroker.send(to, values);
        return values;
    }

    @Test
    void hands_each_request_to_one_worker_and_never_again_when_it_is_finished() throws Exception {
        String[] values = sent(6);
        ProbeQueue one = queue(3);
        ProbeQueue two = queue(3);

        List<Taken> seen = new ArrayList<>();
        while (seen.size() < values.length) {
            for (ProbeQueue each : List.of(one, two)) {
                List<Taken> taken = each.take(TURN);
                taken.forEach(request -> each.finish(request, End.DONE));
                seen.addAll(taken);
            }
        }

        assertThat(texts(seen)).containsExactlyInAnyOrder(values);
        assertThat(seen).extracting(Taken::key).doesNotHaveDuplicates().allMatch(key -> key.startsWith(topic + "-"));
        awaitFinished(values.length, one, two);
    }

    @Test
    void hands_out_no_more_at_the_same_time_than_its_worker_can_run() {
        String[] values = sent(7);
        ProbeQueue queue = queue(3);

        List<Taken> first = take(3, queue);
        assertThat(first).hasSize(3);
        assertThat(takeFor(Duration.ofMillis(500), queue)).isEmpty();
        first.forEach(taken -> queue.finish(taken, End.DONE));
        List<Taken> second = take(3, queue);
        assertThat(second).hasSize(3);
        second.forEach(taken -> queue.finish(taken, End.DONE));

        List<String> all = new ArrayList<>(texts(first));
        all.addAll(texts(second));
        all.addAll(texts(take(1, queue)));
        assertThat(all).containsExactlyInAnyOrder(values);
    }

    @Test
    void gives_to_another_worker_what_is_unfinished_at_its_end_and_nothing_else_in_whatever_order_it_was_finished()
            throws Exception {
        sent(5);
        ProbeQueue first = queue(5);
        List<Taken> taken = take(5, first);
        List.of(4, 2, 0).forEach(each -> first.finish(taken.get(each), End.DONE));

        long began = System.nanoTime();
        close(first);

        assertThat(since(began)).isLessThan(Duration.ofSeconds(3));
        ProbeQueue second = queue(5);
        List<Taken> rest = take(2, second);
        assertThat(texts(rest)).containsExactlyInAnyOrder("request 1", "request 3");
        rest.forEach(each -> second.finish(each, End.DONE));
        awaitFinished(5, second);
    }

    @Test
    void gives_what_a_killed_worker_held_to_another_one() throws Exception {
        sent(1);
        Process doomed = DoomedQueue.start(kind(), zone, topic, TestBroker.client(impatient()));
        try (BufferedReader said = doomed.inputReader()) {
            assertThat(said.readLine()).isEqualTo("request 0");
        } finally {
            doomed.destroyForcibly().waitFor();
        }
        long killed = System.nanoTime();

        ProbeQueue next = queue(1);
        assertThat(texts(take(1, next))).containsExactly("request 0");
        assertThat(since(killed)).isLessThan(TAKEN_OVER);
    }

    @Test
    void takes_from_a_worker_that_hangs_what_it_held_and_does_not_mind_if_it_comes_back() throws Exception {
        sent(1);
        ProbeQueue hanging = queue(1);
        Taken held = take(1, hanging).get(0);
        long hung = System.nanoTime();

        ProbeQueue next = queue(1);
        Taken again = take(1, next).get(0);

        assertThat(again).isEqualTo(held);
        assertThat(since(hung)).isLessThan(TAKEN_OVER);
        hanging.finish(held, End.DONE);
        // What its client had fetched before it hung may come once more; nobody else is disturbed by that.
        takeFor(Duration.ofSeconds(1), hanging).forEach(stale -> hanging.finish(stale, End.DONE));
        assertThat(takeFor(TURN, next)).isEmpty();
        next.finish(again, End.DONE);
        awaitFinished(1, next);
    }

    @Test
    void holds_a_request_as_long_as_it_runs_though_that_is_longer_than_the_broker_waits() throws Exception {
        sent(1);
        ProbeQueue holder = queue(1);
        Taken held = take(1, holder).get(0);
        ProbeQueue idle = queue(1);

        assertThat(takeFor(PATIENCE.plus(PATIENCE.dividedBy(2)), holder, idle)).isEmpty();

        holder.finish(held, End.DONE);
        awaitFinished(1, holder, idle);
    }

    @Test
    void hands_out_again_what_was_handed_back_unanswered() {
        sent(2);
        ProbeQueue queue = queue(2);
        List<Taken> taken = take(2, queue);

        queue.finish(taken.get(0), End.AGAIN);
        queue.finish(taken.get(1), End.DONE);

        assertThat(take(1, queue)).containsExactly(taken.get(0));
    }

    @Test
    void goes_on_after_records_that_nobody_can_read() throws Exception {
        TestBroker.send(topic, (byte[]) null);
        TestBroker.send(topic, new byte[] {(byte) 0xff, 0, (byte) 0xfe});
        TestBroker.send(topic, "", "good");
        ProbeQueue queue = queue(1);

        List<String> seen = new ArrayList<>();
        while (seen.size() < 4) {
            for (Taken taken : queue.take(TURN)) {
                seen.add(taken.json());
                queue.finish(taken, taken.json().equals("good") ? End.DONE : End.UNREADABLE);
            }
        }

        assertThat(seen).last().isEqualTo("good");
        awaitFinished(4, queue);
    }

    @Test
    void ends_on_interrupt_and_still_gives_back_what_it_holds() {
        sent(1);
        ProbeQueue queue = queue(1);
        Taken held = take(1, queue).get(0);

        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> queue.take(Duration.ofSeconds(5))).isInstanceOf(InterruptException.class);
        close(queue);

        assertThat(Thread.interrupted()).isTrue();
        long began = System.nanoTime();
        assertThat(take(1, queue(1))).containsExactly(held);
        assertThat(since(began)).isLessThan(TAKEN_OVER);
    }

    @Test
    void does_not_give_up_while_the_broker_is_away_and_can_be_closed_then() throws Exception {
        try (ClosedPort nobody = ClosedPort.tcp()) {
            ProbeQueue queue = new ZoneGroup(
                            Map.of("bootstrap.servers", Ports.LOOPBACK + ":" + nobody.port()), zone, topic, 1)
                    .member(kind())
                    .queue();
            for (int turn = 0; turn < 3; turn++) {
                assertThat(takenOrAway(queue)).isEmpty();
            }
            long began = System.nanoTime();

            queue.close();

            assertThat(since(began)).isLessThan(Duration.ofSeconds(3));
        }
    }

    private static List<Taken> takenOrAway(ProbeQueue queue) {
        try {
            return queue.take(TURN);
        } catch (RetriableException away) {
            return List.of();
        }
    }
}
