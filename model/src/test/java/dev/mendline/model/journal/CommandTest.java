package dev.mendline.model.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mendline.model.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {
    private static Command command(String id, String incident, String by, String reason, String cause) {
        return new Command(
                id, "ab1cd.mongodb.net", incident, Command.Kind.FEEDBACK, by, reason, null, Boolean.FALSE, cause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dana", "Zoë Ångström", "на смене", "当番", "O'Hara <oncall>", "x"})
    void whoever_can_be_read_may_say_something(String by) {
        assertThat(command("1", "a1", by, "the proxy 🛑 again", "node-refuses").by())
                .isEqualTo(by);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "`a b` | a1      | dana    | -         | -    | id is not of the form [A-Za-z0-9._:-]{1,64}",
                "1     | `a\n1`  | dana    | -         | -    | incident is not of the form [A-Za-z0-9._:-]{1,64}",
                "1     | a1      | ` `     | -         | -    | by says nothing",
                "1     | a1      | -       | -         | -    | by",
                "1     | a1      | `a\u001b[2J` | -    | -    | by holds a character that cannot be seen: U+001B at 2",
                "1     | a1      | dana    | `a\nb`    | -    | reason holds a character that cannot be seen: U+000A at 2",
                "1     | a1      | dana    | `a\u202eb` | -   | reason holds a character that cannot be seen: U+202E at 2",
                "1     | a1      | dana    | `\u200b`  | -    | reason holds a character that cannot be seen: U+200B at 1",
                "1     | a1      | dana    | `ab\ud800` | -   | reason holds a character that cannot be seen: U+D800 at 3",
                "1     | a1      | dana    | `\u3164`  | -    | reason holds a character that cannot be seen: U+3164 at 1",
                "1     | a1      | dana    | `\u2028x` | -    | reason holds a character that cannot be seen: U+2028 at 1",
                "1     | a1      | dana    | ``        | -    | reason says nothing",
                "1     | a1      | dana    | -         | A b  | cause is not of the form [a-z0-9-]{1,80}"
            })
    void a_text_that_could_mislead_is_refused(
            String id, String incident, String by, String reason, String cause, String message) {
        assertThatThrownBy(() -> command(id, incident, by, reason, cause)).hasMessage(message);
    }

    @Test
    void texts_have_a_longest_length() {
        assertThat(command("1", "a1", "d".repeat(80), "r".repeat(200), null).reason())
                .hasSize(Command.MAX_REASON);
        assertThatThrownBy(() -> command("1", "a1", "d".repeat(81), null, null))
                .hasMessage("by has 81 characters; at most 80 are allowed");
        assertThatThrownBy(() -> command("1", "a1", "dana", "r".repeat(201), null))
                .hasMessage("reason has 201 characters; at most 200 are allowed");
    }

    @Test
    void a_kind_that_this_version_does_not_know_is_still_a_command() {
        String newer = Json.text(command("1", "a1", "dana", null, null)).replace("\"feedback\"", "\"escalate\"");

        assertThat(Json.read(newer, JournalRecord.class))
                .isInstanceOfSatisfying(
                        Command.class, command -> assertThat(command.kind()).isEqualTo(Command.Kind.UNKNOWN));
    }

    @Test
    void a_text_that_could_mislead_makes_no_record_of_the_journal() {
        String hostile = Json.text(command("1", "a1", "dana", null, null)).replace("\"dana\"", "\"da\\u202ena\"");

        assertThat(Json.readIfPossible(hostile.getBytes(StandardCharsets.UTF_8), JournalRecord.class))
                .isEmpty();
    }
}
