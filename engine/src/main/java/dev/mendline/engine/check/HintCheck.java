package dev.mendline.engine.check;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.HintText;
import dev.mendline.engine.catalog.SourceFile;
import dev.mendline.engine.recognition.HintRecognizer;
import dev.mendline.engine.recognition.Recognizer;
import dev.mendline.model.config.BadFile;
import dev.mendline.model.config.StrictYaml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Check of the examples and near-misses of hints. */
final class HintCheck {
    private final Catalog catalog;
    private final Recognizer symptoms;
    private final HintRecognizer hints;

    HintCheck(Catalog catalog) {
        this.catalog = catalog;
        this.symptoms = new Recognizer(catalog);
        this.hints = new HintRecognizer(catalog);
    }

    List<Flaw> flaws() {
        return catalog.hints().stream().flatMap(hint -> flaws(hint).stream()).toList();
    }

    private List<Flaw> flaws(HintText hint) {
        List<Flaw> flaws = new ArrayList<>();
        for (int i = 0; i < hint.examples().size(); i++) {
            String text = hint.examples().get(i).text();
            String what = missed(hint, text);
            if (what != null) {
                flaws.add(flaw(Flaw.Kind.EXAMPLE, hint, "examples", i, what, text));
            }
        }
        for (int i = 0; i < hint.nearMisses().size(); i++) {
            String text = hint.nearMisses().get(i).text();
            if (seen(text).equals(hint.id())) {
                String why = hint.nearMisses().get(i).why();
                flaws.add(flaw(
                        Flaw.Kind.NEAR_MISS,
                        hint,
                        "near-misses",
                        i,
                        "is the hint '" + hint.id() + "', which is not allowed (" + why + ")",
                        text));
            }
        }
        return flaws;
    }

    private @Nullable String missed(HintText hint, String text) {
        String symptom = symptoms.recognise(text).symptom();
        String seen = seen(text);
        if (symptom != null) {
            return "shows the symptom '" + symptom + "'; a hint must show no symptom";
        }
        if (!seen.equals(hint.id())) {
            return "is " + (seen.isEmpty() ? "no hint" : "the hint '" + seen + "'") + " instead of '" + hint.id() + "'";
        }
        return hints.mayMatch(text.getBytes(StandardCharsets.UTF_8))
                ? null
                : "its raw bytes contain no anchor, so such a log line would be skipped";
    }

    private String seen(String text) {
        return hints.recognise(text).map(HintText::id).orElse("");
    }

    private Flaw flaw(Flaw.Kind kind, HintText hint, String list, int index, String what, String text) {
        SourceFile file = catalog.hintFile(hint.id()).orElseThrow();
        BadFile place = StrictYaml.mistake(file.name(), file.text(), what, list, index, "text");
        return new Flaw(kind, place.file(), place.line(), list + "[" + index + "]", what, text);
    }
}
