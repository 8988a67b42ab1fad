package dev.mendline.engine.catalog;

import com.google.common.collect.ImmutableMap;
import dev.mendline.engine.condition.Condition;
import dev.mendline.model.config.BadFile;
import dev.mendline.model.config.StrictYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Reader of catalog files into symptoms, causes and hints. It reports every mistake that a file can contain. */
final class CatalogReader {
    private final CauseReader causeReader = new CauseReader();
    private final Map<String, Symptom> symptoms = new TreeMap<>();
    private final Map<String, Cause> causes = new TreeMap<>();
    private final Map<String, SourceFile> causeFiles = new TreeMap<>();
    private final Map<String, HintText> hints = new TreeMap<>();

    /** Reads a file. It replaces an earlier one with the same id, so a user can override shipped files. */
    void read(SourceFile file) {
        String name = file.name();
        if (name.matches("(.*/)?symptoms/[^/]+\\.yaml")) {
            Symptom symptom = symptom(file, StrictYaml.readWithoutNulls(name, file.text(), SymptomFile.class));
            symptoms.put(symptom.id(), symptom);
        } else if (name.matches("(.*/)?causes/[^/]+\\.yaml")) {
            CauseFile raw = StrictYaml.readWithoutNulls(name, file.text(), CauseFile.class);
            file.requireId(raw.id());
            causes.put(raw.id(), causeReader.cause(file, raw));
            causeFiles.put(raw.id(), file);
        } else if (name.matches("(.*/)?hints/[^/]+\\.yaml")) {
            HintText hint = hint(file, StrictYaml.readWithoutNulls(name, file.text(), HintFile.class));
            hints.put(hint.id(), hint);
        } else {
            throw new BadFile(name, 0, null, "must be in symptoms/, causes/ or hints/");
        }
    }

    /** Returns the symptoms by id, sorted. */
    ImmutableMap<String, Symptom> symptoms() {
        return ImmutableMap.copyOf(symptoms);
    }

    ImmutableMap<String, HintText> hints() {
        return ImmutableMap.copyOf(hints);
    }

    /** Returns all causes after checking that each symptom exists. */
    ImmutableMap<String, Cause> causes() {
        causes.forEach((id, cause) -> {
            SourceFile file = Objects.requireNonNull(causeFiles.get(id));
            file.requireKnown("symptoms", "symptom", cause.symptoms(), symptoms.keySet());
            file.requireKnown("mutes", "symptom", cause.mutes(), symptoms.keySet());
        });
        return ImmutableMap.copyOf(causes);
    }

    private Symptom symptom(SourceFile file, SymptomFile raw) {
        file.requireId(raw.id());
        file.require(raw.rank() >= 0 && raw.rank() <= 100, "rank", "rank:", raw.rank() + " is not in the range 0–100");
        if (raw.derived()) {
            boolean isEmpty = raw.signatures().isEmpty()
                    && raw.examples().isEmpty()
                    && raw.nearMisses().isEmpty();
            String what = "a derived symptom has no signatures, examples or near-misses; they must be []";
            file.require(isEmpty, "derived", "derived", what);
        } else {
            requireTexts(file, "a symptom", raw.id(), raw.signatures(), raw.examples());
        }
        return new Symptom(
                raw.id(),
                raw.title(),
                raw.severity(),
                raw.rank(),
                raw.noisy(),
                raw.countsAs(),
                SignatureReader.signatures(file, raw.id(), raw.signatures()),
                raw.examples(),
                raw.nearMisses(),
                signs(file, raw.seenBy()));
    }

    private List<Symptom.ProbeSign> signs(SourceFile file, List<SymptomFile.Sign> all) {
        List<Symptom.ProbeSign> signs = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String key = "seen-by[" + i + "].when";
            String when = all.get(i).when();
            Condition condition = causeReader.condition(file, key, when, "");
            String what = "asks about no probe; allowed: " + String.join(", ", CauseReader.PROBES);
            file.require(!condition.probes().isEmpty(), key, when, what);
            signs.add(new Symptom.ProbeSign(condition, all.get(i).detail()));
        }
        return signs;
    }

    private static void requireTexts(
            SourceFile file, String what, String id, List<SymptomFile.Entry> signatures, List<Example> examples) {
        file.require(
                !signatures.isEmpty() && !examples.isEmpty(),
                "signatures",
                id,
                what + " needs at least one signature and one example");
    }

    private static HintText hint(SourceFile file, HintFile raw) {
        file.requireId(raw.id());
        requireTexts(file, "a hint", raw.id(), raw.signatures(), raw.examples());
        return new HintText(
                raw.id(),
                raw.title(),
                raw.tells(),
                SignatureReader.signatures(file, raw.id(), raw.signatures()),
                raw.examples(),
                raw.nearMisses());
    }
}
