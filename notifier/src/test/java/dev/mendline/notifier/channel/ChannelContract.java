package dev.mendline.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.mendline.model.incident.Advice;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.notifier.message.Message;
import dev.mendline.notifier.message.TestIncidents;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Contract that every channel fulfils. */
public abstract class ChannelContract {
    protected static final String TOKEN = "xoxb-hunter2-hunter2";

    /** A channel that works. */
    protected abstract Channel channel();

    /** A channel whose other end is not there. */
    protected abstract Channel broken();

    /** Everything that has reached the readers so far. */
    protected abstract String shown();

    /** What an attacker must not get through; each channel has its own besides these. */
    protected List<String> harmful() {
        return List.of("\u202e", "\u2066", "\u2069", "\u200b", "\u0007", "\u0000", "\u001b[31m");
    }

    @Test
    void tells_of_an_incident_and_takes_the_same_message_twice() {
        Channel channel = channel();
        Message message = Message.of(TestIncidents.confirmed());

        Delivery first = channel.deliver(message, null);
        Delivery second = channel.deliver(message, ((Delivery.Sent) first).messageId());

        assertThat(second).isEqualTo(first);
        assertThat(shown()).contains("cluster0.ab1cd.mongodb.net", "Restart the resolver on 10.0.0.2", "3f2ac19b");
    }

    @Test
    void hostile_text_arrives_as_text_only() {
        assertThat(channel().deliver(Message.of(TestIncidents.hostile()), null)).isInstanceOf(Delivery.Sent.class);

        assertThat(shown()).contains("second line").doesNotContain(harmful().toArray(String[]::new));
    }

    @Test
    void a_megabyte_of_advice_stays_within_the_limits() {
        assertThat(channel().deliver(Message.of(TestIncidents.endless()), null)).isInstanceOf(Delivery.Sent.class);
        assertThat(shown().length()).isLessThan(100_000);
    }

    @Test
    void an_incident_with_nothing_in_it_can_be_told() {
        Incident bare = TestIncidents.Change.of(TestIncidents.confirmed())
                .with("target", null)
                .with("services", null)
                .with("zones", null)
                .with("symptoms", null)
                .with("findings", null)
                .with("samples", null)
                .with("diagnosis", Diagnosis.NONE)
                .with("advice", new Advice("", List.of(), List.of()))
                .incident();

        assertThat(channel().deliver(Message.of(bare), null)).isInstanceOf(Delivery.Sent.class);
        assertThat(shown()).contains("Inconclusive", "No documented cause matches");
    }

    @Test
    void a_thread_that_says_nothing_does_no_harm() {
        for (String thread : List.of("", "/", "a", "a/", "/b", "a/b/c", "\u0000")) {
            assertThat(channel().deliver(Message.of(TestIncidents.resolved()), thread))
                    .isInstanceOf(Delivery.Sent.class);
        }
    }

    @Test
    void a_missing_other_end_is_an_outcome_without_secrets() {
        Channel broken = broken();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        log.start();
        root.setLevel(Level.TRACE);
        root.addAppender(log);
        try {
            Delivery delivery = broken.deliver(Message.of(TestIncidents.confirmed()), null);

            assertThat(delivery).isNotInstanceOf(Delivery.Sent.class);
            assertThat(delivery + " " + broken).doesNotContain(TOKEN, "127.0.0.1");
            assertThat(log.list)
                    .extracting(event -> event.getFormattedMessage() + event.getThrowableProxy())
                    .noneMatch(line -> line.contains(TOKEN));
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
        }
    }
}
