package dev.mendline.cli.incidents;

import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.model.journal.Command.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Somebody has it. */
@Command(
        name = "ack",
        description = "Say that you have it, until it opens anew; needs a --reason.",
        mixinStandardHelpOptions = true)
final class AckCommand extends OperatorCommand {
    @Option(names = "--release", description = "Nobody has it any more.")
    private boolean release;

    @Override
    CommandDraft wish(ConfigurationOptions given) {
        return release ? CommandDraft.plain(Kind.UNACKNOWLEDGE, false) : CommandDraft.plain(Kind.ACKNOWLEDGE, true);
    }
}
