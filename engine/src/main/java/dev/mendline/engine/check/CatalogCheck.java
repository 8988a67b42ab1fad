package dev.mendline.engine.check;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.CatalogDraft;
import dev.mendline.engine.catalog.HintText;
import dev.mendline.engine.catalog.SourceFile;
import dev.mendline.engine.catalog.Symptom;
import dev.mendline.model.config.BadFile;
import dev.mendline.model.config.YamlDraft;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Result of checking a catalog.
 *
 * @param catalog hash of the catalog
 * @param symptoms number of symptoms
 * @param causes number of causes
 * @param hints number of hints
 * @param examples number of checked examples of symptoms and hints, including those of replaced symptoms
 * @param nearMisses number of checked near-misses
 * @param flaws all mistakes, sorted by file and line
 */
public record CatalogCheck(
        String catalog, int symptoms, int causes, int hints, int examples, int nearMisses, List<Flaw> flaws) {
    public CatalogCheck {
        flaws = flaws.stream()
                .sorted(Comparator.comparing(Flaw::file).thenComparing(Flaw::line))
                .toList();
    }

    /** Checks the shipped catalog together with the folders in order. */
    public static CatalogCheck of(List<Path> folders) {
        CatalogDraft draft = CatalogDraft.of(folders);
        Catalog catalog = draft.catalog();
        ExampleCheck check = new ExampleCheck(catalog);
        List<ExampleCheck.Entry> symptoms = allSymptoms(catalog);
        List<ExampleCheck.Entry> hints =
                catalog.hints().stream().map(hint -> entry(catalog, hint)).toList();
        List<Flaw> flaws = new ArrayList<>(
                draft.mistakes().stream().map(CatalogCheck::unreadable).toList());
        Stream.concat(
                        symptoms.stream().flatMap(symptom -> check.symptomFlaws(symptom).stream()),
                        hints.stream().flatMap(hint -> check.hintFlaws(hint).stream()))
                .filter(flaw -> !followsFrom(draft.mistakes(), flaw))
                .forEach(flaws::add);
        if (draft.mistakes().isEmpty()) {
            flaws.addAll(withoutCause(catalog));
        }
        List<ExampleCheck.Entry> all =
                Stream.concat(symptoms.stream(), hints.stream()).toList();
        return new CatalogCheck(
                catalog.hash(),
                catalog.symptoms().size(),
                catalog.causes().size(),
                catalog.hints().size(),
                all.stream().mapToInt(entry -> entry.examples().size()).sum(),
                all.stream().mapToInt(entry -> entry.nearMisses().size()).sum(),
                flaws);
    }

    public boolean isReadable() {
        return flaws.stream().noneMatch(flaw -> flaw.kind() == Flaw.Kind.FILE);
    }

    /** Returns all symptoms, also shipped ones that a user's file replaces: their examples must still pass. */
    private static List<ExampleCheck.Entry> allSymptoms(Catalog catalog) {
        List<ExampleCheck.Entry> now = catalog.symptoms().stream()
                .map(symptom -> entry(catalog, symptom))
                .toList();
        if (now.stream().allMatch(entry -> entry.file().ships())) {
            return now;
        }
        Catalog shipped = Catalog.builtIn();
        Stream<ExampleCheck.Entry> replaced = shipped.symptoms().stream()
                .filter(symptom -> catalog.symptomFile(symptom.id()).stream().noneMatch(SourceFile::ships))
                .map(symptom -> entry(shipped, symptom));
        return Stream.concat(now.stream(), replaced).toList();
    }

    private static ExampleCheck.Entry entry(Catalog catalog, Symptom symptom) {
        SourceFile file = catalog.symptomFile(symptom.id()).orElseThrow();
        return new ExampleCheck.Entry(symptom.id(), symptom.examples(), symptom.nearMisses(), file);
    }

    private static ExampleCheck.Entry entry(Catalog catalog, HintText hint) {
        SourceFile file = catalog.hintFile(hint.id()).orElseThrow();
        return new ExampleCheck.Entry(hint.id(), hint.examples(), hint.nearMisses(), file);
    }

    private static List<Flaw> withoutCause(Catalog catalog) {
        return catalog.symptoms().stream()
                .filter(symptom -> catalog.suspects(List.of(symptom.id())).isEmpty())
                .map(symptom -> new Flaw(
                        Flaw.Kind.NO_CAUSE,
                        catalog.symptomFile(symptom.id()).orElseThrow().name(),
                        0,
                        null,
                        "no cause has '" + symptom.id() + "' among its symptoms, so it cannot be diagnosed",
                        null))
                .toList();
    }

    /** Returns true if an example fails because the file's signatures, or the example itself, have a mistake. */
    private static boolean followsFrom(List<BadFile> mistakes, Flaw flaw) {
        return mistakes.stream()
                .filter(mistake -> mistake.file().equals(flaw.file()))
                .map(mistake -> String.valueOf(mistake.key()))
                .anyMatch(key -> YamlDraft.isAt(key, String.valueOf(flaw.key()))
                        || (flaw.kind() == Flaw.Kind.EXAMPLE
                                && (YamlDraft.isAt(key, "signatures") || key.equals("derived") || key.equals("rank"))));
    }

    private static Flaw unreadable(BadFile mistake) {
        return new Flaw(Flaw.Kind.FILE, mistake.file(), mistake.line(), mistake.key(), mistake.what(), null);
    }
}
