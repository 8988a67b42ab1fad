package dev.mendline.notifier;

import dev.mendline.model.config.Secret;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One channel as it is configured.
 *
 * @param name letters, digits, {@code . _ -}, at most 63; the ledger knows the channel by it
 * @param type {@code slack} or {@code terminal}
 * @param token for {@code slack}: a bot token with the scope {@code chat:write}
 * @param channel for {@code slack}: the conversation's id or name
 * @param baseUrl for {@code slack}: where the Web API lives; null for {@code https://slack.com/api/}
 */
public record ChannelSettings(
        String name,
        String type,
        @Nullable Secret token,
        @Nullable String channel,
        @Nullable String baseUrl) {
    /** Refuses what no channel can be made of; the message says what is allowed. */
    public ChannelSettings {
        if (name == null || !name.matches("[A-Za-z0-9._-]{1,63}")) {
            throw new IllegalArgumentException("a channel's name is missing or not allowed: letters, digits, '.', '_'"
                    + " and '-' are allowed, at most 63");
        }
        if (type == null) {
            throw new IllegalArgumentException("channel '" + name + "' has no type; allowed: " + Channels.types());
        }
        if (baseUrl != null && !baseUrl.matches("https?://[^\\s?#@]+")) {
            throw new IllegalArgumentException(
                    "channel '" + name + "': base-url is not an http or https URL without user, query and fragment");
        }
        Channels.kind(name, type).check(name, type, given(token, channel, baseUrl));
    }

    private static Set<String> given(@Nullable Secret token, @Nullable String channel, @Nullable String baseUrl) {
        Set<String> given = new LinkedHashSet<>();
        if (token != null) {
            given.add("token");
        }
        if (channel != null && !channel.isBlank()) {
            given.add("channel");
        }
        if (baseUrl != null) {
            given.add("base-url");
        }
        return given;
    }

    @Override
    public String toString() {
        return type + " channel '" + name + "'";
    }
}
