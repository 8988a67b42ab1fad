package dev.mendline.notifier.slack;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import dev.mendline.notifier.channel.Delivery;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Response of Slack's Web API. Errors arrive as HTTP 200 with an error code. Only codes of the expected form are shown,
 * because the peer may echo the request and thereby the token.
 */
record SlackResponse(boolean ok, String error, @Nullable MessageId messageId) {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration RATE_LIMIT = Duration.ofSeconds(30);
    private static final long LONGEST_SECONDS = Duration.ofHours(1).toSeconds();
    private static final Set<String> TEMPORARY = Set.of(
            "ratelimited",
            "rate_limited",
            "internal_error",
            "fatal_error",
            "service_unavailable",
            "request_timeout",
            "team_added_to_org");
    private static final Set<String> LAYOUT_ERRORS = Set.of(
            "invalid_blocks", "invalid_blocks_format", "msg_too_long", "msg_blocks_too_long", "metadata_too_large");
    private static final Map<String, String> REMEDIES = Map.of(
            "not_in_channel", "invite the bot into the channel",
            "channel_not_found", "check the channel's id; a private channel needs the bot invited",
            "is_archived", "the channel is archived",
            "invalid_auth", "check the token",
            "not_authed", "check the token",
            "token_revoked", "install the app again and configure its new token",
            "token_expired", "configure a new token",
            "account_inactive", "the bot's account was deleted: install the app again",
            "missing_scope", "the token needs the scope chat:write");

    /** Id of a posted message: conversation id and message time stamp, written as {@code channel/ts}. */
    record MessageId(String channel, String ts) {
        /** Parses {@code channel/ts}. Returns null if the text has another form. */
        static @Nullable MessageId of(@Nullable String text) {
            int slash = text == null ? -1 : text.lastIndexOf('/');
            return text == null || slash < 1 || slash == text.length() - 1
                    ? null
                    : new MessageId(text.substring(0, slash), text.substring(slash + 1));
        }

        @Override
        public String toString() {
            return channel + "/" + ts;
        }
    }

    static SlackResponse of(ChatPostMessageResponse response) {
        return of(response.isOk(), response.getError(), response.getChannel(), response.getTs());
    }

    static SlackResponse of(ChatUpdateResponse response) {
        return of(response.isOk(), response.getError(), response.getChannel(), response.getTs());
    }

    private static SlackResponse of(boolean ok, @Nullable String error, @Nullable String channel, @Nullable String ts) {
        String word = error != null && error.matches("[a-z_]{1,40}") ? error : "an unknown error";
        return new SlackResponse(ok, word, channel == null || ts == null ? null : new MessageId(channel, ts));
    }

    /** Returns the result for an HTTP status other than 2xx. */
    static Delivery status(int code, @Nullable String retryAfter) {
        if (code == 429) {
            return new Delivery.RetryLater(wait(retryAfter), "Slack: too many messages (HTTP 429)");
        }
        return code >= 500
                ? new Delivery.RetryLater(SOON, "Slack: HTTP " + code)
                : new Delivery.Rejected("Slack: HTTP " + code);
    }

    /** Returns the result if there is no connection or no response in time. */
    static Delivery unreachable() {
        return new Delivery.RetryLater(SOON, "Slack: no connection, or no response in time");
    }

    /** Returns the result if the response is not Slack's, for example a proxy's page. */
    static Delivery unreadable() {
        return new Delivery.RetryLater(SOON, "Slack: the response is not Slack's JSON");
    }

    private static Duration wait(@Nullable String retryAfter) {
        boolean number = retryAfter != null && retryAfter.matches("[0-9]{1,9}");
        return number
                ? Duration.ofSeconds(Math.min(LONGEST_SECONDS, Math.max(1, Long.parseLong(retryAfter))))
                : RATE_LIMIT;
    }

    /** Returns true if the message to edit does not exist any more. */
    boolean isMessageGone() {
        return !ok && error.equals("message_not_found");
    }

    /** Returns true if Slack rejects the layout; plain text may be accepted. */
    boolean refusesLayout() {
        return !ok && LAYOUT_ERRORS.contains(error);
    }

    Delivery delivery() {
        if (ok) {
            return new Delivery.Sent(messageId == null ? null : messageId.toString());
        }
        if (TEMPORARY.contains(error)) {
            return new Delivery.RetryLater(SOON, "Slack: " + error);
        }
        String remedy = REMEDIES.get(error);
        return new Delivery.Rejected("Slack: " + error + (remedy == null ? "" : " – " + remedy));
    }
}
