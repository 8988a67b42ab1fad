package dev.mendline.engine.catalog;

import dev.mendline.engine.condition.Condition;
import dev.mendline.engine.condition.ConditionLanguage;
import dev.mendline.model.config.BadFile;
import dev.mendline.model.config.StrictYaml;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.incident.Advice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reader of catalog files into symptoms, causes and hints. It reports every mistake that a file can contain. */
final class CatalogReader {
    private static final List<String> PROBES =
            Arrays.stream(ProbeKind.values()).map(ProbeKind::id).toList();

    private final ConditionLanguage language = new ConditionLanguage();
    private final Map<String, Symptom> symptoms = new TreeMap<>();
    private final Map<String, CauseAndFile> causes = new TreeMap<>();
    private final Map<String, HintText> hints = new TreeMap<>();

    private record CauseAndFile(Cause cause, SourceFile file) {}

    /**
     * Reads a file. It replaces an earlier file with the same id, so that a user's folder can override the shipped
     * files.
     */
    void read(SourceFile file) {
        String name = file.name();
        if (name.matches("(.*/)?symptoms/[^/]+\\.yaml")) {
            Symptom symptom = symptom(file, StrictYaml.readWithoutNulls(name, file.text(), SymptomFile.class));
            symptoms.put(symptom.id(), symptom);
        } else if (name.matches("(.*/)?causes/[^/]+\\.yaml")) {
            Cause cause = cause(file, StrictYaml.readWithoutNulls(name, file.text(), CauseFile.class));
            causes.put(cause.id(), new CauseAndFile(cause, file));
        } else if (name.matches("(.*/)?hints/[^/]+\\.yaml")) {
            HintText hint = hint(file, StrictYaml.readWithoutNulls(name, file.text(), HintFile.class));
            hints.put(hint.id(), hint);
        } else {
            throw new BadFile(name, 0, null, "must be in symptoms/, causes/ or hints/");
        }
    }

    List<Symptom> symptoms() {
        return List.copyOf(symptoms.values());
    }

    List<HintText> hints() {
        return List.copyOf(hints.values());
    }

    /** Returns all causes after checking that each symptom exists. */
    List<Cause> causes() {
        for (CauseAndFile known : causes.values()) {
            known(known.file(), "symptoms", known.cause().symptoms());
            known(known.file(), "mutes", known.cause().mutes());
        }
        return causes.values().stream().map(CauseAndFile::cause).toList();
    }

    private void known(SourceFile file, String key, List<String> ids) {
        for (String id : ids) {
            if (!symptoms.containsKey(id)) {
                throw file.mistake(
                        key, id, "unknown symptom '" + id + "'; known: " + String.join(", ", symptoms.keySet()));
            }
        }
    }

