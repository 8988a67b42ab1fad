package dev.mendline.cli.incidents;

import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.model.journal.Command.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Command that acknowledges an incident. */
@Command(
        name = "ack",
        description = "Acknowledge an incident until it reopens. Requires --reason.",
        mixinStandardHelpOptions = true)
final class AckCommand extends OperatorCommand {
    @Option(names = "--release", description = "Remove the acknowledgement.")
    private boolean release;

    @Override
    CommandDraft wish(ConfigurationOptions given) {
        return release ? CommandDraft.plain(Kind.UNACKNOWLEDGE, false) : CommandDraft.plain(Kind.ACKNOWLEDGE, true);
    }
}
