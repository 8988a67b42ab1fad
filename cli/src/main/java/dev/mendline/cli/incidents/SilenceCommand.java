package dev.mendline.cli.incidents;

import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.cli.process.UsageError;
import dev.mendline.model.config.Durations;
import dev.mendline.model.journal.Command.Kind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Command that silences an incident for a while. */
@Command(
        name = "silence",
        description = "Silence an incident for a while, even if it reopens. Requires --reason.",
        mixinStandardHelpOptions = true)
final class SilenceCommand extends OperatorCommand {
    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "Duration, e.g. 30m or 2h. At most 7d unless configured.")
    private @Nullable String length;

    @Option(names = "--end", description = "End the silence now.")
    private boolean end;

    @Override
    CommandDraft wish(ConfigurationOptions given) {
        if (end == (length != null)) {
            throw new UsageError("pass a duration, e.g. --for 2h, or --end");
        }
        return length == null ? CommandDraft.plain(Kind.UNSILENCE, false) : wish(duration(length), given);
    }

    private static CommandDraft wish(Duration length, ConfigurationOptions given) {
        Duration longest = given.configuration().engine().limits().silence();
        if (length.compareTo(longest) > 0) {
            throw new UsageError("--for must be at most " + longest.toHours() + "h (engine.limits.silence)");
        }
        return new CommandDraft(Kind.SILENCE, true, Instant.now().plus(length), null, null);
    }

    private static Duration duration(String text) {
        Duration length;
        try {
            length = Durations.of(text);
        } catch (IllegalArgumentException e) {
            throw new UsageError("--for: " + e.getMessage());
        }
        if (length.isZero()) {
            throw new UsageError("--for must be positive");
        }
        return length;
    }
}
