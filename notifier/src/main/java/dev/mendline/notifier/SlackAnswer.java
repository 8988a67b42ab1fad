package dev.mendline.notifier;

import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.chat.ChatUpdateResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Slack's Web API said, and what follows from it. Errors come as HTTP 200 with a word; only words of the expected
 * form are repeated to people, since whoever answers may echo what it was sent.
 */
record SlackAnswer(boolean ok, String error, @Nullable SlackThread thread) {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration RATE_LIMIT = Duration.ofSeconds(30);
    private static final long LONGEST_SECONDS = Duration.ofHours(1).toSeconds();
    private static final Set<String> PASSING = Set.of(
            "ratelimited",
            "rate_limited",
            "internal_error",
            "fatal_error",
            "service_unavailable",
            "request_timeout",
            "team_added_to_org");
    private static final Set<String> UNFIT = Set.of(
            "invalid_blocks", "invalid_blocks_format", "msg_too_long", "msg_blocks_too_long", "metadata_too_large");
    private static final Map<String, String> REMEDY = Map.of(
            "not_in_channel", "invite the bot into the channel",
            "channel_not_found", "check the channel's id; a private channel needs the bot invited",
            "is_archived", "the channel is archived",
            "invalid_auth", "check the token",
            "not_authed", "check the token",
            "token_revoked", "install the app again and configure its new token",
            "token_expired", "configure a new token",
            "account_inactive", "the bot's account was deleted: install the app again",
            "missing_scope", "the token needs the scope chat:write");

    static SlackAnswer of(ChatPostMessageResponse answer) {
        return of(answer.isOk(), answer.getError(), answer.getChannel(), answer.getTs());
    }

    static SlackAnswer of(ChatUpdateResponse answer) {
        return of(answer.isOk(), answer.getError(), answer.getChannel(), answer.getTs());
    }

    private static SlackAnswer of(boolean ok, @Nullable String error, @Nullable String channel, @Nullable String ts) {
        String word = error != null && error.matches("[a-z_]{1,40}") ? error : "an unknown error";
        return new SlackAnswer(ok, word, channel == null || ts == null ? null : new SlackThread(channel, ts));
    }

    /** What follows from an HTTP status other than 2xx. */
    static Delivery status(int code, @Nullable String retryAfter) {
        if (code == 429) {
            return new Delivery.RetryLater(wait(retryAfter), "Slack: too many messages (HTTP 429)");
        }
        return code >= 500
                ? new Delivery.RetryLater(SOON, "Slack: HTTP " + code)
                : new Delivery.Rejected("Slack: HTTP " + code);
    }

    /** Nobody answered, or not in time. */
    static Delivery unreachable() {
        return new Delivery.RetryLater(SOON, "Slack: no connection, or no answer in time");
    }

    /** Somebody answered, but not Slack: a proxy's page for example. */
    static Delivery unreadable() {
        return new Delivery.RetryLater(SOON, "Slack: the answer is not Slack's JSON");
    }

    private static Duration wait(@Nullable String retryAfter) {
        boolean number = retryAfter != null && retryAfter.matches("[0-9]{1,9}");
        return number
                ? Duration.ofSeconds(Math.min(LONGEST_SECONDS, Math.max(1, Long.parseLong(retryAfter))))
                : RATE_LIMIT;
    }

    /** The message to edit is no longer there. */
    boolean saysGone() {
        return !ok && error.equals("message_not_found");
    }

    /** The layout is what it does not take; plain text may pass. */
    boolean saysUnfit() {
        return !ok && UNFIT.contains(error);
    }

    Delivery delivery() {
        if (ok) {
            return new Delivery.Sent(thread == null ? null : thread.toString());
        }
        if (PASSING.contains(error)) {
            return new Delivery.RetryLater(SOON, "Slack: " + error);
        }
        String remedy = REMEDY.get(error);
        return new Delivery.Rejected("Slack: " + error + (remedy == null ? "" : " – " + remedy));
    }
}
