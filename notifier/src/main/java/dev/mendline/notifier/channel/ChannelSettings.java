package dev.mendline.notifier.channel;

import org.jspecify.annotations.Nullable;

/**
 * Settings of one configured channel. Each channel type implements this with a record whose components are the keys
 * that the type accepts in {@code mendline.yaml}.
 */
public interface ChannelSettings {
    /** Returns the name: 1 to 63 letters, digits, {@code . _ -}. It is part of the keys of the notification log. */
    String name();

    /** Creates the channel. It does not connect before its first message. */
    Channel open(Console console);

    static String requireName(@Nullable String name) {
        if (name == null || !name.matches("[A-Za-z0-9._-]{1,63}")) {
            throw new IllegalArgumentException(
                    "name is missing or not allowed; allowed: 1 to 63 letters, digits, '.', '_' and '-'");
        }
        return name;
    }
}
