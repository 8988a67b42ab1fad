package dev.mendline.probes.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.mendline.lab.broker.EmbeddedBroker;
import dev.mendline.lab.net.ClosedPort;
import dev.mendline.lab.net.Ports;
import dev.mendline.probes.worker.ProbeQueue.End;
import dev.mendline.probes.worker.ProbeQueue.Taken;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AutoQueueTest {
    @TempDir
    Path directory;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger().setLevel(Level.INFO);
        logger().addAppender(log);
        log.start();
    }

    @AfterEach
    void leave() {
        logger().detachAppender(log);
        logger().setLevel(null);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(AutoQueue.class);
    }

    @Test
    void is_a_share_group_where_the_broker_has_them_and_an_ordinary_group_where_it_has_not() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0)) {
            Map<String, Object> client = Map.of("bootstrap.servers", broker.bootstrapServer());
            try (Admin admin = Admin.create(client)) {
                admin.createTopics(List.of(new NewTopic("requests", 1, (short) 1)))
                        .all()
                        .get();
                assertThat(typeOfTheGroupThatAnswers(admin, client, "one")).isEqualTo(GroupType.SHARE);

                admin.updateFeatures(
                                Map.of(
                                        "share.version",
                                        new FeatureUpdate((short) 0, FeatureUpdate.UpgradeType.SAFE_DOWNGRADE)),
                                new UpdateFeaturesOptions())
                        .all()
                        .get();
                assertThat(typeOfTheGroupThatAnswers(admin, client, "two")).isEqualTo(GroupType.CLASSIC);
            }
        }
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "The broker has share groups: workers of a zone share its requests one by one",
                        "The broker has no share groups (Kafka 4.2 with the feature share.version has): an ordinary"
                                + " consumer group, one worker for each partition");
    }

    private static GroupType typeOfTheGroupThatAnswers(Admin admin, Map<String, Object> client, String zone)
            throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("requests", "of " + zone)).get();
        }
        ZoneGroup group = new ZoneGroup(client, zone, "requests", 5);
        ZoneGroup.Member member = group.member(QueueKind.AUTO);
        try (ProbeQueue queue = member.queue()) {
            List<Taken> taken = ProbeQueueContract.take(1, queue);
            assertThat(taken).isNotEmpty();
            assertThat(member.connected()).isTrue();
            taken.forEach(each -> queue.finish(each, End.DONE));
            return admin.listGroups().all().get().stream()
                    .filter(listing -> listing.groupId().startsWith(group.name()))
                    .map(GroupListing::type)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void asks_again_while_the_broker_is_away_and_can_be_closed_then() throws Exception {
        try (ClosedPort nobody = ClosedPort.tcp()) {
            ZoneGroup.Member member = new ZoneGroup(
                            Map.of("bootstrap.servers", Ports.LOOPBACK + ":" + nobody.port()), "local", "requests", 1)
                    .member(QueueKind.AUTO);
            for (int turn = 0; turn < 2; turn++) {
                assertThatThrownBy(() -> member.queue().take(Duration.ofMillis(100)))
                        .isInstanceOf(RetriableException.class);
            }
            assertThat(member.connected()).isFalse();
            long began = System.nanoTime();

            member.queue().close();

            assertThat(ProbeQueueContract.since(began)).isLessThan(Duration.ofSeconds(3));
            assertThat(log.list).isEmpty();
        }
    }
}
