package dev.mendline.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.model.config.BadFile;
import dev.mendline.model.config.Secret;
import dev.mendline.model.config.StrictYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelsTest {
    record Settings(List<ChannelSettings> channels) {}

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

        assertThat(Channels.from(settings.channels(), System.out, false))
                .hasToString("[slack channel 'ops', terminal channel 'here']");
        assertThat(settings.toString()).doesNotContain("hunter2", "https");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "{type: terminal}              | a channel's name is missing or not allowed: letters, digits, '.', '_' and '-' are allowed, at most 63",
                "{name: a/b, type: terminal}   | a channel's name is missing or not allowed",
                "{name: ops}                   | channel 'ops' has no type; allowed: slack, terminal",
                "{name: ops, type: pigeon}     | channel 'ops': 'pigeon' is not a type of channel; allowed: slack, terminal",
                "{name: ops, type: slack}      | channel 'ops': type slack needs channel, token",
                "{name: ops, type: terminal, channel: C1} | channel 'ops': type terminal has no channel",
                "{name: ops, type: slack, base-url: 'ftp://hunter2'} | channel 'ops': base-url is not an http or https URL without user, query and fragment",
                "{name: ops, type: slack, token: hunter2} | a secret must not be written in this file; allowed: {env: NAME} or {file: PATH}"
            })
    void a_mistake_says_what_is_allowed(String yaml, String message) {
        assertThatThrownBy(() -> StrictYaml.read("m.yaml", "channels:\n- " + yaml, Settings.class))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("m.yaml:2: channels[0]")
                .hasMessageContaining(message)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void two_channels_of_one_name_are_a_mistake() {
        ChannelSettings one = new ChannelSettings("ops", "slack", Secret.of("t"), "C1", null);

        assertThatThrownBy(() -> Channels.from(List.of(one, one), System.out, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two channels are called 'ops'");
    }
}
