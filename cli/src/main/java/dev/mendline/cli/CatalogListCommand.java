package dev.mendline.cli;

import dev.mendline.engine.catalogue.Catalogue;
import dev.mendline.engine.catalogue.Cause;
import dev.mendline.engine.catalogue.HintText;
import dev.mendline.engine.catalogue.SourceFile;
import dev.mendline.engine.catalogue.Symptom;
import dev.mendline.engine.catalogue.Tells;
import dev.mendline.model.Severity;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One line per symptom, cause and hint. */
@Command(name = "list", description = "All symptoms, causes and hints.", mixinStandardHelpOptions = true)
final class CatalogListCommand implements Callable<Integer> {
    /** A symptom, a cause or a hint, with what can be counted of it. */
    sealed interface Entry permits SymptomEntry, CauseEntry, HintEntry {}

    record HintEntry(
            String kind,
            String id,
            String title,
            Tells tells,
            int signatures,
            int examples,
            int nearMisses,
            String file,
            boolean ships)
            implements Entry {
        static HintEntry of(Catalogue catalogue, HintText hint) {
            SourceFile file = catalogue.hintFile(hint.id()).orElseThrow();
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
        static SymptomEntry of(Catalogue catalogue, Symptom symptom) {
            SourceFile file = catalogue.symptomFile(symptom.id()).orElseThrow();
            return new SymptomEntry(
                    "symptom",
                    symptom.id(),
                    symptom.title(),
                    symptom.severity(),
                    symptom.rank(),
                    symptom.signatures().size(),
                    symptom.examples().size(),
                    symptom.nearMisses().size(),
                    catalogue.suspects(List.of(symptom.id())).stream()
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
        static CauseEntry of(Catalogue catalogue, Cause cause) {
            SourceFile file = catalogue.causeFile(cause.id()).orElseThrow();
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
        @Option(names = "--symptoms", description = "Symptoms alone.")
        boolean symptoms;

        @Option(names = "--causes", description = "Causes alone.")
        boolean causes;

        @Option(names = "--hints", description = "Hints alone.")
        boolean hints;
    }

    @Mixin
    private Setup setup = new Setup();

    @ArgGroup
    private Kind kind = new Kind();

    @Option(names = "-o", paramLabel = "FORMAT", defaultValue = "text", description = "text, json or ndjson")
    private Output output = Output.TEXT;

    @Override
    public Integer call() {
        Catalogue catalogue = setup.catalogue();
        List<SymptomEntry> symptoms = kind.causes || kind.hints
                ? List.of()
                : catalogue.symptoms().stream()
                        .map(each -> SymptomEntry.of(catalogue, each))
                        .toList();
        List<CauseEntry> causes = kind.symptoms || kind.hints
                ? List.of()
                : catalogue.causes().stream()
                        .map(each -> CauseEntry.of(catalogue, each))
                        .toList();
        List<HintEntry> hints = kind.symptoms || kind.causes
                ? List.of()
                : catalogue.hints().stream()
                        .map(each -> HintEntry.of(catalogue, each))
                        .toList();
        List<Entry> all = Stream.<List<? extends Entry>>of(symptoms, causes, hints)
                .<Entry>flatMap(List::stream)
                .toList();
        switch (output) {
            case JSON -> Output.json(all);
            case NDJSON -> all.forEach(Output::json);
            case TEXT -> print(catalogue, symptoms, causes, hints, Output.out());
        }
        return Mendline.GOOD;
    }

    private static void print(
            Catalogue catalogue,
            List<SymptomEntry> symptoms,
            List<CauseEntry> causes,
            List<HintEntry> hints,
            PrintStream out) {
        if (!symptoms.isEmpty()) {
            Table table =
                    new Table("SYMPTOM", "SEVERITY", "TITLE", "SIGNATURES", "EXAMPLES", "NEAR-MISSES", "CAUSES", "");
            symptoms.forEach(each -> table.row(
                    each.id(),
                    word(each.severity()),
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
                    word(each.severity()),
                    each.title(),
                    each.symptoms().size(),
                    each.probes().size(),
                    catalogue.cause(each.id()).map(Proof::words).orElse(null),
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
        System.err.printf("mendline: catalogue %s; 'mendline catalog show ID' tells more of one%n", catalogue.hash());
    }

    static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** Only a user's own file is worth naming in a table. */
    private static String own(boolean ships, String file) {
        return ships ? "" : file;
    }
}
