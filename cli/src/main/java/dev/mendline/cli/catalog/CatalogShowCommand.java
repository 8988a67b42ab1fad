package dev.mendline.cli.catalog;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.cli.output.NearNames;
import dev.mendline.cli.output.Output;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.cli.process.UsageError;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.catalog.HintText;
import dev.mendline.engine.catalog.Symptom;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Command that shows one symptom, cause or hint. */
@Command(name = "show", description = "Show one symptom, cause or hint.", mixinStandardHelpOptions = true)
final class CatalogShowCommand implements Callable<Integer> {
    /** Entries with the id; a symptom, a cause and a hint may have the same one. */
    @JsonPropertyOrder({"id", "symptom", "cause", "hint"})
    record Shown(
            String id,
            @Nullable SymptomPage symptom,
            @Nullable CausePage cause,
            @Nullable HintPage hint) {}

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
        Shown shown = new Shown(
                id,
                symptom == null ? null : SymptomPage.of(catalog, symptom),
                cause == null ? null : CausePage.of(catalog, cause),
                hint == null ? null : HintPage.of(catalog, hint));
        if (output == Output.TEXT) {
            print(shown, Output.out());
        } else {
            Output.json(shown);
        }
        return ExitCode.GOOD;
    }

    private static void print(Shown shown, PrintStream out) {
        if (shown.symptom() != null) {
            shown.symptom().print(out);
        }
        if (shown.symptom() != null && shown.cause() != null) {
            out.println();
        }
        if (shown.cause() != null) {
            shown.cause().print(out);
        }
        if (shown.hint() != null) {
            shown.hint().print(out);
        }
    }
}
