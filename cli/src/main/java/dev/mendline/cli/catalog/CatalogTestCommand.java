package dev.mendline.cli.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.cli.output.Output;
import dev.mendline.cli.output.Table;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.engine.check.CatalogCheck;
import dev.mendline.engine.check.Flaw;
import dev.mendline.model.Json;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Command that checks catalog folders as the build checks the shipped catalog. */
@Command(
        name = "test",
        description = "Check your own catalog folders: each example must show its symptom, no"
                + " near-miss may show one, each symptom needs a cause. Exit code 1 if a check fails, 2 if a file cannot"
                + " be read.",
        mixinStandardHelpOptions = true)
final class CatalogTestCommand implements Callable<Integer> {
    private static final int EXCERPT = 160;

    @Mixin
    private ConfigurationOptions setup = new ConfigurationOptions();

    @Option(names = "-o", paramLabel = "FORMAT", defaultValue = "text", description = "text or json")
    private Output output = Output.TEXT;

    @Parameters(
            arity = "0..*",
            paramLabel = "DIR",
            description = "Folders with symptoms/*.yaml and causes/*.yaml. Default: the shipped catalog.")
    private List<Path> folders = List.of();

    @Override
    public Integer call() {
        CatalogCheck check = CatalogCheck.of(
                Stream.concat(setup.catalogs().stream(), folders.stream()).toList());
        ObjectNode document = Output.document().put("passed", check.flaws().isEmpty());
        document.setAll(Json.tree(check));
        document.remove("readable");
        output.print(document, out -> print(check, out));
        return !check.isReadable() ? ExitCode.USAGE : check.flaws().isEmpty() ? ExitCode.GOOD : ExitCode.NO;
    }

    private static void print(CatalogCheck check, PrintStream out) {
        for (Flaw flaw : check.flaws()) {
            out.println(Table.visible(flaw.place() + ": " + flaw.what()));
            if (flaw.text() != null) {
                out.println("    text: " + excerpt(flaw.text()));
            }
        }
        int flaws = check.flaws().size();
        out.printf(
                "%d symptoms, %d causes; %d examples and %d near-misses checked: %s%n",
                check.symptoms(),
                check.causes(),
                check.examples(),
                check.nearMisses(),
                flaws == 0 ? "no errors" : flaws + (flaws == 1 ? " error" : " errors"));
    }

    private static String excerpt(@Nullable String text) {
        String line = Table.visible(String.valueOf(text).strip().replace("\n", " ⏎ "));
        return line.length() > EXCERPT ? line.substring(0, EXCERPT) + "…" : line;
    }
}
