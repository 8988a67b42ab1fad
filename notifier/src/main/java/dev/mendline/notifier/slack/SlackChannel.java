package dev.mendline.notifier.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.block.LayoutBlock;
import dev.mendline.notifier.channel.Channel;
import dev.mendline.notifier.channel.Delivery;
import dev.mendline.notifier.message.Message;
import dev.mendline.notifier.slack.SlackResponse.MessageId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Channel that posts with a bot token and edits its messages
 * (<a href="https://docs.slack.dev/reference/methods/chat.postMessage">chat.postMessage</a>,
 * <a href="https://docs.slack.dev/reference/methods/chat.update">chat.update</a>). Slack documents no idempotent post,
 * so a post whose response is lost is repeated.
 */
final class SlackChannel implements Channel {
    /** Timeout of one call. One message needs at most four calls. */
    static final Duration CALL_TIMEOUT = Duration.ofSeconds(7);

    private static final String NO_PARSING = "none";

    /** Message as Slack receives it. Without blocks, Slack shows the text. */
    private record Form(Message message, String text, List<LayoutBlock> blocks) {}

    private final String name;
    private final String conversation;
    private final MethodsClient slack;

    private SlackChannel(String name, String conversation, MethodsClient slack) {
        this.name = name;
        this.conversation = conversation;
        this.slack = slack;
    }

    static SlackChannel of(SlackSettings settings, Duration callTimeout) {
        SlackConfig config = new SlackConfig();
        // With statistics enabled, the client calls auth.test before the first post.
        config.getMethodsConfig().setStatsEnabled(false);
        config.setStatsEnabled(false);
        config.setHttpClientCallTimeoutMillis(Math.toIntExact(callTimeout.toMillis()));
        String baseUrl = settings.baseUrl();
        if (baseUrl != null) {
            config.setMethodsEndpointUrlPrefix(baseUrl.endsWith("/") ? baseUrl : baseUrl + "/");
        }
        return new SlackChannel(
                settings.name(),
                settings.channel(),
                Slack.getInstance(config).methods(settings.token().reveal()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Delivery deliver(Message message, @Nullable String messageId) {
        Form laidOut = new Form(message, SlackText.notification(message), SlackBlocks.of(message));
        Form plain = new Form(message, SlackText.plain(message), List.of());
        try {
            MessageId id = MessageId.of(messageId);
            SlackResponse response = send(laidOut, id);
            return (response.refusesLayout() ? send(plain, id) : response).delivery();
        } catch (SlackApiException e) {
            return SlackResponse.status(e.getResponse().code(), e.getResponse().header("Retry-After"));
        } catch (IOException e) {
            return SlackResponse.unreachable();
        } catch (RuntimeException e) {
            // Slack's client throws any runtime exception, such as NullPointerException, on a response that is not
            // Slack's.
            return SlackResponse.unreadable();
        }
    }

    private SlackResponse send(Form form, @Nullable MessageId id) throws IOException, SlackApiException {
        if (id == null) {
            return post(form);
        }
        SlackResponse response = update(form, id);
        return response.isMessageGone() ? post(form) : response;
    }

    private SlackResponse post(Form form) throws IOException, SlackApiException {
        return SlackResponse.of(slack.chatPostMessage(request -> request.channel(conversation)
                .text(form.text())
                .blocks(form.blocks())
                .mrkdwn(false)
                .parse(NO_PARSING)
                .linkNames(false)
                .unfurlLinks(false)
                .unfurlMedia(false)
                .metadata(metadata(form.message()))));
    }

    private SlackResponse update(Form form, MessageId id) throws IOException, SlackApiException {
        return SlackResponse.of(slack.chatUpdate(request -> request.channel(id.channel())
                .ts(id.ts())
                .text(form.text())
                .blocks(form.blocks())
                .parse(NO_PARSING)
                .linkNames(false)
                .metadata(metadata(form.message()))));
    }

    private static com.slack.api.model.Message.Metadata metadata(Message message) {
        return com.slack.api.model.Message.Metadata.builder()
                .eventType("mendline_incident")
                .eventPayload(new TreeMap<>(Map.of(
                        "incident_id",
                        message.subject().incident(),
                        "revision",
                        message.subject().revision())))
                .build();
    }
}
