package dev.mendline.notifier.terminal;

import dev.mendline.notifier.channel.Channel;
import dev.mendline.notifier.channel.Console;
import dev.mendline.notifier.channel.Delivery;
import dev.mendline.notifier.message.Message;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Channel that prints to the console. It cannot edit, so it prints each later message below and marks it as an update. */
final class TerminalChannel implements Channel {
    private static final String PRINTED = "printed";

    private final String name;
    private final Console console;

    TerminalChannel(String name, Console console) {
        this.name = name;
        this.console = console;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Delivery deliver(Message message, @Nullable String messageId) {
        TerminalLayout layout = new TerminalLayout(console.colour());
        String text = messageId == null ? layout.message(message) : layout.update(message);
        PrintStream out = console.out();
        synchronized (out) {
            out.print(text);
            return out.checkError()
                    ? new Delivery.Rejected("cannot write to standard output")
                    : new Delivery.Sent(PRINTED);
        }
    }
}
