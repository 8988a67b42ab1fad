package dev.mendline.cli.catalog;

import dev.mendline.cli.config.ConfigurationOptions;
import dev.mendline.cli.output.Output;
import dev.mendline.cli.output.Page;
import dev.mendline.cli.output.Table;
import dev.mendline.cli.process.ExitCode;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.catalog.HintText;
import dev.mendline.engine.catalog.SourceFile;
import dev.mendline.engine.catalog.Symptom;
import dev.mendline.model.incident.Severity;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command that lists the symptoms, causes and hints of the catalog. */
@Command(name = "list", description = "List all symptoms, causes and hints.", mixinStandardHelpOptions = true)
final class CatalogListCommand implements Callable<Integer> {
    private static final List<String> SYMPTOM_COLUMNS =
            List.of("severity", "title", "signatures", "examples", "nearMisses", "causes");
    private static final List<String> CAUSE_COLUMNS = List.of("severity", "title", "symptoms", "probes", "confirmedBy");
    private static final List<String> HINT_COLUMNS = List.of("tells", "title", "signatures", "examples", "nearMisses");

    /** Options that select one kind. Without any, all kinds are listed. */
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
        boolean all = !kind.symptoms && !kind.causes && !kind.hints;
        List<Map<String, Object>> symptoms = (all || kind.symptoms ? catalog.symptoms() : List.<Symptom>of())
                .stream().map(each -> entry(catalog, each)).toList();
        List<Map<String, Object>> causes = (all || kind.causes ? catalog.causes() : List.<Cause>of())
                .stream().map(each -> entry(catalog, each)).toList();
        List<Map<String, Object>> hints = (all || kind.hints ? catalog.hints() : List.<HintText>of())
                .stream().map(each -> entry(catalog, each)).toList();
        List<Map<String, Object>> entries =
                Stream.of(symptoms, causes, hints).flatMap(List::stream).toList();
        switch (output) {
            case JSON -> Output.json(entries);
            case NDJSON -> entries.forEach(Output::json);
            case TEXT -> {
                PrintStream out = Output.out();
                print("SYMPTOM", SYMPTOM_COLUMNS, symptoms, out);
                out.print(all ? System.lineSeparator() : "");
                print("CAUSE", CAUSE_COLUMNS, causes, out);
                out.print(all ? System.lineSeparator() : "");
                print("HINT", HINT_COLUMNS, hints, out);
                System.err.printf("mendline: catalog %s; 'mendline catalog show ID' shows one entry%n", catalog.hash());
            }
        }
        return ExitCode.GOOD;
    }

    private static Map<String, Object> entry(Catalog catalog, Symptom symptom) {
        Map<String, Object> entry = entry("symptom", symptom.id(), symptom.title());
        entry.put("severity", symptom.severity());
        entry.put("rank", symptom.rank());
        entry.put("signatures", symptom.signatures().size());
        entry.put("examples", symptom.examples().size());
        entry.put("nearMisses", symptom.nearMisses().size());
        entry.put(
                "causes",
                catalog.suspects(List.of(symptom.id())).stream().map(Cause::id).toList());
        return from(catalog.symptomFile(symptom.id()).orElseThrow(), entry);
    }

    private static Map<String, Object> entry(Catalog catalog, Cause cause) {
        Map<String, Object> entry = entry("cause", cause.id(), cause.title());
        entry.put("severity", cause.severity());
        entry.put("symptoms", cause.symptoms());
        entry.put("probes", cause.probes());
        entry.put("confirmedBy", ConfirmingEvidence.of(cause));
        return from(catalog.causeFile(cause.id()).orElseThrow(), entry);
    }

    private static Map<String, Object> entry(Catalog catalog, HintText hint) {
        Map<String, Object> entry = entry("hint", hint.id(), hint.title());
        entry.put("tells", hint.tells());
        entry.put("signatures", hint.signatures().size());
        entry.put("examples", hint.examples().size());
        entry.put("nearMisses", hint.nearMisses().size());
        return from(catalog.hintFile(hint.id()).orElseThrow(), entry);
    }

    private static Map<String, Object> entry(String kind, String id, String title) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("kind", kind);
        entry.put("id", id);
        entry.put("title", title);
        return entry;
    }

    private static Map<String, Object> from(SourceFile file, Map<String, Object> entry) {
        entry.put("file", file.name());
        entry.put("ships", file.ships());
        return entry;
    }

    private static void print(String kind, List<String> columns, List<Map<String, Object>> entries, PrintStream out) {
        if (entries.isEmpty()) {
            return;
        }
        List<String> head = new ArrayList<>(List.of(kind));
        columns.stream().map(CatalogListCommand::heading).forEach(head::add);
        head.add("");
        Table table = new Table(head.toArray(String[]::new));
        for (Map<String, Object> entry : entries) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(entry.get("id"));
            columns.forEach(column -> cells.add(cell(column, entry.get(column))));
            // The file of an entry that ships is not shown.
            cells.add(Boolean.TRUE.equals(entry.get("ships")) ? "" : entry.get("file"));
            table.row(cells.toArray());
        }
        table.print(out);
    }

    private static String heading(String column) {
        return switch (column) {
            case "nearMisses" -> "NEAR-MISSES";
            case "confirmedBy" -> "CONFIRMED BY";
            default -> column.toUpperCase(Locale.ROOT);
        };
    }

    private static @Nullable Object cell(String column, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return column.equals("confirmedBy") ? ConfirmingEvidence.words(list) : list.size();
        }
        if (value instanceof Severity severity) {
            return Page.word(severity);
        }
        return value instanceof HintText.Kind tells ? tells.word() : value;
    }
}
