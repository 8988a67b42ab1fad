package dev.mendline.cli.incidents;

import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.cli.output.NearNames;
import dev.mendline.cli.process.UsageError;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.model.journal.Command.Kind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Command that records whether a diagnosis was correct. */
@Command(name = "feedback", description = "Record whether the diagnosis was correct.", mixinStandardHelpOptions = true)
final class FeedbackCommand extends OperatorCommand {
    @Option(names = "--right", description = "The diagnosis was correct.")
    private boolean right;

    @Option(names = "--wrong", description = "The diagnosis was wrong.")
    private boolean wrong;

    @Option(
            names = "--cause",
            paramLabel = "CAUSE",
            description = "The actual cause, an id of 'mendline catalog list'. Only with --wrong.")
    private @Nullable String cause;

    @Override
    CommandDraft wish(ConfigurationOptions given) {
        if (right == wrong) {
            throw new UsageError("pass --right, or --wrong with the actual --cause if you know it");
        }
        if (cause != null) {
            check(cause, given);
        }
        return new CommandDraft(Kind.FEEDBACK, false, null, right, cause);
    }

    private void check(String known, ConfigurationOptions given) {
        if (right) {
            throw new UsageError("--cause is allowed with --wrong only");
        }
        Catalog catalog = given.catalog();
        if (catalog.cause(known).isEmpty()) {
            throw new UsageError("no cause '" + known + "'; " + NearNames.hint(catalog, known));
        }
    }
}
