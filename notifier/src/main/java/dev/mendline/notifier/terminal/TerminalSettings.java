package dev.mendline.notifier.terminal;

import dev.mendline.notifier.channel.Channel;
import dev.mendline.notifier.channel.ChannelSettings;
import dev.mendline.notifier.channel.Console;

/** Settings of a channel of type {@code terminal}. */
public record TerminalSettings(String name) implements ChannelSettings {
    /** Settings of the channel that is used if no channel is configured. */
    public static final TerminalSettings DEFAULT = new TerminalSettings("terminal");

    public TerminalSettings {
        ChannelSettings.requireName(name);
    }

    @Override
    public Channel open(Console console) {
        return new TerminalChannel(name, console);
    }
}
