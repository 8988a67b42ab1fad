package dev.mendline.cli.catalog;

import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.cli.output.Output;
import dev.mendline.cli.output.Page;
import dev.mendline.cli.output.Table;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.catalog.HintKind;
import dev.mendline.engine.catalog.HintText;
import dev.mendline.engine.catalog.SourceFile;
import dev.mendline.engine.catalog.Symptom;
import dev.mendline.model.incident.Severity;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One line per symptom, cause and hint. */
@Command(name = "list", description = "List all symptoms, causes and hints.", mixinStandardHelpOptions = true)
final class CatalogListCommand implements Callable<Integer> {
    /** A symptom, a cause or a hint, with what can be counted of it. */
    sealed interface Entry permits SymptomEntry, CauseEntry, HintEntry {}

    record HintEntry(
            String kind,
            String id,
            String title,
            HintKind tells,
            int signatures,
            int examples,
            int nearMisses,
            String file,
            boolean ships)
            implements Entry {
        static HintEntry of(Catalog catalog, HintText hint) {
            SourceFile file = catalog.hintFile(hint.id()).orElseThrow();
            return new HintEntry(
                    "hint",
                    hint.id(),
                    hint.title(),
                    hint.tells(),
                    hint.signatures().size(),
                    hint.examples().size(),
                    hint.nearMisses().size(),
                    file.name(),
                    file.ships());
        }
    }

    record SymptomEntry(
            String kind,
            String id,
            String title,
            Severity severity,
            int rank,
            int signatures,
            int examples,
            int nearMisses,
            List<String> causes,
            String file,
            boolean ships)
            implements Entry {
        static SymptomEntry of(Catalog catalog, Symptom symptom) {
            SourceFile file = catalog.symptomFile(symptom.id()).orElseThrow();
            return new SymptomEntry(
                    "symptom",
                    symptom.id(),
                    symptom.title(),
                    symptom.severity(),
                    symptom.rank(),
                    symptom.signatures().size(),
                    symptom.examples().size(),
                    symptom.nearMisses().size(),
                    catalog.suspects(List.of(symptom.id())).stream()
                            .map(Cause::id)
                            .toList(),
                    file.name(),
                    file.ships());
        }
    }

    record CauseEntry(
            String kind,
            String id,
            String title,
            Severity severity,
            List<String> symptoms,
            List<String> probes,
            List<String> confirmedBy,
            String file,
            boolean ships)
            implements Entry {
        static CauseEntry of(Catalog catalog, Cause cause) {
            SourceFile file = catalog.causeFile(cause.id()).orElseThrow();
            return new CauseEntry(
                    "cause",
                    cause.id(),
                    cause.title(),
                    cause.severity(),
                    cause.symptoms(),
                    cause.probes(),
                    Proof.of(cause),
                    file.name(),
                    file.ships());
        }
    }

    /** At most one of them; without any, all kinds. */
    static final class Kind {
        @Option(names = "--symptoms", description = "Only symptoms.")
        boolean symptoms;

        @Option(names = "--causes", description = "Only causes.")
        boolean causes;

        @Option(names = "--hints", description = "Only hints.")
        boolean hints;
    }

    @Mixin
    private ConfigurationOptions setup = new ConfigurationOptions();

    @ArgGroup
    private Kind kind = new Kind();

    @Option(names = "-o", paramLabel = "FORMAT", defaultValue = "text", description = "text, json or ndjson")
    private Output output = Output.TEXT;

    @Override
    public Integer call() {
        Catalog catalog = setup.catalog();
        List<SymptomEntry> symptoms = kind.causes || kind.hints
                ? List.of()
                : catalog.symptoms().stream()
                        .map(each -> SymptomEntry.of(catalog, each))
                        .toList();
        List<CauseEntry> causes = kind.symptoms || kind.hints
                ? List.of()
                : catalog.causes().stream()
                        .map(each -> CauseEntry.of(catalog, each))
                        .toList();
        List<HintEntry> hints = kind.symptoms || kind.causes
                ? List.of()
                : catalog.hints().stream()
                        .map(each -> HintEntry.of(catalog, each))
                        .toList();
        List<Entry> all = Stream.<List<? extends Entry>>of(symptoms, causes, hints)
                .<Entry>flatMap(List::stream)
                .toList();
        switch (output) {
            case JSON -> Output.json(all);
            case NDJSON -> all.forEach(Output::json);
            case TEXT -> print(catalog, symptoms, causes, hints, Output.out());
        }
        return ExitCode.GOOD;
    }

    private static void print(
            Catalog catalog,
            List<SymptomEntry> symptoms,
            List<CauseEntry> causes,
            List<HintEntry> hints,
            PrintStream out) {
        if (!symptoms.isEmpty()) {
            Table table =
                    new Table("SYMPTOM", "SEVERITY", "TITLE", "SIGNATURES", "EXAMPLES", "NEAR-MISSES", "CAUSES", "");
            symptoms.forEach(each -> table.row(
                    each.id(),
                    Page.word(each.severity()),
                    each.title(),
                    each.signatures(),
                    each.examples(),
                    each.nearMisses(),
                    each.causes().size(),
                    own(each.ships(), each.file())));
            table.print(out);
        }
        if (!symptoms.isEmpty() && !causes.isEmpty()) {
            out.println();
        }
        if (!causes.isEmpty()) {
            Table table = new Table("CAUSE", "SEVERITY", "TITLE", "SYMPTOMS", "PROBES", "CONFIRMED BY", "");
            causes.forEach(each -> table.row(
                    each.id(),
                    Page.word(each.severity()),
                    each.title(),
                    each.symptoms().size(),
                    each.probes().size(),
                    catalog.cause(each.id()).map(Proof::words).orElse(null),
                    own(each.ships(), each.file())));
            table.print(out);
        }
        if (!hints.isEmpty()) {
            out.print(causes.isEmpty() ? "" : System.lineSeparator());
            Table table = new Table("HINT", "TELLS", "TITLE", "SIGNATURES", "EXAMPLES", "NEAR-MISSES", "");
            hints.forEach(each -> table.row(
                    each.id(),
                    each.tells().word(),
                    each.title(),
                    each.signatures(),
                    each.examples(),
                    each.nearMisses(),
                    own(each.ships(), each.file())));
            table.print(out);
        }
        System.err.printf("mendline: catalog %s; 'mendline catalog show ID' shows one entry%n", catalog.hash());
    }

    /** Only a user's own file is worth naming in a table. */
    private static String own(boolean ships, String file) {
        return ships ? "" : file;
    }
}
