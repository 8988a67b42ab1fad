package dev.mendline.engine.check;

import dev.mendline.engine.catalogue.Catalogue;
import dev.mendline.engine.catalogue.CatalogueDraft;
import dev.mendline.engine.catalogue.SourceFile;
import dev.mendline.engine.catalogue.Symptom;
import dev.mendline.model.BadFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of checking a catalogue.
 *
 * @param catalogue its hash
 * @param symptoms how many it has
 * @param causes how many it has
 * @param hints how many it has
 * @param examples of symptoms and hints, how many were tried, those of replaced symptoms included
 * @param nearMisses how many were tried
 * @param flaws all that is wrong; files that cannot be read come first
 */
public record CatalogueCheck(
        String catalogue, int symptoms, int causes, int hints, int examples, int nearMisses, List<Flaw> flaws) {
    public CatalogueCheck {
        flaws = List.copyOf(flaws);
    }

    /** Checks what ships and, over it, the folders in their order. */
    public static CatalogueCheck of(List<Path> folders) {
        CatalogueDraft draft = CatalogueDraft.of(folders);
        Catalogue catalogue = draft.catalogue();
        Trial trial = new Trial(catalogue);
        List<Flaw> flaws = new ArrayList<>(
                draft.mistakes().stream().map(CatalogueCheck::unreadable).toList());
        List<Promise> promises = promises(catalogue);
        promises.forEach(promise -> flaws.addAll(trial.flaws(promise)));
        flaws.addAll(new HintTrial(catalogue).flaws());
        if (draft.mistakes().isEmpty()) {
            flaws.addAll(withoutCause(catalogue));
        }
        return new CatalogueCheck(
                catalogue.hash(),
                catalogue.symptoms().size(),
                catalogue.causes().size(),
                catalogue.hints().size(),
                promises.stream()
                                .mapToInt(
                                        promise -> promise.symptom().examples().size())
                                .sum()
                        + catalogue.hints().stream()
                                .mapToInt(hint -> hint.examples().size())
                                .sum(),
                promises.stream()
                                .mapToInt(promise ->
                                        promise.symptom().nearMisses().size())
                                .sum()
                        + catalogue.hints().stream()
                                .mapToInt(hint -> hint.nearMisses().size())
                                .sum(),
                flaws);
    }

    /** Whether every file could be read. */
    public boolean isReadable() {
        return flaws.stream().noneMatch(flaw -> flaw.kind() == Flaw.Kind.FILE);
    }

    /** What the files promise; a symptom that a user's file replaces still has to keep what the shipped one promised. */
    private static List<Promise> promises(Catalogue catalogue) {
        List<Promise> now = promises(catalogue, catalogue.symptoms());
        if (now.stream().allMatch(promise -> promise.file().ships())) {
            return now;
        }
        Catalogue shipped = Catalogue.builtIn();
        List<Symptom> replaced = shipped.symptoms().stream()
                .filter(symptom -> catalogue.symptomFile(symptom.id()).stream().noneMatch(SourceFile::ships))
                .toList();
        return Stream.concat(now.stream(), promises(shipped, replaced).stream()).toList();
    }

    private static List<Promise> promises(Catalogue catalogue, List<Symptom> symptoms) {
        return symptoms.stream()
                .map(symptom ->
                        new Promise(symptom, catalogue.symptomFile(symptom.id()).orElseThrow()))
                .toList();
    }

    private static List<Flaw> withoutCause(Catalogue catalogue) {
        return catalogue.symptoms().stream()
                .filter(symptom -> catalogue.suspects(List.of(symptom.id())).isEmpty())
                .map(symptom -> new Flaw(
                        Flaw.Kind.NO_CAUSE,
                        catalogue.symptomFile(symptom.id()).orElseThrow().name(),
                        0,
                        null,
                        "no cause has '" + symptom.id() + "' among its symptoms, so nothing can be said about it",
                        null))
                .toList();
    }

    private static Flaw unreadable(BadFile mistake) {
        return new Flaw(Flaw.Kind.FILE, mistake.file(), mistake.line(), mistake.key(), mistake.what(), null);
    }
}
