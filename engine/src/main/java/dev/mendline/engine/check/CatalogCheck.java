package dev.mendline.engine.check;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.CatalogDraft;
import dev.mendline.engine.catalog.SourceFile;
import dev.mendline.engine.catalog.Symptom;
import dev.mendline.model.config.BadFile;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * @param flaws all mistakes; unreadable files come first
 */
public record CatalogCheck(
        String catalog, int symptoms, int causes, int hints, int examples, int nearMisses, List<Flaw> flaws) {
    public CatalogCheck {
        flaws = List.copyOf(flaws);
    }

    /** Checks the shipped catalog together with the folders in order. */
    public static CatalogCheck of(List<Path> folders) {
        CatalogDraft draft = CatalogDraft.of(folders);
        Catalog catalog = draft.catalog();
        SymptomCheck trial = new SymptomCheck(catalog);
        List<Flaw> flaws = new ArrayList<>(
                draft.mistakes().stream().map(CatalogCheck::unreadable).toList());
        List<SymptomExamples> promises = promises(catalog);
        promises.forEach(promise -> flaws.addAll(trial.flaws(promise)));
        flaws.addAll(new HintCheck(catalog).flaws());
        if (draft.mistakes().isEmpty()) {
            flaws.addAll(withoutCause(catalog));
        }
        return new CatalogCheck(
                catalog.hash(),
                catalog.symptoms().size(),
                catalog.causes().size(),
                catalog.hints().size(),
                promises.stream()
                                .mapToInt(
                                        promise -> promise.symptom().examples().size())
                                .sum()
                        + catalog.hints().stream()
                                .mapToInt(hint -> hint.examples().size())
                                .sum(),
                promises.stream()
                                .mapToInt(promise ->
                                        promise.symptom().nearMisses().size())
                                .sum()
                        + catalog.hints().stream()
                                .mapToInt(hint -> hint.nearMisses().size())
                                .sum(),
                flaws);
    }

    /** Returns true if all files could be read. */
    public boolean isReadable() {
        return flaws.stream().noneMatch(flaw -> flaw.kind() == Flaw.Kind.FILE);
    }

    /**
     * Returns the examples of all files. A symptom that a user's file replaces must still pass the shipped examples.
     */
    private static List<SymptomExamples> promises(Catalog catalog) {
        List<SymptomExamples> now = promises(catalog, catalog.symptoms());
        if (now.stream().allMatch(promise -> promise.file().ships())) {
            return now;
        }
        Catalog shipped = Catalog.builtIn();
        List<Symptom> replaced = shipped.symptoms().stream()
                .filter(symptom -> catalog.symptomFile(symptom.id()).stream().noneMatch(SourceFile::ships))
                .toList();
        return Stream.concat(now.stream(), promises(shipped, replaced).stream()).toList();
    }

    private static List<SymptomExamples> promises(Catalog catalog, List<Symptom> symptoms) {
        return symptoms.stream()
                .map(symptom -> new SymptomExamples(
                        symptom, catalog.symptomFile(symptom.id()).orElseThrow()))
                .toList();
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

    private static Flaw unreadable(BadFile mistake) {
        return new Flaw(Flaw.Kind.FILE, mistake.file(), mistake.line(), mistake.key(), mistake.what(), null);
    }
}
