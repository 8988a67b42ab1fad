package dev.mendline.cli.incidents;

import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.cli.output.NearNames;
import dev.mendline.cli.process.UsageError;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.model.journal.Command.Kind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The diagnosis was right, or it was something else. */
@Command(
        name = "feedback",
        description = "Say whether the diagnosis was right, or what it was.",
        mixinStandardHelpOptions = true)
final class FeedbackCommand extends OperatorCommand {
    @Option(names = "--right", description = "It was.")
    private boolean right;

    @Option(names = "--wrong", description = "It was not.")
    private boolean wrong;

    @Option(names = "--cause", paramLabel = "CAUSE", description = "What it was, as 'mendline catalog list' names it.")
    private @Nullable String cause;

    @Override
    CommandDraft wish(ConfigurationOptions given) {
        if (right == wrong) {
            throw new UsageError("say --right, or --wrong and, if you know it, --cause");
        }
        if (cause != null) {
            check(cause, given);
        }
        return new CommandDraft(Kind.FEEDBACK, false, null, right, cause);
    }

    private void check(String known, ConfigurationOptions given) {
        if (right) {
            throw new UsageError("--cause says what it was instead; it goes with --wrong");
        }
        Catalog catalog = given.catalog();
        if (catalog.cause(known).isEmpty()) {
            throw new UsageError("no cause '" + known + "'; " + NearNames.hint(catalog, known));
        }
    }
}
