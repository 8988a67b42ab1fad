package dev.mendline.notifier;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import dev.mendline.model.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Posts with a bot token and edits what it posted
 * (<a href="https://docs.slack.dev/reference/methods/chat.postMessage">chat.postMessage</a>,
 * <a href="https://docs.slack.dev/reference/methods/chat.update">chat.update</a>). Slack documents no way to post
 * exactly once: a post whose answer is lost is repeated.
 */
final class SlackChannel implements Channel {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final String NO_PARSING = "none";

    private final String name;
    private final String conversation;
    private final MethodsClient slack;

    private SlackChannel(String name, String conversation, MethodsClient slack) {
        this.name = name;
        this.conversation = conversation;
        this.slack = slack;
    }

    static SlackChannel of(ChannelSettings settings) {
        return of(
                settings.name(),
                Objects.requireNonNull(settings.token()),
                Objects.requireNonNull(settings.channel()),
                settings.baseUrl(),
                DEADLINE);
    }

    static SlackChannel of(
            String name, Secret token, String conversation, @Nullable String baseUrl, Duration deadline) {
        SlackConfig config = new SlackConfig();
        // With its statistics on, the client asks auth.test before the first post.
        config.getMethodsConfig().setStatsEnabled(false);
        config.setStatsEnabled(false);
        config.setHttpClientCallTimeoutMillis(Math.toIntExact(deadline.toMillis()));
        if (baseUrl != null) {
            config.setMethodsEndpointUrlPrefix(baseUrl.endsWith("/") ? baseUrl : baseUrl + "/");
        }
        return new SlackChannel(name, conversation, Slack.getInstance(config).methods(token.reveal()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Delivery deliver(Message message, @Nullable String thread) {
        try {
            return attempt(message, SlackThread.of(thread), false);
        } catch (SlackApiException e) {
            return SlackAnswer.status(e.getResponse().code(), e.getResponse().header("Retry-After"));
        } catch (IOException e) {
            return SlackAnswer.unreachable();
        } catch (JsonParseException e) {
            return SlackAnswer.unreadable();
        }
    }

    private Delivery attempt(Message message, @Nullable SlackThread thread, boolean plain)
            throws IOException, SlackApiException {
        SlackAnswer answer = thread == null ? post(message, plain) : update(message, thread, plain);
        if (thread != null && answer.saysGone()) {
            return attempt(message, null, plain);
        }
        if (!plain && answer.saysUnfit()) {
            return attempt(message, thread, true);
        }
        return answer.delivery();
    }

    private SlackAnswer post(Message message, boolean plain) throws IOException, SlackApiException {
        return SlackAnswer.of(slack.chatPostMessage(request -> request.channel(conversation)
                .text(plain ? SlackText.whole(message) : SlackText.gist(message))
                .blocks(plain ? List.of() : SlackBlocks.of(message))
                .mrkdwn(false)
                .parse(NO_PARSING)
                .linkNames(false)
                .unfurlLinks(false)
                .unfurlMedia(false)
                .metadata(metadata(message))));
    }

    private SlackAnswer update(Message message, SlackThread thread, boolean plain)
            throws IOException, SlackApiException {
        return SlackAnswer.of(slack.chatUpdate(request -> request.channel(thread.channel())
                .ts(thread.ts())
                .text(plain ? SlackText.whole(message) : SlackText.gist(message))
                .blocks(plain ? List.of() : SlackBlocks.of(message))
                .parse(NO_PARSING)
                .linkNames(false)
                .metadata(metadata(message))));
    }

    private static com.slack.api.model.Message.Metadata metadata(Message message) {
        return com.slack.api.model.Message.Metadata.builder()
                .eventType("mendline_incident")
                .eventPayload(Map.of("incident_id", message.incident(), "revision", message.revision()))
                .build();
    }

    @Override
    public String toString() {
        return "slack channel '" + name + "'";
    }
}
