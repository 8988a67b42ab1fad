package dev.mendline.engine.check;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Example;
import dev.mendline.engine.catalog.HintText;
import dev.mendline.engine.catalog.NearMiss;
import dev.mendline.engine.catalog.Signature;
import dev.mendline.engine.catalog.SourceFile;
import dev.mendline.engine.catalog.Symptom;
import dev.mendline.engine.pattern.Text;
import dev.mendline.engine.recognition.HintRecognizer;
import dev.mendline.engine.recognition.Recognition;
import dev.mendline.engine.recognition.Recognizer;
import dev.mendline.model.config.BadFile;
import dev.mendline.model.config.StrictYaml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Check of the examples and near-misses of symptoms and hints. */
final class ExampleCheck {
    private static final String WITHOUT_ANCHOR = "its raw bytes contain no anchor, so such a log line would be skipped";

    /** Examples and near-misses of a symptom or hint, and the file that contains them. */
    record Entry(String id, List<Example> examples, List<NearMiss> nearMisses, SourceFile file) {
        private Flaw flaw(Flaw.Kind kind, String list, int index, String what, String text) {
            BadFile place = StrictYaml.mistake(file.name(), file.text(), what, list, index, "text");
            return new Flaw(kind, place.file(), place.line(), list + "[" + index + "]", what, text);
        }
    }

    private final Catalog catalog;
    private final Recognizer symptoms;
    private final HintRecognizer hints;

    ExampleCheck(Catalog catalog) {
        this.catalog = catalog;
        this.symptoms = new Recognizer(catalog);
        this.hints = new HintRecognizer(catalog);
    }

    List<Flaw> symptomFlaws(Entry symptom) {
        String id = symptom.id();
        return flaws(
                symptom,
                text -> missedSymptom(id, text),
                text -> symptoms.recognise(text).symptoms().contains(id),
                "shows '" + id + "'" + of(id));
    }

    List<Flaw> hintFlaws(Entry hint) {
        String id = hint.id();
        return flaws(hint, text -> missedHint(id, text), text -> hintIn(text).equals(id), "is the hint '" + id + "'");
    }

    /**
     * Checks one entry.
     *
     * @param missed returns the reason why an example fails, or null
     * @param isSeen returns true for a near-miss that fails
     * @param seen words for a near-miss that fails
     */
    private static List<Flaw> flaws(
            Entry entry, Function<String, @Nullable String> missed, Predicate<String> isSeen, String seen) {
        List<Flaw> flaws = new ArrayList<>();
        for (int i = 0; i < entry.examples().size(); i++) {
            String text = entry.examples().get(i).text();
            String what = missed.apply(text);
            if (what != null) {
                flaws.add(entry.flaw(Flaw.Kind.EXAMPLE, "examples", i, what, text));
            }
        }
        for (int i = 0; i < entry.nearMisses().size(); i++) {
            NearMiss miss = entry.nearMisses().get(i);
            if (isSeen.test(miss.text())) {
                String what = seen + ", which is not allowed (" + miss.why() + ")";
                flaws.add(entry.flaw(Flaw.Kind.NEAR_MISS, "near-misses", i, what, miss.text()));
            }
        }
        return flaws;
    }

    private @Nullable String missedHint(String id, String text) {
        String symptom = symptoms.recognise(text).symptom();
        if (symptom != null) {
            return "shows the symptom '" + symptom + "'; a hint must show no symptom";
        }
        String seen = hintIn(text);
        if (!seen.equals(id)) {
            return "is " + (seen.isEmpty() ? "no hint" : "the hint '" + seen + "'") + " instead of '" + id + "'";
        }
        return hints.mayMatch(text.getBytes(StandardCharsets.UTF_8)) ? null : WITHOUT_ANCHOR;
    }

    private String hintIn(String text) {
        return hints.recognise(text).map(HintText::id).orElse("");
    }

    private @Nullable String missedSymptom(String id, String text) {
        Recognition seen = symptoms.recognise(text);
        String other = seen.symptom();
        if (id.equals(other)) {
            return symptoms.mayMatch(text.getBytes(StandardCharsets.UTF_8)) ? null : WITHOUT_ANCHOR;
        }
        return other != null && seen.symptoms().contains(id)
                ? "shows '" + id + "', but '" + other + "'" + of(other)
                        + " decides: it is deeper in the chain of causes,"
                        + " or its rank " + rank(other) + " is higher than " + rank(id)
                        + "; a text has one decisive symptom"
                : (other != null ? "shows '" + other + "'" + of(other) : "shows nothing") + " instead of '" + id + "'"
                        + of(id) + ": " + lacking(id, text);
    }

    /** Names the user's file if the symptom comes from one. */
    private String of(String id) {
        return catalog.symptomFile(id)
                .filter(file -> !file.ships())
                .map(file -> " (" + file.name() + ")")
                .orElse("");
    }

    private int rank(String id) {
        return catalog.symptom(id).map(Symptom::rank).orElse(0);
    }

    private String lacking(String id, String text) {
        List<Signature> anchored = catalog.symptom(id).map(Symptom::signatures).orElse(List.of()).stream()
                .filter(signature -> isAnchored(signature, text))
                .toList();
        if (anchored.isEmpty()) {
            return "the text contains none of its anchors";
        }
        List<Text> lines = Recognizer.legible(text).lines().map(Text::of).toList();
        return anchored.stream().noneMatch(signature -> lines.stream().anyMatch(signature.pattern()::isIn))
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
