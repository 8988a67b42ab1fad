package dev.mendline.cli.incidents;

import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.model.journal.Command.Kind;
import picocli.CommandLine.Command;

/** Command that resolves an incident. */
@Command(
        name = "resolve",
        description = "Resolve an incident, even if probes still fail. The next error reopens it. Requires --reason.",
        mixinStandardHelpOptions = true)
final class ResolveCommand extends OperatorCommand {
    @Override
    CommandDraft wish(ConfigurationOptions given) {
        return CommandDraft.plain(Kind.RESOLVE, true);
    }
}
