package dev.mendline.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Notification;
import dev.mendline.notifier.channel.Channel;
import dev.mendline.notifier.channel.Delivery;
import dev.mendline.notifier.message.Message;
import dev.mendline.notifier.message.TestIncidents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The Kafka shell, turn by turn, against the clients' own stand-ins. */
class NotificationLoopTest {
    private static final TopicPartition INCIDENTS = new TopicPartition("mendline.incidents", 0);
    private static final TopicPartition NOTIFICATIONS = new TopicPartition("mendline.notifications", 0);

    private final MockConsumer<String, byte[]> incidents = new MockConsumer<>("earliest");
    private final MockConsumer<String, byte[]> ledger = new MockConsumer<>("earliest");
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final Recording channel = new Recording();
    private final ListAppender<ILoggingEvent> ownLog = new ListAppender<>();
    private Instant now = Instant.parse("2026-11-22T03:00:00Z");
    private long offset;
    private NotificationLoop loop;

    /** Writes down what it is given. */
    private static final class Recording implements Channel {
        private final List<String> delivered = new ArrayList<>();
        private Delivery answer = new Delivery.Sent("C1/1.1");

        @Override
        public String name() {
            return "ops";
        }

        @Override
        public Delivery deliver(Message message, @Nullable String messageId) {
            delivered.add(message.subject().incident() + " " + message.subject().revision() + " " + messageId);
            return answer;
        }
    }

    @BeforeEach
    void start() {
        ownLog.start();
        deliveryLog().setLevel(Level.WARN);
        deliveryLog().addAppender(ownLog);
        ledger.updatePartitions(
                NOTIFICATIONS.topic(), List.of(new PartitionInfo(NOTIFICATIONS.topic(), 0, null, null, null)));
        ledger.updateBeginningOffsets(Map.of(NOTIFICATIONS, 0L));
        ledger.updateEndOffsets(Map.of(NOTIFICATIONS, 0L));
        loop = new NotificationLoop(
                INCIDENTS.topic(),
                incidents,
                new NotificationLog(NOTIFICATIONS.topic(), ledger, producer),
                List.of(new ChannelSender(channel, Runnable::run)),
                () -> now);
        incidents.updateBeginningOffsets(Map.of(INCIDENTS, 0L));
        incidents.rebalance(List.of(INCIDENTS));
    }

    @AfterEach
    void stopListening() {
        deliveryLog().detachAppender(ownLog);
        deliveryLog().setLevel(null);
    }

    private static Logger deliveryLog() {
        return (Logger) LoggerFactory.getLogger(NotificationLoop.class.getPackageName());
    }

