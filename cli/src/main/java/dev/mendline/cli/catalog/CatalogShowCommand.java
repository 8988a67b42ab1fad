package dev.mendline.cli.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.cli.output.NearNames;
import dev.mendline.cli.output.Output;
import dev.mendline.cli.output.Page;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.cli.process.UsageError;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.catalog.HintText;
import dev.mendline.engine.catalog.Symptom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Command that shows one symptom, cause or hint. An id may belong to one of each. */
@Command(name = "show", description = "Show one symptom, cause or hint.", mixinStandardHelpOptions = true)
final class CatalogShowCommand implements Callable<Integer> {
    @Mixin
    private ConfigurationOptions setup = new ConfigurationOptions();

    @Option(names = "-o", paramLabel = "FORMAT", defaultValue = "text", description = "text or json")
    private Output output = Output.TEXT;

    @Parameters(paramLabel = "ID", description = "Id, as 'mendline catalog list' prints it.")
    private String id = "";

    @Override
    public Integer call() {
        Catalog catalog = setup.catalog();
        Symptom symptom = catalog.symptom(id).orElse(null);
        Cause cause = catalog.cause(id).orElse(null);
        HintText hint = catalog.hints().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
        if (symptom == null && cause == null && hint == null) {
            throw new UsageError("no symptom, cause or hint '" + id + "'; " + NearNames.hint(catalog, id));
        }
        EntryPages pages = new EntryPages(catalog);
        ObjectNode document = Output.document()
                .put("id", id)
                .putPOJO("symptom", symptom == null ? null : pages.document(symptom))
                .putPOJO("cause", cause == null ? null : pages.document(cause))
                .putPOJO("hint", hint == null ? null : pages.document(hint));
        output.print(document, out -> {
            Page page = new Page(out);
            if (symptom != null) {
                pages.print(symptom, page);
            }
            if (symptom != null && cause != null) {
                out.println();
            }
            if (cause != null) {
                pages.print(cause, page);
            }
            if (hint != null) {
                pages.print(hint, page);
            }
        });
        return ExitCode.GOOD;
    }
}
