package dev.mendline.notifier.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.mendline.model.config.Secret;
import dev.mendline.model.incident.Incident;
import dev.mendline.notifier.channel.Channel;
import dev.mendline.notifier.channel.ChannelContract;
import dev.mendline.notifier.channel.Delivery;
import dev.mendline.notifier.channel.Golden;
import dev.mendline.notifier.message.Message;
import dev.mendline.notifier.message.TestIncidents;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackChannelTest extends ChannelContract {
    private static final String THREAD = "C1/1764000000.000100";

    private SlackStandIn slack;

    @BeforeEach
    void start() throws IOException {
        slack = new SlackStandIn();
    }

    @AfterEach
    void stop() {
        slack.close();
    }

    @Override
    protected Channel channel() {
        return at(slack.url());
    }

    @Override
    protected Channel broken() {
        String url = slack.url();
        slack.close();
        return at(url);
    }

    private static Channel at(String url) {
        return SlackChannel.of(new SlackSettings("ops", Secret.of(TOKEN), "#ops", url), Duration.ofSeconds(2));
    }

    @Override
    protected String shown() {
        return slack.requests.stream()
                .map(request -> request.form().get("text") + texts(blocks(request)))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void looks_like_this() {
        Map<String, Incident> incidents = Map.of(
                "confirmed.json", TestIncidents.confirmed(),
                "refuted.json", TestIncidents.refuted(),
                "resolved.json", TestIncidents.resolved(),
                "hostile.json", TestIncidents.hostile());
        incidents.forEach((file, incident) -> {
            slack.requests.clear();
            channel().deliver(Message.of(incident), null);
            Golden.assertSame(file, pretty(slack.requests.get(0)));
        });
    }

    @Test
    void the_first_is_a_post_and_the_next_an_edit_of_it() {
        Delivery first = channel().deliver(Message.of(TestIncidents.confirmed()), null);
        Delivery second = channel().deliver(Message.of(TestIncidents.resolved()), THREAD);

        assertThat(first).isEqualTo(new Delivery.Sent(THREAD));
        assertThat(second).isEqualTo(new Delivery.Sent(THREAD));
        assertThat(slack.requests)
                .extracting(SlackStandIn.Request::method)
                .containsExactly("chat.postMessage", "chat.update");
        assertThat(slack.requests)
                .extracting(SlackStandIn.Request::authorization)
                .containsOnly("Bearer " + TOKEN);
        assertThat(slack.requests.get(1).form())
                .containsEntry("channel", "C1")
                .containsEntry("ts", "1764000000.000100")
                .containsEntry("parse", "none")
                .containsEntry("link_names", "0");
    }

    @Test
    void what_strangers_wrote_neither_mentions_nor_formats() {
        channel().deliver(Message.of(TestIncidents.hostile()), null);
        SlackStandIn.Request request = slack.requests.get(0);

        assertThat(request.form().get("text")).doesNotContain("<", ">").contains("&lt;!channel&gt;");
        for (JsonElement block : blocks(request)) {
            if (block.getAsJsonObject().get("type").getAsString().equals("section")) {
                for (JsonElement field : block.getAsJsonObject().getAsJsonArray("fields")) {
                    assertThat(field.getAsJsonObject().get("text").getAsString())
                            .doesNotContain("<", ">");
                    assertThat(field.getAsJsonObject().get("verbatim").getAsBoolean())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void every_block_keeps_slacks_limits() {
        for (Incident incident : List.of(TestIncidents.endless(), TestIncidents.hostile(), TestIncidents.confirmed())) {
            slack.requests.clear();
            channel().deliver(Message.of(incident), null);
            JsonArray blocks = blocks(slack.requests.get(0));

            assertThat(blocks.size()).isLessThanOrEqualTo(50);
            assertThat(String.join("", texts(blocks)).length()).isLessThan(10_000);
            assertThat(texts(blocks))
                    .allSatisfy(text ->
                            assertThat(text).hasSizeLessThanOrEqualTo(2_000).isNotEmpty());
            assertThat(blocks.get(0)
                            .getAsJsonObject()
                            .getAsJsonObject("text")
                            .get("text")
                            .getAsString())
                    .hasSizeLessThanOrEqualTo(150);
            assertThat(slack.requests.get(0).form().get("text")).hasSizeLessThan(4_000);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "200 | -    | {'ok':false,'error':'ratelimited'}         | RetryLater[after=PT5S, reason=Slack: ratelimited]",
                "200 | -    | {'ok':false,'error':'internal_error'}      | RetryLater[after=PT5S, reason=Slack: internal_error]",
                "200 | -    | {'ok':false,'error':'fatal_error'}         | RetryLater[after=PT5S, reason=Slack: fatal_error]",
                "200 | -    | {'ok':false,'error':'service_unavailable'} | RetryLater[after=PT5S, reason=Slack: service_unavailable]",
                "200 | -    | {'ok':false,'error':'request_timeout'}     | RetryLater[after=PT5S, reason=Slack: request_timeout]",
                "200 | -    | {'ok':false,'error':'invalid_auth'}        | Rejected[reason=Slack: invalid_auth – check the token]",
                "200 | -    | {'ok':false,'error':'token_revoked'}       | Rejected[reason=Slack: token_revoked – install the app again and configure its new token]",
                "200 | -    | {'ok':false,'error':'channel_not_found'}   | Rejected[reason=Slack: channel_not_found – check the channel's id; a private channel needs the bot invited]",
                "200 | -    | {'ok':false,'error':'not_in_channel'}      | Rejected[reason=Slack: not_in_channel – invite the bot into the channel]",
                "200 | -    | {'ok':false,'error':'no_text'}             | Rejected[reason=Slack: no_text]",
                "200 | -    | {'ok':false,'error':'bad xoxb-hunter2'}    | Rejected[reason=Slack: an unknown error]",
                "200 | -    | {'ok':false}                               | Rejected[reason=Slack: an unknown error]",
                "200 | -    | <html>a proxy</html>                       | RetryLater[after=PT5S, reason=Slack: the response is not Slack's JSON]",
                "200 | -    | -                                          | RetryLater[after=PT5S, reason=Slack: the response is not Slack's JSON]",
                "200 | -    | {'ok':true}                                | Sent[messageId=null]",
                "429 | 7    | {'ok':false,'error':'ratelimited'}         | RetryLater[after=PT7S, reason=Slack: too many messages (HTTP 429)]",
                "429 | soon | -                                          | RetryLater[after=PT30S, reason=Slack: too many messages (HTTP 429)]",
                "429 | -    | -                                          | RetryLater[after=PT30S, reason=Slack: too many messages (HTTP 429)]",
                "429 | 0    | -                                          | RetryLater[after=PT1S, reason=Slack: too many messages (HTTP 429)]",
                "500 | -    | oops                                       | RetryLater[after=PT5S, reason=Slack: HTTP 500]",
                "503 | -    | -                                          | RetryLater[after=PT5S, reason=Slack: HTTP 503]",
                "404 | -    | -                                          | Rejected[reason=Slack: HTTP 404]",
                "403 | -    | <html>                                     | Rejected[reason=Slack: HTTP 403]"
            })
    void each_answer_has_its_outcome(int status, String retryAfter, String body, String outcome) {
        slack.answer(status, retryAfter, body == null ? "" : body.replace('\'', '"'));

        assertThat(channel().deliver(Message.of(TestIncidents.confirmed()), null))
                .hasToString(outcome);
        assertThat(slack.requests).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"invalid_blocks", "msg_too_long", "msg_blocks_too_long"})
    void a_layout_that_slack_refuses_goes_once_more_as_plain_text(String error) {
        slack.error(error);
        assertThat(channel().deliver(Message.of(TestIncidents.confirmed()), THREAD))
                .isEqualTo(new Delivery.Sent(THREAD));

        Map<String, String> second = slack.requests.get(1).form();
        assertThat(second.getOrDefault("blocks", "[]")).isEqualTo("[]");
        assertThat(second.get("text")).contains("2. Restart the resolver on 10.0.0.2");

        slack.error(error).error(error);
        assertThat(channel().deliver(Message.of(TestIncidents.confirmed()), null))
                .isEqualTo(new Delivery.Rejected("Slack: " + error));
    }

    @Test
    void a_message_that_somebody_deleted_is_posted_anew() {
        slack.error("message_not_found").answer(200, null, "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"2.2\"}");

        assertThat(channel().deliver(Message.of(TestIncidents.confirmed()), THREAD))
                .isEqualTo(new Delivery.Sent("C1/2.2"));
        assertThat(slack.requests)
                .extracting(SlackStandIn.Request::method)
                .containsExactly("chat.update", "chat.postMessage");
    }

    @Test
    void keeps_its_deadline_when_nobody_answers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Channel channel = SlackChannel.of(
                    new SlackSettings("ops", Secret.of(TOKEN), "C1", "http://127.0.0.1:" + silent.getLocalPort()),
                    Duration.ofMillis(300));

            assertThat(channel.deliver(Message.of(TestIncidents.confirmed()), null))
                    .isEqualTo(new Delivery.RetryLater(
                            Duration.ofSeconds(5), "Slack: no connection, or no response in time"));
        }
    }

    private static JsonArray blocks(SlackStandIn.Request request) {
        return JsonParser.parseString(request.form().getOrDefault("blocks", "[]"))
                .getAsJsonArray();
    }

    /** All texts that readers see, wherever they stand in the blocks. */
    private static List<String> texts(JsonElement element) {
        List<String> texts = new ArrayList<>();
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(child -> texts.addAll(texts(child)));
        } else if (element.isJsonObject()) {
            element.getAsJsonObject().entrySet().forEach(entry -> {
                if (entry.getKey().equals("text") && entry.getValue().isJsonPrimitive()) {
                    texts.add(entry.getValue().getAsString());
                } else {
                    texts.addAll(texts(entry.getValue()));
                }
            });
        }
        return texts;
    }

    private static String pretty(SlackStandIn.Request request) {
        JsonObject form = new JsonObject();
        request.form()
                .forEach((key, value) -> form.add(
                        key,
                        key.equals("blocks") || key.equals("metadata")
                                ? JsonParser.parseString(value)
                                : new JsonPrimitive(value)));
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(form) + "\n";
    }
}
