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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
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
        List<Map<String, Object>> entries = new ArrayList<>();
        if (all || kind.symptoms) {
            catalog.symptoms().forEach(each -> entries.add(entry(catalog, each)));
        }
        if (all || kind.causes) {
            catalog.causes().forEach(each -> entries.add(entry(catalog, each)));
        }
        if (all || kind.hints) {
            catalog.hints().forEach(each -> entries.add(entry(catalog, each)));
        }
        output.printAll(entries, out -> {
            print("symptom", SYMPTOM_COLUMNS, entries, out);
            out.print(all ? System.lineSeparator() : "");
            print("cause", CAUSE_COLUMNS, entries, out);
            out.print(all ? System.lineSeparator() : "");
            print("hint", HINT_COLUMNS, entries, out);
            System.err.printf("mendline: catalog %s; 'mendline catalog show ID' shows one entry%n", catalog.hash());
        });
        return ExitCode.GOOD;
    }

    private static Map<String, Object> entry(Catalog catalog, Symptom symptom) {
        SourceFile file = catalog.symptomFile(symptom.id()).orElseThrow();
        Map<String, Object> entry = entry("symptom", symptom.id(), symptom.title(), file);
        entry.put("severity", symptom.severity());
        entry.put("rank", symptom.rank());
        entry.put("signatures", symptom.signatures().size());
        entry.put("examples", symptom.examples().size());
        entry.put("nearMisses", symptom.nearMisses().size());
        entry.put(
                "causes",
                catalog.suspects(List.of(symptom.id())).stream().map(Cause::id).toList());
        return entry;
    }

    private static Map<String, Object> entry(Catalog catalog, Cause cause) {
        SourceFile file = catalog.causeFile(cause.id()).orElseThrow();
        Map<String, Object> entry = entry("cause", cause.id(), cause.title(), file);
        entry.put("severity", cause.severity());
        entry.put("symptoms", cause.symptoms());
        entry.put("probes", cause.probes());
        entry.put("confirmedBy", EntryPages.confirmedBy(cause));
        return entry;
    }

    private static Map<String, Object> entry(Catalog catalog, HintText hint) {
        SourceFile file = catalog.hintFile(hint.id()).orElseThrow();
        Map<String, Object> entry = entry("hint", hint.id(), hint.title(), file);
        entry.put("tells", hint.tells());
        entry.put("signatures", hint.signatures().size());
        entry.put("examples", hint.examples().size());
        entry.put("nearMisses", hint.nearMisses().size());
        return entry;
    }

    private static Map<String, Object> entry(String kind, String id, String title, SourceFile file) {
        Map<String, Object> entry = new HashMap<>();
        entry.put("kind", kind);
        entry.put("id", id);
        entry.put("title", title);
        entry.put("file", file.name());
        entry.put("ships", file.ships());
        return entry;
    }

    private static void print(String kind, List<String> columns, List<Map<String, Object>> all, PrintStream out) {
        List<Map<String, Object>> entries =
                all.stream().filter(entry -> kind.equals(entry.get("kind"))).toList();
        if (entries.isEmpty()) {
            return;
        }
        List<String> head = new ArrayList<>(List.of(heading(kind)));
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
            return column.equals("confirmedBy") ? EntryPages.words(list) : list.size();
        }
        if (value instanceof Severity severity) {
            return Page.word(severity);
        }
        return value instanceof HintText.Kind tells ? tells.word() : value;
    }
}
