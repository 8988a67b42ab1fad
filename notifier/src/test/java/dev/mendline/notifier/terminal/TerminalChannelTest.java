package dev.mendline.notifier.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.model.incident.Incident;
import dev.mendline.notifier.channel.Channel;
import dev.mendline.notifier.channel.ChannelContract;
import dev.mendline.notifier.channel.Console;
import dev.mendline.notifier.channel.Golden;
import dev.mendline.notifier.message.Message;
import dev.mendline.notifier.message.SafeText;
import dev.mendline.notifier.message.TestIncidents;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class TerminalChannelTest extends ChannelContract {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Override
    protected Channel channel() {
        return new TerminalChannel("here", new Console(new PrintStream(printed, true, UTF_8), false));
    }

    @Override
    protected Channel broken() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("closed");
            }
        };
        return new TerminalChannel("here", new Console(new PrintStream(closed, true, UTF_8), false));
    }

    @Override
    protected String shown() {
        return printed.toString(UTF_8);
    }

    @Test
    void looks_like_this() {
        Golden.assertSame("confirmed.txt", print(TestIncidents.confirmed(), false));
        Golden.assertSame("refuted.txt", print(TestIncidents.refuted(), false));
        Golden.assertSame("resolved.txt", print(TestIncidents.resolved(), false));
        Golden.assertSame("hostile.txt", print(TestIncidents.hostile(), false));
    }

    @Test
    void no_line_but_a_link_is_wider_than_a_hundred_columns() {
        assertThat(print(TestIncidents.endless(), false).lines())
                .filteredOn(line -> !line.contains("https://"))
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(100));
    }

    @RepeatedTest(50)
    void no_random_text_makes_a_line_wider() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(400); i >= 0; i--) {
            text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(0x2100)));
        }

        assertThat(Columns.wrap(SafeText.of(text.toString(), 302), 20))
                .as("seed %d", seed)
                .allSatisfy(line -> assertThat(Columns.width(line)).isLessThanOrEqualTo(20));
    }

    @Test
    void colours_only_when_told_so_and_only_with_colour_codes() {
        assertThat(print(TestIncidents.confirmed(), false)).doesNotContain("\u001b");
        String coloured = print(TestIncidents.hostile(), true);
        assertThat(coloured).contains("\u001b[1m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9]{1,2}m", "")).isEqualTo(print(TestIncidents.hostile(), false));
    }

    @Test
    void a_later_message_says_that_it_is_an_update() {
        Message message = Message.of(TestIncidents.confirmed());
        channel().deliver(message, "printed");

        assertThat(shown()).contains("open (update)");
    }

    private String print(Incident incident, boolean colour) {
        printed.reset();
        new TerminalChannel("here", new Console(new PrintStream(printed, true, UTF_8), colour))
                .deliver(Message.of(incident), null);
        return shown();
    }
}
