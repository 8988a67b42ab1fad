package dev.mendline.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Notification;
import dev.mendline.model.incident.Verdict;
import dev.mendline.notifier.channel.Delivery;
import dev.mendline.notifier.message.Message;
import dev.mendline.notifier.message.TestIncidents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
    private static final Delivery SENT = new Delivery.Sent("C1/1.1");

    private final Outbox outbox = new Outbox("ops");

    @Test
    void posts_the_first_revision_at_once_and_edits_the_same_message_later() {
        offer(revision(1, "low"), at(1));
        Outbox.Dispatch first = outbox.next(NOW).orElseThrow();
        assertThat(first.messageId()).isNull();
        assertThat(outbox.settle(SENT, NOW))
                .contains(new Notification(
                        "3f2ac19b", "ops", 1, "C1/1.1", first.message().digest(), NOW));

        offer(revision(2, "high"), at(2));
        Outbox.Dispatch second = outbox.next(NOW.plusSeconds(3)).orElseThrow();
        assertThat(second.messageId()).isEqualTo("C1/1.1");
        assertThat(second.message().subject().revision()).isEqualTo(2);
    }

    @Test
    void a_post_waits_a_few_seconds_for_the_diagnosis_and_no_longer() {
        Incident possible = TestIncidents.Change.of(revision(1, "high"))
                .with("diagnosis", new Diagnosis("resolver-unreachable", Verdict.POSSIBLE, List.of()))
                .with("openedAt", NOW)
                .incident();
        offer(possible, at(1));
        assertThat(outbox.next(NOW.plusSeconds(4))).isEmpty();
        assertThat(outbox.next(NOW.plusSeconds(5))).isPresent();

        outbox.settle(new Delivery.RetryLater(Duration.ofSeconds(1), "busy"), NOW);
        offer(revision(2, "high"), at(2));
        assertThat(outbox.next(NOW.plusSeconds(10))
                        .orElseThrow()
                        .message()
                        .subject()
                        .revision())
                .isEqualTo(2);
    }

    @Test
    void what_others_may_share_waits_for_them_too_and_is_read_again_after_a_restart() {
        Incident shared = TestIncidents.Change.of(revision(1, "high"))
                .with("shared", "zone")
                .with("openedAt", NOW)
                .incident();
        offer(shared, at(1));
        assertThat(outbox.next(NOW.plusSeconds(6))).isEmpty();
        assertThat(outbox.unsettled(NOW.plusSeconds(6))).containsExactly(at(1));

        offer(
                TestIncidents.Change.of(shared)
                        .with("revision", 2)
                        .with("parent", "77aa01fe")
                        .incident(),
                at(2));
        assertThat(outbox.next(NOW.plusSeconds(60))).isEmpty();
        assertThat(outbox.unsettled(NOW.plusSeconds(60))).isEmpty();

        offer(TestIncidents.Change.of(shared).with("revision", 3).incident(), at(3));
        assertThat(outbox.next(NOW.plusSeconds(7))
                        .orElseThrow()
                        .message()
                        .subject()
                        .revision())
                .isEqualTo(3);
    }

    @Test
    void what_comes_back_and_may_be_shared_waits_from_then_on() {
        Instant again = NOW.plusSeconds(600);
        Incident shared = TestIncidents.Change.of(revision(7, "high"))
                .with("shared", "zone")
                .with("openedAt", NOW)
                .with("updatedAt", again.plusSeconds(1))
                .with("episodes", 2)
                .with("symptoms", List.of(new Incident.SymptomCount("srv-refused", 1, again, again)))
                .incident();
        offer(shared, at(1));

        assertThat(outbox.next(again.plusSeconds(6))).isEmpty();
        assertThat(outbox.next(again.plusSeconds(7))).isPresent();
    }

    @Test
    void a_parent_is_told_at_once() {
        offer(
                TestIncidents.Change.of(revision(1, "high"))
                        .with("target", null)
                        .with("openedAt", NOW)
                        .with("children", List.of(new Incident.Child("77aa01fe", "c.ab1cd.mongodb.net")))
                        .incident(),
                at(1));

        assertThat(outbox.next(NOW)).isPresent();
    }

    @Test
    void edits_a_message_at_most_every_three_seconds_and_the_newest_revision_wins() {
        post(revision(1, "low"));
        offer(revision(2, "medium"), at(2));
        assertThat(outbox.next(NOW.plusMillis(2_999))).isEmpty();
        offer(revision(3, "high"), at(3));

        assertThat(outbox.next(NOW.plusSeconds(3))
                        .orElseThrow()
                        .message()
                        .subject()
                        .revision())
                .isEqualTo(3);
        outbox.settle(SENT, NOW.plusSeconds(3));
        assertThat(outbox.next(NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void a_revision_that_tells_nothing_new_is_not_sent() {
        post(revision(1, "low"));
        offer(revision(2, "low"), at(2));

        assertThat(outbox.next(NOW.plusSeconds(60))).isEmpty();
        assertThat(outbox.unsettled(NOW)).isEmpty();
    }

    @Test
    void a_change_that_is_taken_back_before_it_was_sent_is_not_sent() {
        post(revision(1, "low"));
        offer(revision(2, "high"), at(2));
        offer(revision(3, "low"), at(3));

        assertThat(outbox.next(NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void after_a_restart_the_ledger_keeps_it_from_posting_twice() {
        outbox.restore(line(3, Message.of(revision(3, "low")).digest()));

        offer(revision(2, "high"), at(1));
        offer(revision(3, "low"), at(2));
        offer(revision(4, "low"), at(3));
        assertThat(outbox.next(NOW.plusSeconds(60))).isEmpty();

        offer(revision(5, "high"), at(4));
        assertThat(outbox.next(NOW.plusSeconds(60)).orElseThrow().messageId()).isEqualTo("C1/1.1");
    }

    @Test
    void an_older_line_of_the_ledger_does_not_replace_a_newer() {
        outbox.restore(line(3, "new"));
        outbox.restore(line(2, "old"));
        offer(revision(3, "low"), at(1));

        assertThat(outbox.next(NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void a_channel_that_says_later_gets_the_newest_revision_after_its_time() {
        offer(revision(1, "low"), at(1));
        outbox.next(NOW).orElseThrow();
        assertThat(outbox.settle(new Delivery.RetryLater(Duration.ofSeconds(7), "busy"), NOW))
                .isEmpty();
        offer(revision(2, "high"), at(2));

        assertThat(outbox.next(NOW.plusMillis(6_999))).isEmpty();
        assertThat(outbox.next(NOW.plusSeconds(7))
                        .orElseThrow()
                        .message()
                        .subject()
                        .revision())
                .isEqualTo(2);
    }

    @Test
    void a_newer_revision_that_came_while_one_was_on_its_way_is_the_one_that_is_tried_again() {
        offer(revision(1, "low"), at(1));
        outbox.next(NOW).orElseThrow();
        offer(revision(2, "high"), at(2));
        outbox.settle(new Delivery.RetryLater(Duration.ofSeconds(1), "busy"), NOW);

        assertThat(outbox.next(NOW.plusSeconds(2))
                        .orElseThrow()
                        .message()
                        .subject()
                        .revision())
                .isEqualTo(2);
        assertThat(outbox.unsettled(NOW)).containsExactly(at(2));
    }

    @Test
    void waits_longer_each_time_but_never_more_than_a_minute_nor_less_than_it_was_told() {
        offer(revision(1, "low"), at(1));
        Instant now = NOW;
        for (int seconds : new int[] {5, 10, 20, 40, 60, 60}) {
            outbox.next(now).orElseThrow();
            outbox.settle(new Delivery.RetryLater(Duration.ofSeconds(5), "busy"), now);
            assertThat(outbox.next(now.plusSeconds(seconds).minusMillis(1))).isEmpty();
            now = now.plusSeconds(seconds);
        }
        outbox.next(now).orElseThrow();
        outbox.settle(new Delivery.RetryLater(Duration.ofMinutes(5), "busy"), now);
        assertThat(outbox.next(now.plus(Duration.ofMinutes(5)).minusMillis(1))).isEmpty();
        assertThat(outbox.next(now.plus(Duration.ofMinutes(5)))).isPresent();
    }

    @Test
    void what_was_rejected_is_not_tried_again_until_the_incident_changes() {
        offer(revision(1, "low"), at(1));
        outbox.next(NOW).orElseThrow();
        assertThat(outbox.settle(new Delivery.Rejected("no"), NOW)).isEmpty();

        offer(revision(2, "low"), at(2));
        assertThat(outbox.next(NOW.plusSeconds(60))).isEmpty();
        offer(revision(3, "high"), at(3));
        assertThat(outbox.next(NOW.plusSeconds(60))).isPresent();
    }

    @Test
    void what_is_historical_over_or_part_of_another_is_never_posted() {
        offer(with("historical", true), at(1));
        offer(with("parent", "77aa01fe"), at(2));
        offer(TestIncidents.resolved(), at(3));

        assertThat(outbox.next(NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void what_ended_before_it_could_be_posted_is_not_posted() {
        offer(revision(1, "low"), at(1));
        outbox.next(NOW).orElseThrow();
        offer(TestIncidents.resolved(), at(2));
        outbox.settle(new Delivery.RetryLater(Duration.ofSeconds(1), "busy"), NOW);

        assertThat(outbox.next(NOW.plusSeconds(60))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "low,    possible,  false",
        "low,    unproven,  false",
        "low,    refuted,   false",
        "low,    likely,    true",
        "low,    confirmed, true",
        "medium, possible,  true",
        "high,   unproven,  true"
    })
    void what_is_low_is_posted_when_a_cause_is_likely_at_least(String severity, String verdict, boolean posted) {
        offer(judged(1, severity, verdict), at(1));

        assertThat(outbox.next(NOW.plusSeconds(60)).isPresent()).isEqualTo(posted);
    }

    @Test
    void a_failover_that_passes_by_itself_posts_nothing() {
        List.of("possible", "possible", "refuted").forEach(verdict -> offer(judged(1, "low", verdict), at(1)));
        offer(
                TestIncidents.Change.of(judged(4, "low", "refuted"))
                        .with("state", "resolved")
                        .incident(),
                at(2));

        assertThat(outbox.next(NOW.plusSeconds(600))).isEmpty();
        assertThat(outbox.unsettled(NOW.plusSeconds(600))).isEmpty();
    }

    @Test
    void what_turns_low_before_it_was_posted_is_not_and_what_stands_already_is_edited() {
        offer(judged(1, "high", "possible"), at(1));
        offer(judged(2, "low", "refuted"), at(2));
        assertThat(outbox.next(NOW.plusSeconds(60))).isEmpty();

        offer(judged(3, "high", "confirmed"), at(3));
        assertThat(outbox.next(NOW.plusSeconds(60))).isPresent();
        outbox.settle(SENT, NOW.plusSeconds(60));
        offer(judged(4, "low", "refuted"), at(4));
        assertThat(outbox.next(NOW.plusSeconds(63)).orElseThrow().messageId()).isEqualTo("C1/1.1");
    }

    @Test
    void a_flapping_one_that_reopens_is_an_edit() {
        post(revision(1, "high"));
        Incident reopened = TestIncidents.Change.of(revision(9, "high"))
                .with("flapping", true)
                .with("episodes", 4)
                .incident();
        offer(reopened, at(2));

        Outbox.Dispatch letter = outbox.next(NOW.plusSeconds(3)).orElseThrow();
        assertThat(letter.messageId()).isEqualTo("C1/1.1");
        assertThat(letter.message().conclusion().notes()).anyMatch(note -> note.startsWith("Flapping: opened 4 times"));
    }

    @Test
    void the_end_is_an_edit() {
        post(revision(1, "low"));
        offer(TestIncidents.resolved(), at(2));

        assertThat(outbox.next(NOW.plusSeconds(3)).orElseThrow().message().headline())
                .contains("resolved");
    }

    @Test
    void what_is_silenced_is_posted_when_the_silence_ends_and_holds_up_no_offset() {
        offer(with("silencedUntil", NOW.plusSeconds(600).toString()), at(1));

        assertThat(outbox.next(NOW.plusSeconds(599))).isEmpty();
        assertThat(outbox.unsettled(NOW)).isEmpty();
        assertThat(outbox.next(NOW.plusSeconds(600))).isPresent();
    }

    @Test
    void what_is_silenced_is_posted_at_once_when_somebody_ends_the_silence() {
        offer(with("silencedUntil", NOW.plusSeconds(600).toString()), at(1));
        assertThat(outbox.next(NOW)).isEmpty();

        offer(revision(4, "high"), at(2));

        assertThat(outbox.next(NOW).orElseThrow().message().subject().revision())
                .isEqualTo(4);
    }

    @Test
    void what_is_over_when_its_silence_ends_was_never_posted() {
        offer(with("silencedUntil", NOW.plusSeconds(600).toString()), at(1));
        Incident over = TestIncidents.Change.of(revision(4, "high"))
                .with("state", "resolved")
                .with("silencedUntil", NOW.plusSeconds(600).toString())
                .incident();
        offer(over, at(2));

        assertThat(outbox.next(NOW.plusSeconds(600))).isEmpty();
        Incident ended = TestIncidents.Change.of(over)
                .with("revision", 5)
                .with("silencedUntil", null)
                .incident();
        offer(ended, at(3));
        assertThat(outbox.next(NOW.plusSeconds(601))).isEmpty();
        assertThat(outbox.unsettled(NOW.plusSeconds(601))).isEmpty();
    }

    @Test
    void what_is_silenced_and_stands_already_is_edited() {
        post(revision(1, "low"));
        Incident silenced = TestIncidents.Change.of(revision(2, "low"))
                .with("silencedUntil", NOW.plusSeconds(600).toString())
                .incident();
        offer(silenced, at(2));

        assertThat(outbox.next(NOW.plusSeconds(3))
                        .orElseThrow()
                        .message()
                        .conclusion()
                        .notes())
                .contains("Silenced until 2026-11-22 03:10 UTC.");
    }

    @Test
    void tells_which_places_are_not_settled_yet() {
        offer(revision(1, "low"), at(7));
        offer(with("id", "77aa01fe"), new Outbox.Position(2, 40));
        assertThat(outbox.unsettled(NOW)).containsExactlyInAnyOrder(at(7), new Outbox.Position(2, 40));

        outbox.next(NOW).orElseThrow();
        assertThat(outbox.unsettled(NOW)).containsExactlyInAnyOrder(at(7), new Outbox.Position(2, 40));
        outbox.settle(SENT, NOW);
        assertThat(outbox.unsettled(NOW)).containsExactly(new Outbox.Position(2, 40));
        outbox.leave(2);
        assertThat(outbox.unsettled(NOW)).isEmpty();
    }

    @Test
    void one_message_that_cannot_pass_does_not_hold_up_the_next() {
        offer(revision(1, "low"), at(1));
        offer(with("id", "77aa01fe"), at(2));
        outbox.next(NOW).orElseThrow();
        outbox.settle(new Delivery.RetryLater(Duration.ofSeconds(1), "busy"), NOW);

        assertThat(outbox.next(NOW.plusSeconds(1))
                        .orElseThrow()
                        .message()
                        .subject()
                        .incident())
                .isEqualTo("77aa01fe");
    }

    private void offer(Incident incident, Outbox.Position position) {
        outbox.offer(incident, Message.of(incident), position, NOW);
    }

    private void post(Incident incident) {
        offer(incident, at(1));
        Optional<Outbox.Dispatch> letter = outbox.next(NOW);
        assertThat(letter).isPresent();
        outbox.settle(SENT, NOW);
    }

    private static Outbox.Position at(long offset) {
        return new Outbox.Position(0, offset);
    }

    private static Notification line(int revision, String digest) {
        return new Notification("3f2ac19b", "ops", revision, "C1/1.1", digest, NOW);
    }

    private static Incident with(String field, Object value) {
        return TestIncidents.Change.of(TestIncidents.confirmed())
                .with(field, value)
                .incident();
    }

    private static Incident judged(int revision, String severity, String verdict) {
        return TestIncidents.Change.of(revision(revision, severity))
                .with("diagnosis", Map.of("leading", "no-primary", "verdict", verdict, "candidates", List.of()))
                .incident();
    }

    private static Incident revision(int revision, String severity) {
        return TestIncidents.Change.of(TestIncidents.confirmed())
                .with("revision", revision)
                .with("severity", severity)
                .incident();
    }
}
