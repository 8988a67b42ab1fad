package dev.mendline.engine.catalog;

import com.google.common.collect.ImmutableMap;
import dev.mendline.engine.condition.Condition;
import dev.mendline.model.config.BadFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reader of catalog files into symptoms, causes and hints. It reports every mistake that a file can contain. */
final class CatalogReader {
    private final CauseReader causeReader = new CauseReader();
    private final Map<String, Symptom> symptoms = new TreeMap<>();
    private final Map<String, Cause> causes = new TreeMap<>();
    private final Map<String, HintText> hints = new TreeMap<>();
    private final List<FileCheck> files = new ArrayList<>();
    /** Ids of all symptoms, also of those whose file has a mistake. */
    private final Set<String> symptomIds = new TreeSet<>();

    private final Map<String, Named> named = new TreeMap<>();

    /** Symptoms that a cause names, which are known only after all files are read. */
    private record Named(FileCheck file, CauseFile cause) {}

    /**
     * Reads a file as far as possible. It replaces an earlier one with the same id, so a user can override shipped
     * files.
     */
    void read(SourceFile source) {
        FileCheck file = new FileCheck(source);
        files.add(file);
        String name = source.name();
        if (name.matches("(.*/)?symptoms/[^/]+\\.yaml")) {
            symptomIds.add(name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.')));
            file.read(SymptomFile.class).map(raw -> symptom(file, raw)).ifPresent(read -> put(file, read));
        } else if (name.matches("(.*/)?causes/[^/]+\\.yaml")) {
            file.read(CauseFile.class).ifPresent(raw -> cause(file, raw));
        } else if (name.matches("(.*/)?hints/[^/]+\\.yaml")) {
            file.read(HintFile.class)
                    .map(raw -> hint(file, raw))
                    .filter(read -> !file.hasMistakeAt("id"))
                    .ifPresent(read -> hints.put(read.id(), read));
        } else {
            file.mistakes().add(new BadFile(name, 0, null, "must be in symptoms/, causes/ or hints/"));
        }
    }

    private void put(FileCheck file, Symptom symptom) {
        boolean lacksSignatures = file.hasMistakeAt("signatures");
        if (!file.hasMistakeAt("id") && !(lacksSignatures && symptoms.containsKey(symptom.id()))) {
            symptoms.put(symptom.id(), symptom);
        }
    }

    private void cause(FileCheck file, CauseFile raw) {
        file.requireId(raw.id());
        named.put(file.file().place(), new Named(file, raw));
        Cause cause = causeReader.cause(file, raw);
        if (!file.hasMistakeAt("id")) {
            causes.put(raw.id(), cause);
        }
    }

    /** Returns the mistakes of all files, in the order of the files, once all are read. */
    List<BadFile> mistakes() {
        named.values().forEach(each -> {
            each.file().requireKnown("symptoms", "symptom", each.cause().symptoms(), symptomIds);
            each.file().requireKnown("mutes", "symptom", each.cause().mutes(), symptomIds);
        });
        named.clear();
        return files.stream().flatMap(file -> file.mistakes().stream()).toList();
    }

    /** Returns the symptoms by id, sorted. */
    ImmutableMap<String, Symptom> symptoms() {
        return ImmutableMap.copyOf(symptoms);
    }

    ImmutableMap<String, HintText> hints() {
        return ImmutableMap.copyOf(hints);
    }

    ImmutableMap<String, Cause> causes() {
        return ImmutableMap.copyOf(causes);
    }

    private Symptom symptom(FileCheck file, SymptomFile raw) {
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

    private List<Symptom.ProbeSign> signs(FileCheck file, List<SymptomFile.Sign> all) {
        List<Symptom.ProbeSign> signs = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String key = "seen-by[" + i + "].when";
            String when = all.get(i).when();
            @Nullable Condition condition = causeReader.condition(file, key, when, "");
            String what = "asks about no probe; allowed: " + String.join(", ", CauseReader.PROBES);
            file.require(condition == null || !condition.probes().isEmpty(), key, when, what);
            if (condition != null) {
                signs.add(new Symptom.ProbeSign(condition, all.get(i).detail()));
            }
        }
        return signs;
    }

    private static void requireTexts(
            FileCheck file, String what, String id, List<SymptomFile.Entry> signatures, List<Example> examples) {
        String needs = what + " needs at least one signature and one example";
        file.require(!signatures.isEmpty(), "signatures", id, needs);
        file.require(!examples.isEmpty() || signatures.isEmpty(), "examples", id, needs);
    }

    private static HintText hint(FileCheck file, HintFile raw) {
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
