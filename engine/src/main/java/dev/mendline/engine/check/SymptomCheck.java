package dev.mendline.engine.check;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Example;
import dev.mendline.engine.catalog.NearMiss;
import dev.mendline.engine.catalog.Signature;
import dev.mendline.engine.catalog.SourceFile;
import dev.mendline.engine.catalog.Symptom;
import dev.mendline.engine.pattern.Text;
import dev.mendline.engine.recognition.Recognition;
import dev.mendline.engine.recognition.Recognizer;
import dev.mendline.model.config.BadFile;
import dev.mendline.model.config.StrictYaml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Check of the examples and near-misses of symptoms. */
final class SymptomCheck {
    private final Catalog catalog;
    private final Recognizer recogniser;

    SymptomCheck(Catalog catalog) {
        this.catalog = catalog;
        this.recogniser = new Recognizer(catalog);
    }

    List<Flaw> flaws(SymptomExamples promise) {
        List<Flaw> flaws = new ArrayList<>();
        List<Example> examples = promise.symptom().examples();
        for (int i = 0; i < examples.size(); i++) {
            String text = examples.get(i).text();
            String what = missed(promise, text);
            if (what != null) {
                flaws.add(flaw(Flaw.Kind.EXAMPLE, promise, "examples", i, what, text));
            }
        }
        List<NearMiss> nearMisses = promise.symptom().nearMisses();
        for (int i = 0; i < nearMisses.size(); i++) {
            NearMiss miss = nearMisses.get(i);
            if (recogniser
                    .recognise(miss.text())
                    .symptoms()
                    .contains(promise.symptom().id())) {
                flaws.add(flaw(Flaw.Kind.NEAR_MISS, promise, "near-misses", i, taken(promise, miss), miss.text()));
            }
        }
        return flaws;
    }

    private static Flaw flaw(
            Flaw.Kind kind, SymptomExamples promise, String list, int index, String what, String text) {
        SourceFile file = promise.file();
        BadFile place = StrictYaml.mistake(file.name(), file.text(), what, list, index, "text");
        return new Flaw(kind, place.file(), place.line(), list + "[" + index + "]", what, text);
    }

    /** Returns the reason why the example fails for its symptom, or null. */
    private @Nullable String missed(SymptomExamples promise, String text) {
        String id = promise.symptom().id();
        Recognition seen = recogniser.recognise(text);
        if (id.equals(seen.symptom())) {
            return recogniser.mayMatch(text.getBytes(StandardCharsets.UTF_8))
                    ? null
                    : "its raw bytes contain no anchor, so such a log line would be skipped";
        }
        String other = seen.symptom();
        return other != null && seen.symptoms().contains(id)
                ? "shows '" + id + "', but '" + other + "'" + of(other) + " decides: " + decided(id, other)
                : (other != null ? "shows '" + other + "'" + of(other) : "shows nothing") + " instead of '" + id + "'"
                        + of(id) + ": " + lacking(id, text);
    }

    private String taken(SymptomExamples promise, NearMiss miss) {
        String id = promise.symptom().id();
        return "shows '" + id + "'" + of(id) + ", which is not allowed (" + miss.why() + ")";
    }

    /** Names the user's file if the symptom comes from one. */
    private String of(String id) {
        return catalog.symptomFile(id)
                .filter(file -> !file.ships())
                .map(file -> " (" + file.name() + ")")
                .orElse("");
    }

    private String decided(String id, String other) {
        int mine = rank(id);
        int its = rank(other);
        return "it is deeper in the chain of causes, or its rank " + its + " is higher than " + mine
                + "; a text has one decisive symptom";
    }

    private int rank(String id) {
        return catalog.symptom(id).map(Symptom::rank).orElse(0);
    }

    private String lacking(String id, String text) {
        List<Signature> signatures =
                catalog.symptom(id).map(Symptom::signatures).orElse(List.of());
        List<Signature> anchored = signatures.stream()
                .filter(signature -> isAnchored(signature, text))
                .toList();
        if (anchored.isEmpty()) {
            return "the text contains none of its anchors";
        }
        List<String> lines = Recognizer.legible(text).lines().toList();
        return anchored.stream()
                        .noneMatch(signature -> lines.stream()
                                .anyMatch(line -> signature.pattern().isIn(Text.of(line))))
                ? "the text contains an anchor, but the pattern does not match its line"
                : "anchor and pattern match, but another condition of the signature does not hold: needs-sign, beside,"
                        + " within, by-address or members";
    }

    private static boolean isAnchored(Signature signature, String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        return signature.anchors().stream()
                .anyMatch(anchor -> signature.ignoreCase()
                        ? folded.contains(anchor.toLowerCase(Locale.ROOT))
                        : text.contains(anchor));
    }
}