    private List<String> warnings() {
        return ownLog.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void posts_writes_the_ledger_and_commits() throws InterruptedException {
        publish(TestIncidents.confirmed());
        turn();
        turn();

        assertThat(channel.delivered).containsExactly("3f2ac19b 3 null");
        assertThat(producer.history()).extracting(ProducerRecord::key).containsExactly("3f2ac19b|ops");
        assertThat(Json.read(producer.history().get(0).value(), Notification.class)
                        .thread())
                .isEqualTo("C1/1.1");
        assertThat(committed()).isEqualTo(1);
        assertThat(ownLog.list).isEmpty();
    }

    @Test
    void reads_the_ledger_to_its_end_before_the_first_incident() throws InterruptedException {
        ledger.updateEndOffsets(Map.of(NOTIFICATIONS, 2L));
        publish(TestIncidents.confirmed());
        turn();
        assertThat(channel.delivered).isEmpty();

        remember(0, "not json".getBytes(StandardCharsets.UTF_8));
        String digest = Message.of(TestIncidents.confirmed()).digest();
        remember(1, Json.bytes(new Notification("3f2ac19b", "ops", 3, "C9/9.9", digest, now.minusSeconds(60))));
        turn();
        turn();
        assertThat(channel.delivered).isEmpty();

        publish(TestIncidents.resolved());
        turn();
        assertThat(channel.delivered).containsExactly("3f2ac19b 9 C9/9.9");
        assertThat(warnings()).containsExactly("Skipped an unreadable record: mendline.notifications-0@0");
    }

    @Test
    void does_not_commit_what_is_not_delivered() throws InterruptedException {
        channel.answer = new Delivery.RetryLater(Duration.ofSeconds(5), "busy");
        publish(TestIncidents.refuted());
        publish(TestIncidents.confirmed());
        turn();
        turn();
        assertThat(committed()).isZero();

        channel.answer = new Delivery.Sent(null);
        now = now.plusSeconds(6);
        turn();
        turn();
        turn();
        assertThat(committed()).isEqualTo(2);
    }

    @Test
    void does_not_commit_before_the_ledger_has_it_and_does_not_post_again() throws InterruptedException {
        producer.sendException = new TimeoutException("away");
        publish(TestIncidents.confirmed());
        turn();
        turn();
        turn();
        assertThat(committed()).isZero();

        producer.sendException = null;
        turn();
        assertThat(channel.delivered).hasSize(1);
        assertThat(producer.history()).hasSize(1);
        assertThat(committed()).isEqualTo(1);
    }

    @Test
    void passes_over_what_cannot_be_read_and_forgets_what_is_deleted() throws InterruptedException {
        publish(TestIncidents.confirmed());
        turn();
        turn();
        put("x", "{".getBytes(StandardCharsets.UTF_8));
        put("x", "[1]".getBytes(StandardCharsets.UTF_8));
        put("x", "{}".getBytes(StandardCharsets.UTF_8));
        put(
                "x",
                Json.text(TestIncidents.confirmed())
                        .replace("\"at\":\"", "\"when\":\"")
                        .getBytes(StandardCharsets.UTF_8));
        put("unknown", null);
        put("3f2ac19b", null);
        turn();

        assertThat(warnings())
                .containsExactly(
                        "Skipped an unreadable record: mendline.incidents-0@1",
                        "Skipped an unreadable record: mendline.incidents-0@2",
                        "Skipped an unreadable record: mendline.incidents-0@3",
                        "Skipped an unreadable record: mendline.incidents-0@4");
        assertThat(producer.history()).hasSize(2);
        assertThat(producer.history().get(1).key()).isEqualTo("3f2ac19b|ops");
        assertThat(producer.history().get(1).value()).isNull();
        assertThat(committed()).isEqualTo(7);
    }

    @Test
    void another_reader_takes_over_what_waits() throws InterruptedException {
        channel.answer = new Delivery.RetryLater(Duration.ofSeconds(5), "busy");
        publish(TestIncidents.confirmed());
        turn();
        turn();
        incidents.rebalance(List.of());
        now = now.plusSeconds(60);
        turn();

        assertThat(channel.delivered).hasSize(1);
    }

    @Test
    void a_fault_of_a_channel_itself_is_not_hidden() throws InterruptedException {
        channel.answer = null;
        publish(TestIncidents.confirmed());
        turn();

        assertThatThrownBy(this::turn).isInstanceOf(NullPointerException.class);
        assertThat(committed()).isZero();
    }

    private void turn() throws InterruptedException {
        loop.turn(Duration.ZERO);
    }

    private void publish(Incident incident) {
        put(incident.id(), Json.bytes(incident));
    }

    private void put(String key, byte @Nullable [] value) {
        incidents.addRecord(new ConsumerRecord<>(INCIDENTS.topic(), 0, offset++, key, value));
    }

    private void remember(long at, byte[] value) {
        ledger.addRecord(new ConsumerRecord<>(NOTIFICATIONS.topic(), 0, at, "k", value));
    }

    private long committed() {
        OffsetAndMetadata offsets = incidents.committed(Set.of(INCIDENTS)).get(INCIDENTS);
        return offsets == null ? 0 : offsets.offset();
    }
}
