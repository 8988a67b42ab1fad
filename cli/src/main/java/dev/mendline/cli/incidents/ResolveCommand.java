package dev.mendline.cli.incidents;

import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.model.journal.Command.Kind;
import picocli.CommandLine.Command;

/** It is over. */
@Command(
        name = "resolve",
        description = "Say that it is over, whatever the probes say; the next error reopens it. Needs a --reason.",
        mixinStandardHelpOptions = true)
final class ResolveCommand extends OperatorCommand {
    @Override
    CommandDraft wish(ConfigurationOptions given) {
        return CommandDraft.plain(Kind.RESOLVE, true);
    }
}
