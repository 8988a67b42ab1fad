package dev.mendline.cli;

import dev.mendline.model.Command.Kind;
import picocli.CommandLine.Command;

/** Looks anew. */
@Command(
        name = "recheck",
        description = "Probe anew what the diagnosis rests on, as far as the budgets allow.",
        mixinStandardHelpOptions = true)
final class RecheckCommand extends PersonCommand {
    @Override
    Wish wish(Setup given) {
        return Wish.plain(Kind.RECHECK, false);
    }
}
