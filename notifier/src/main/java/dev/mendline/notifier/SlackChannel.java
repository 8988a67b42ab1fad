package dev.mendline.notifier;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.block.LayoutBlock;
import dev.mendline.model.config.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Posts with a bot token and edits what it posted
 * (<a href="https://docs.slack.dev/reference/methods/chat.postMessage">chat.postMessage</a>,
 * <a href="https://docs.slack.dev/reference/methods/chat.update">chat.update</a>). Slack documents no way to post
 * exactly once: a post whose answer is lost is repeated.
 */
final class SlackChannel implements Channel {
    /** Per call; one message may take four. */
    private static final Duration DEADLINE = Duration.ofSeconds(7);

    private static final String NO_PARSING = "none";

    /** A message in Slack's words; blocks may be none. */
    private record Form(Message message, String text, List<LayoutBlock> blocks) {}

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
        Form laidOut = new Form(message, SlackText.gist(message), SlackBlocks.of(message));
        Form plain = new Form(message, SlackText.whole(message), List.of());
        try {
            SlackThread there = SlackThread.of(thread);
            SlackAnswer answer = send(laidOut, there);
            return (answer.saysUnfit() ? send(plain, there) : answer).delivery();
        } catch (SlackApiException e) {
            return SlackAnswer.status(e.getResponse().code(), e.getResponse().header("Retry-After"));
        } catch (IOException e) {
            return SlackAnswer.unreachable();
        } catch (RuntimeException e) {
            // The client throws what it stumbles over in an answer that is not Slack's, a NullPointerException for one.
            return SlackAnswer.unreadable();
        }
    }

    private SlackAnswer send(Form form, @Nullable SlackThread thread) throws IOException, SlackApiException {
        if (thread == null) {
            return post(form);
        }
        SlackAnswer answer = update(form, thread);
        return answer.saysGone() ? post(form) : answer;
    }

    private SlackAnswer post(Form form) throws IOException, SlackApiException {
        return SlackAnswer.of(slack.chatPostMessage(request -> request.channel(conversation)
                .text(form.text())
                .blocks(form.blocks())
                .mrkdwn(false)
                .parse(NO_PARSING)
                .linkNames(false)
                .unfurlLinks(false)
                .unfurlMedia(false)
                .metadata(metadata(form.message()))));
    }

    private SlackAnswer update(Form form, SlackThread thread) throws IOException, SlackApiException {
        return SlackAnswer.of(slack.chatUpdate(request -> request.channel(thread.channel())
                .ts(thread.ts())
                .text(form.text())
                .blocks(form.blocks())
                .parse(NO_PARSING)
                .linkNames(false)
                .metadata(metadata(form.message()))));
    }

    private static com.slack.api.model.Message.Metadata metadata(Message message) {
        return com.slack.api.model.Message.Metadata.builder()
                .eventType("mendline_incident")
                .eventPayload(new TreeMap<>(Map.of("incident_id", message.incident(), "revision", message.revision())))
                .build();
    }

    @Override
    public String toString() {
        return "slack channel '" + name + "'";
    }
}
