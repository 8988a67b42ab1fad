package dev.mendline.cli.catalog;

import picocli.CommandLine.Command;

/** Command that shows, checks and extends the catalog. */
@Command(
        name = "catalog",
        description = "List, show and check symptoms and causes, find unknown errors,"
                + " and export a filter for log shippers.",
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
