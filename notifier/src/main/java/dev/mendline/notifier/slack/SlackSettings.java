package dev.mendline.notifier.slack;

import dev.mendline.model.config.Secret;
import dev.mendline.notifier.channel.Channel;
import dev.mendline.notifier.channel.ChannelSettings;
import dev.mendline.notifier.channel.Console;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a channel of type {@code slack}.
 *
 * @param token bot token with the scope {@code chat:write}
 * @param channel id or name of the conversation
 * @param baseUrl URL of the Web API; null for {@code https://slack.com/api/}
 */
public record SlackSettings(
        String name, Secret token, String channel, @Nullable String baseUrl) implements ChannelSettings {
    public SlackSettings {
        ChannelSettings.requireName(name);
        if (token == null) {
            throw new IllegalArgumentException(
                    "channel '" + name + "': token is missing; allowed: {env: NAME} or {file: PATH}");
        }
        if (channel == null || channel.isBlank()) {
            throw new IllegalArgumentException(
                    "channel '" + name + "': channel is missing; allowed: the id or name of a Slack conversation");
        }
        if (baseUrl != null && !baseUrl.matches("https?://[^\\s?#@]+")) {
            throw new IllegalArgumentException("channel '" + name
                    + "': base-url is not allowed; allowed: an http or https URL without user, query and fragment");
        }
    }

    @Override
    public Channel open(Console console) {
        return SlackChannel.of(this, SlackChannel.CALL_TIMEOUT);
    }

    /** Returns the type and name only, because the URL and the conversation may be confidential. */
    @Override
    public String toString() {
        return "slack channel '" + name + "'";
    }
}
