package dev.mendline.cli;

import dev.mendline.model.Command.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Somebody has it. */
@Command(
        name = "ack",
        description = "Say that you have it, until it opens anew; needs a --reason.",
        mixinStandardHelpOptions = true)
final class AckCommand extends PersonCommand {
    @Option(names = "--release", description = "Nobody has it any more.")
    private boolean release;

    @Override
    Wish wish(Setup given) {
        return release ? Wish.plain(Kind.UNACKNOWLEDGE, false) : Wish.plain(Kind.ACKNOWLEDGE, true);
    }
}
