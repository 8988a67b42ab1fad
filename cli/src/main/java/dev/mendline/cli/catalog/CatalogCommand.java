package dev.mendline.cli.catalog;

import picocli.CommandLine.Command;

/** What Mendline knows. */
@Command(
        name = "catalog",
        description =
                "The symptoms that Mendline recognises and the causes that it tells apart: look at them, check your"
                        + " own, give shippers what to look for.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CatalogListCommand.class,
            CatalogShowCommand.class,
            CatalogTestCommand.class,
            CatalogGapsCommand.class,
            CatalogExportCommand.class
        })
public final class CatalogCommand {
    private CatalogCommand() {}
}
