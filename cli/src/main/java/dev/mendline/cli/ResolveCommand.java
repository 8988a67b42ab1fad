package dev.mendline.cli;

import dev.mendline.model.Command.Kind;
import picocli.CommandLine.Command;

/** It is over. */
@Command(
        name = "resolve",
        description = "Say that it is over, whatever the probes say; the next error reopens it. Needs a --reason.",
        mixinStandardHelpOptions = true)
final class ResolveCommand extends PersonCommand {
    @Override
    Wish wish(Setup given) {
        return Wish.plain(Kind.RESOLVE, true);
    }
}
