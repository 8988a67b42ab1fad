package dev.mendline.notifier;

import dev.mendline.notifier.channel.Channel;
import dev.mendline.notifier.channel.ChannelSettings;
import dev.mendline.notifier.channel.Console;
import dev.mendline.notifier.slack.SlackSettings;
import dev.mendline.notifier.terminal.TerminalSettings;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Registry of channel types: the settings record of each {@code type}. A new channel type is one line here. */
public final class ChannelTypes {
    private static final Map<String, Class<? extends ChannelSettings>> TYPES =
            new TreeMap<>(Map.of("slack", SlackSettings.class, "terminal", TerminalSettings.class));

    private ChannelTypes() {}

    public static Collection<Class<? extends ChannelSettings>> settings() {
        return List.copyOf(TYPES.values());
    }

    /**
     * Returns the settings record of a type.
     *
     * @throws IllegalArgumentException if the type does not exist; the message lists the types
     */
    static Class<? extends ChannelSettings> settings(@Nullable String type) {
        Class<? extends ChannelSettings> settings = type == null ? null : TYPES.get(type);
        if (settings == null) {
            String mistake = type == null ? "type is missing" : "type '" + type + "' is not allowed";
            throw new IllegalArgumentException(mistake + "; allowed: " + String.join(", ", TYPES.keySet()));
        }
        return settings;
    }

    /**
     * Checks that each name is used once.
     *
     * @throws IllegalArgumentException if two channels have the same name
     */
    public static void requireUniqueNames(List<ChannelSettings> channels) {
        Set<String> names = new HashSet<>();
        for (ChannelSettings channel : channels) {
            if (!names.add(channel.name())) {
                throw new IllegalArgumentException("channels: duplicate name '" + channel.name() + "'");
            }
        }
    }

    public static List<Channel> open(List<ChannelSettings> channels, Console console) {
        return channels.stream().map(settings -> settings.open(console)).toList();
    }
}
