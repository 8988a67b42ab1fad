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
import java.util.Optional;
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
        Optional<Symptom> symptom = catalog.symptom(id);
        Optional<Cause> cause = catalog.cause(id);
        Optional<HintText> hint =
                catalog.hints().stream().filter(each -> each.id().equals(id)).findFirst();
        if (symptom.isEmpty() && cause.isEmpty() && hint.isEmpty()) {
            throw new UsageError("no symptom, cause or hint '" + id + "'; " + NearNames.hint(catalog, id));
        }
        EntryPages pages = new EntryPages(catalog);
        ObjectNode document = Output.document()
                .put("id", id)
                .putPOJO("symptom", symptom.map(pages::document).orElse(null))
                .putPOJO("cause", cause.map(pages::document).orElse(null))
                .putPOJO("hint", hint.map(pages::document).orElse(null));
        output.print(document, out -> {
            Page page = new Page(out);
            symptom.ifPresent(each -> pages.print(each, page));
            out.print(symptom.isPresent() && cause.isPresent() ? System.lineSeparator() : "");
            cause.ifPresent(each -> pages.print(each, page));
            hint.ifPresent(each -> pages.print(each, page));
        });
        return ExitCode.GOOD;
    }
}
