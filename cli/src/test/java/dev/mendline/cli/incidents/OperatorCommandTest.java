package dev.mendline.cli.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mendline.cli.Run;
import dev.mendline.cli.process.ExitCode;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake is told before anybody is asked: there is no broker at that address. */
class OperatorCommandTest {
    private static Run say(String words) {
        return Run.of(Stream.concat(
                        Stream.of("incidents"),
                        Stream.concat(Stream.of(words.split(" ")), Stream.of("--bootstrap-server", "127.0.0.1:1")))
                .map(word -> word.replace('_', ' '))
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ack a1                                   | --reason is required; it is shown to other people",
                "ack a1 --reason _                        | --reason says nothing",
                "ack                                      | Missing required parameter: 'ID'",
                "`ack a1 --reason x\u202ey`               | --reason holds a character that cannot be seen: U+202E at 2",
                "`ack a1 --reason x --by a\u001bb`        | --by holds a character that cannot be seen: U+001B at 2",
                "ack a1 --reason x --by _                 | --by says nothing",
                "ack a1 --reason x --timeout-ms 0         | --timeout-ms must be at least 1 (was 0)",
                "silence a1 --reason x                    | pass a duration, e.g. --for 2h, or --end",
                "silence a1 --reason x --for 2h --end     | pass a duration, e.g. --for 2h, or --end",
                "silence a1 --for 2h                      | --reason is required; it is shown to other people",
                "silence a1 --reason x --for soon         | --for: 'soon' is not a duration; allowed: a number with ms, s, m, h or d, e.g. 30s or 5m",
                "silence a1 --reason x --for 0s           | --for must be positive",
                "silence a1 --reason x --for 8d           | --for must be at most 168h (engine.limits.silence)",
                "resolve a1                               | --reason is required; it is shown to other people",
                "feedback a1                              | pass --right, or --wrong with the actual --cause if you know it",
                "feedback a1 --right --wrong              | pass --right, or --wrong with the actual --cause if you know it",
                "feedback a1 --right --cause node-refuses | --cause is allowed with --wrong only",
                "feedback a1 --wrong --cause node-refused | no cause 'node-refused'; did you mean: node-refuses",
                "feedback a1 --wrong --cause x            | no cause 'x'; 'mendline catalog list' lists all",
                "recheck a1 b2                            | Unmatched argument at index",
            })
    void a_mistake_ends_with_two_and_says_what_is_allowed(String words, String message) {
        Run run = say(words);

        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("mendline: " + message);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void a_reason_that_is_too_long_is_told_and_one_without_a_mistake_goes_to_the_broker() {
        assertThat(say("ack a1 --reason " + "x".repeat(201)).err())
                .startsWith("mendline: --reason has 201 characters; at most 200 are allowed");

        Run run = say("ack a1 --reason " + "x".repeat(200));
        assertThat(run.exit()).isEqualTo(ExitCode.CANNOT_WORK);
        assertThat(run.err()).startsWith("mendline: Kafka does not answer at 127.0.0.1:1");
    }
}
