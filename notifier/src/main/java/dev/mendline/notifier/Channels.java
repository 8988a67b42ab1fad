package dev.mendline.notifier;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The channel types there are, and how the configured ones come to life. */
public final class Channels {
    private static final Map<String, Kind> KINDS = new TreeMap<>(Map.of(
            "slack",
                    new Kind(
                            Set.of("token", "channel"),
                            Set.of("base-url"),
                            (settings, terminal, colour) -> SlackChannel.of(settings)),
            "terminal",
                    new Kind(
                            Set.of(),
                            Set.of(),
                            (settings, terminal, colour) -> new TerminalChannel(settings.name(), terminal, colour))));

    /** One type: the keys that it needs, those that it takes besides, and its channel. */
    record Kind(Set<String> needs, Set<String> takes, Opening opening) {
        void check(String name, String type, Set<String> given) {
            Set<String> missing = new TreeSet<>(needs);
            missing.removeAll(given);
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException(
                        "channel '" + name + "': type " + type + " needs " + String.join(", ", missing));
            }
            Set<String> strange = new TreeSet<>(given);
            strange.removeAll(needs);
            strange.removeAll(takes);
            if (!strange.isEmpty()) {
                throw new IllegalArgumentException(
                        "channel '" + name + "': type " + type + " has no " + String.join(", ", strange));
            }
        }
    }

    /** Makes a channel of its settings. */
    interface Opening {
        Channel open(ChannelSettings settings, PrintStream terminal, boolean colour);
    }

    private Channels() {}

    /**
     * Opens all configured channels, in their order; none connects before its first message.
     *
     * @param terminal where channels of type {@code terminal} print
     * @param colour whether they may colour
     * @throws IllegalArgumentException when two have one name
     */
    public static List<Channel> from(List<ChannelSettings> settings, PrintStream terminal, boolean colour) {
        Set<String> names = new HashSet<>();
        for (ChannelSettings one : settings) {
            if (!names.add(one.name())) {
                throw new IllegalArgumentException("two channels are called '" + one.name() + "'");
            }
        }
        return settings.stream()
                .map(one -> kind(one.name(), one.type()).opening().open(one, terminal, colour))
                .toList();
    }

    static Kind kind(String name, String type) {
        Kind kind = KINDS.get(type);
        if (kind == null) {
            throw new IllegalArgumentException(
                    "channel '" + name + "': '" + type + "' is not a type of channel; allowed: " + types());
        }
        return kind;
    }

    static String types() {
        return String.join(", ", KINDS.keySet());
    }
}