    private Symptom symptom(SourceFile file, SymptomFile raw) {
        id(file, raw.id());
        if (raw.rank() < 0 || raw.rank() > 100) {
            throw file.mistake("rank", "rank:", raw.rank() + " is not in the range 0–100");
        }
        if (raw.derived()) {
            textless(file, raw);
        } else {
            shown(file, "a symptom", raw.id(), raw.signatures(), raw.examples());
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

    private List<ProbeSign> signs(SourceFile file, List<SymptomFile.Sign> all) {
        List<ProbeSign> signs = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String key = "seen-by[" + i + "].when";
            String when = all.get(i).when();
            Condition condition = condition(file, key, when, "");
            if (condition.probes().isEmpty()) {
                throw file.mistake(key, when, "asks about no probe; allowed: " + String.join(", ", PROBES));
            }
            signs.add(new ProbeSign(condition, all.get(i).detail()));
        }
        return signs;
    }

    /** Checks a symptom that the engine derives from many texts and that therefore has no signatures. */
    private static void textless(SourceFile file, SymptomFile raw) {
        if (!raw.signatures().isEmpty()
                || !raw.examples().isEmpty()
                || !raw.nearMisses().isEmpty()) {
            throw file.mistake(
                    "derived",
                    "derived",
                    "a derived symptom has no signatures, examples or near-misses; they must be []");
        }
    }

    private static void shown(
            SourceFile file, String what, String id, List<SymptomFile.Entry> signatures, List<Example> examples) {
        if (signatures.isEmpty() || examples.isEmpty()) {
            throw file.mistake("signatures", id, what + " needs at least one signature and one example");
        }
    }

    private static HintText hint(SourceFile file, HintFile raw) {
        id(file, raw.id());
        shown(file, "a hint", raw.id(), raw.signatures(), raw.examples());
        return new HintText(
                raw.id(),
                raw.title(),
                raw.tells(),
                SignatureReader.signatures(file, raw.id(), raw.signatures()),
                raw.examples(),
                raw.nearMisses());
    }

    private Cause cause(SourceFile file, CauseFile raw) {
        id(file, raw.id());
        known(file, "probes", raw.probes(), PROBES);
        known(file, "elsewhere", raw.elsewhere(), raw.probes());
        List<Advice.Link> pages = new ArrayList<>();
        for (CauseFile.Page page : raw.pages()) {
            if (!page.read().matches("20[0-9]{2}-[01][0-9]-[0-3][0-9]")
                    || !page.path().matches("[a-z0-9/#_.-]+")) {
                throw file.mistake(
                        "pages",
                        page.path(),
                        "a page needs a path relative to the documentation's root and the"
                                + " day on which it was read, e.g. 2026-11-22");
            }
            pages.add(new Advice.Link(page.title(), page.path(), page.read()));
        }
        raw.advice().steps().forEach(step -> step(file, step));
        placeholders(file, "advice.summary", raw.advice().summary(), Placeholders.Use.SENTENCE);
        return new Cause(
                raw.id(),
                raw.title(),
                raw.severity(),
                raw.symptoms(),
                raw.probes(),
                raw.elsewhere(),
                new Cause.Conditions(
                        deciding(file, "confirm", raw.confirm()),
                        conditions(file, "suggest", raw.suggest()),
                        deciding(file, "refute", raw.refute())),
                CauseKeys.mutes(file, raw),
                CauseKeys.shared(file, raw.shared()),
                new Cause.Guidance(
                        pages,
                        raw.advice().summary(),
                        raw.advice().steps().stream().map(CatalogReader::text).toList()));
    }

    private static void known(SourceFile file, String key, List<String> probes, List<String> known) {
        for (String probe : probes) {
            if (!known.contains(probe)) {
                throw file.mistake(key, probe, "unknown probe '" + probe + "'; known: " + String.join(", ", known));
            }
        }
    }

    private List<Condition> deciding(SourceFile file, String key, List<CauseFile.When> all) {
        List<Condition> conditions = conditions(file, key, all);
        for (int i = 0; i < conditions.size(); i++) {
            CauseKeys.decides(file, key + "[" + i + "].when", all.get(i), conditions.get(i));
        }
        return conditions;
    }

    private List<Condition> conditions(SourceFile file, String key, List<CauseFile.When> all) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            placeholders(file, key, all.get(i).because(), Placeholders.Use.SENTENCE);
            conditions.add(condition(
                    file,
                    key + "[" + i + "].when",
                    all.get(i).when(),
                    all.get(i).because()));
        }
        return conditions;
    }

    private Condition condition(SourceFile file, String key, String when, String because) {
        try {
            return language.compile(when, because);
        } catch (IllegalArgumentException e) {
            throw file.mistake(key, when, String.valueOf(e.getMessage()));
        }
    }

    private static void step(SourceFile file, CauseFile.Step step) {
        placeholders(file, "advice", step.what(), Placeholders.Use.SENTENCE);
        placeholders(file, "advice.copy", step.copy(), Placeholders.Use.COPY);
        placeholders(file, "advice.unix", step.unix(), Placeholders.Use.UNIX);
        placeholders(file, "advice.windows", step.windows(), Placeholders.Use.WINDOWS);
    }

    private static String text(CauseFile.Step step) {
        return step.what()
                + (step.copy() == null ? "" : "\n" + step.copy())
                + (step.unix() == null ? "" : Placeholders.UNIX_LINE + step.unix())
                + (step.windows() == null ? "" : Placeholders.WINDOWS_LINE + step.windows());
    }

    private static void placeholders(SourceFile file, String key, @Nullable String text, Placeholders.Use use) {
        if (text == null) {
            return;
        }
        for (String unknown : Placeholders.unknown(text)) {
            throw file.mistake(
                    key,
                    "{" + unknown + "}",
                    "unknown placeholder {" + unknown + "}; allowed: " + String.join(", ", Placeholders.names()));
        }
        for (String misplaced : Placeholders.misplaced(text, use)) {
            throw file.mistake(
                    key,
                    text,
                    "{" + misplaced + "} contains untrusted text; it is allowed in a sentence, but not in a"
                            + " command or in text to copy");
        }
    }

    private static void id(SourceFile file, String id) {
        String base = file.name().substring(file.name().lastIndexOf('/') + 1);
        if (!base.equals(id + ".yaml") || !id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw file.mistake(
                    "id",
                    "id:",
                    "'" + id + "' must equal the file's name without .yaml: lower-case letters, digits and hyphens");
        }
    }
}
