package dev.mendline.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.mendline.model.config.BadFile;
import dev.mendline.model.config.Secret;
import dev.mendline.model.config.StrictYaml;
import dev.mendline.notifier.channel.ChannelSettings;
import dev.mendline.notifier.channel.Console;
import dev.mendline.notifier.slack.SlackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelTypesTest {
    record Settings(
            @JsonDeserialize(contentUsing = ChannelSettingsReader.class)
            List<ChannelSettings> channels) {}

    @TempDir
    Path directory;

    @Test
    void opens_what_is_configured_in_its_order() throws IOException {
        Path token = Files.writeString(directory.resolve("token"), "xoxb-hunter2\n");
        Settings settings = StrictYaml.read(
                "m.yaml",
                "channels:\n- {name: ops, type: slack, token: {file: " + token
                        + "}, channel: C1, base-url: https://x/api}\n" + "- {name: here, type: terminal}\n",
                Settings.class);

        assertThat(ChannelTypes.open(settings.channels(), new Console(System.out, false)))
                .extracting(channel -> channel.getClass().getSimpleName() + " " + channel.name())
                .containsExactly("SlackChannel ops", "TerminalChannel here");
        assertThat(settings.toString()).doesNotContain("hunter2", "https");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "{type: terminal}              | channels[0]: name is missing or not allowed; allowed: 1 to 63 letters, digits, '.', '_' and '-'",
                "{name: a/b, type: terminal}   | channels[0]: name is missing or not allowed",
                "{name: ops}                   | channels[0]: type is missing; allowed: slack, terminal",
                "{name: ops, type: pigeon}     | channels[0]: type 'pigeon' is not allowed; allowed: slack, terminal",
                "ops                           | channels[0]: not a channel; allowed: keys and values",
                "{name: ops, type: slack}      | channels[0]: channel 'ops': token is missing; allowed: {env: NAME} or {file: PATH}",
                "{name: ops, type: slack, token: {env: PATH}} | channels[0]: channel 'ops': channel is missing",
                "{name: ops, type: terminal, channel: C1} | channels[0].channel: no such key; allowed here: name, type",
                "{name: ops, type: slack, token: {env: PATH}, channel: C1, chanel: C1} | channels[0].chanel: no such key; allowed here: base-url, channel, name, token, type",
                "{name: ops, type: slack, token: {env: PATH}, channel: C1, base-url: 'ftp://hunter2'} | channels[0]: channel 'ops': base-url is not allowed; allowed: an http or https URL without user, query and fragment",
                "{name: ops, type: slack, token: hunter2} | channels[0].token: a secret must not be written in this file; allowed: {env: NAME} or {file: PATH}"
            })
    void a_mistake_says_what_is_allowed(String yaml, String message) {
        assertThatThrownBy(() -> StrictYaml.read("m.yaml", "channels:\n- " + yaml, Settings.class))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("m.yaml:2: " + message)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void two_channels_of_one_name_are_a_mistake() {
        ChannelSettings one = new SlackSettings("ops", Secret.of("t"), "C1", null);

        assertThatThrownBy(() -> ChannelTypes.requireUniqueNames(List.of(one, one)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("channels: duplicate name 'ops'");
    }
}
