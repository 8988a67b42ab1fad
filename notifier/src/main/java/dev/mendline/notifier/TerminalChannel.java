package dev.mendline.notifier;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Prints each message below the last; what was printed cannot be edited, so a later one says that it is an update. */
final class TerminalChannel implements Channel {
    private static final String PRINTED = "printed";

    private final String name;
    private final PrintStream out;
    private final boolean colour;

    TerminalChannel(String name, PrintStream out, boolean colour) {
        this.name = name;
        this.out = out;
        this.colour = colour;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Delivery deliver(Message message, @Nullable String thread) {
        String text = new TerminalLayout(colour).lay(message, thread != null);
        synchronized (out) {
            out.print(text);
            return out.checkError()
                    ? new Delivery.Rejected("the output cannot be written to")
                    : new Delivery.Sent(PRINTED);
        }
    }

    @Override
    public String toString() {
        return "terminal channel '" + name + "'";
    }
}
