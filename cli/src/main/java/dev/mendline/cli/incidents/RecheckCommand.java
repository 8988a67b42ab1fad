package dev.mendline.cli.incidents;

import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.model.journal.Command.Kind;
import picocli.CommandLine.Command;

/** Command that repeats the probes of an incident. */
@Command(
        name = "recheck",
        description = "Repeat the probes that the diagnosis depends on, within the probe budget.",
        mixinStandardHelpOptions = true)
final class RecheckCommand extends OperatorCommand {
    @Override
    CommandDraft wish(ConfigurationOptions given) {
        return CommandDraft.plain(Kind.RECHECK, false);
    }
}
