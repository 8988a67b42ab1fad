package dev.mendline.cli.incidents;

import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.model.journal.Command.Kind;
import picocli.CommandLine.Command;

/** Looks anew. */
@Command(
        name = "recheck",
        description = "Probe anew what the diagnosis rests on, as far as the budgets allow.",
        mixinStandardHelpOptions = true)
final class RecheckCommand extends OperatorCommand {
    @Override
    CommandDraft wish(ConfigurationOptions given) {
        return CommandDraft.plain(Kind.RECHECK, false);
    }
}
