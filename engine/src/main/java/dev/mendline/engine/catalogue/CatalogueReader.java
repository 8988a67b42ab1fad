package dev.mendline.engine.catalogue;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.model.Advice;
import dev.mendline.model.BadFile;
import dev.mendline.model.StrictYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns files into symptoms and causes, and finds every mistake that a file can hold. */
final class CatalogueReader {
    private static final String UNSAFE_IN_JSON = "\"\\/<>&'";
    private static final Set<String> CAPTURES =
            Set.of("host", "srv", "port", "address", "code", "codeName", "limit", "rcode", "alert");

    private final ConditionLanguage language = new ConditionLanguage();
    private final Map<String, Symptom> symptoms = new TreeMap<>();
    private final Map<String, CauseAndFile> causes = new TreeMap<>();

    private record CauseAndFile(Cause cause, SourceFile file) {}

    /** Later files of the same id replace earlier ones, so that a user's folder can mend ours. */
    void read(SourceFile file) {
        String name = file.name();
        if (name.matches("(.*/)?symptoms/[^/]+\\.yaml")) {
            Symptom symptom = symptom(file, StrictYaml.readWithoutNulls(name, file.text(), SymptomFile.class));
            symptoms.put(symptom.id(), symptom);
        } else if (name.matches("(.*/)?causes/[^/]+\\.yaml")) {
            Cause cause = cause(file, StrictYaml.readWithoutNulls(name, file.text(), CauseFile.class));
            causes.put(cause.id(), new CauseAndFile(cause, file));
        } else {
            throw new BadFile(name, 0, null, "is neither in symptoms/ nor in causes/");
        }
    }

    List<Symptom> symptoms() {
        return List.copyOf(symptoms.values());
    }

    /** All causes, each of whose symptoms is known, those that it brings too. */
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
                throw file.mistake(key, id, "no symptom '" + id + "'; known: " + String.join(", ", symptoms.keySet()));
            }
        }
    }

    private static Symptom symptom(SourceFile file, SymptomFile raw) {
        id(file, raw.id());
        if (raw.rank() < 0 || raw.rank() > 100) {
            throw file.mistake("rank", "rank:", raw.rank() + " is not within 0–100");
        }
        if (raw.signatures().isEmpty() || raw.examples().isEmpty()) {
            throw file.mistake("signatures", raw.id(), "a symptom needs a signature and an example at least");
        }
        List<Signature> signatures = new ArrayList<>();
        for (int i = 0; i < raw.signatures().size(); i++) {
            signatures.add(signature(
                    file, "signatures[" + i + "]", raw, raw.signatures().get(i)));
        }
        return new Symptom(
                raw.id(),
                raw.title(),
                raw.severity(),
                raw.rank(),
                raw.noisy(),
                signatures,
                raw.examples(),
                raw.nearMisses());
    }

    private static Signature signature(SourceFile file, String key, SymptomFile symptom, SymptomFile.Entry raw) {
        if (raw.anchors().isEmpty()) {
            throw file.mistake(key + ".anchors", "anchors", "a signature needs an anchor at least");
        }
        raw.anchors().forEach(anchor -> anchor(file, key + ".anchors", anchor));
        return new Signature(
                symptom.id(),
                raw.anchors(),
                raw.ignoreCase(),
                pattern(file, key + ".pattern", raw),
                raw.beside(),
                raw.needsSign(),
                raw.within(),
                raw.byAddress(),
                raw.members(),
                raw.driver(),
                raw.detail());
    }

    private static void anchor(SourceFile file, String key, String anchor) {
        boolean plain = anchor.chars().allMatch(c -> c >= ' ' && c < 0x7f && UNSAFE_IN_JSON.indexOf(c) < 0);
        if (anchor.length() < Signature.MIN_ANCHOR || !plain) {
            throw file.mistake(
                    key,
                    anchor,
                    "'" + anchor + "' is not an anchor: at least " + Signature.MIN_ANCHOR
                            + " characters of printable ASCII without " + UNSAFE_IN_JSON
                            + ", which JSON may escape");
        }
    }

    /** Without a pattern the anchors themselves are what is looked for. */
    private static LinePattern pattern(SourceFile file, String key, SymptomFile.Entry raw) {
        String text = raw.pattern() != null
                ? raw.pattern()
                : String.join("|", raw.anchors().stream().map(Pattern::quote).toList());
        try {
            LinePattern pattern = LinePattern.compile(text, raw.ignoreCase());
            Set<String> unknown = new TreeSet<>(pattern.names());
            unknown.removeAll(CAPTURES);
            if (!unknown.isEmpty()) {
                throw file.mistake(
                        key,
                        text,
                        "no capture " + unknown + "; allowed: " + String.join(", ", new TreeSet<>(CAPTURES)));
            }
            return pattern;
        } catch (StackOverflowError e) {
            throw file.mistake(key, text, "not a pattern (RE2 syntax): it is nested or repeated too deeply");
        } catch (PatternSyntaxException e) {
            throw file.mistake(key, text, "not a pattern (RE2 syntax): " + e.getMessage());
        }
    }

    private Cause cause(SourceFile file, CauseFile raw) {
        id(file, raw.id());
        known(file, "probes", raw.probes(), FactTypes.ids());
        known(file, "elsewhere", raw.elsewhere(), raw.probes());
        List<Advice.Link> pages = new ArrayList<>();
        for (CauseFile.Page page : raw.pages()) {
            if (!page.read().matches("20[0-9]{2}-[01][0-9]-[0-3][0-9]")
                    || !page.path().matches("[a-z0-9/#_.-]+")) {
                throw file.mistake(
                        "pages",
                        page.path(),
                        "a page needs its path below the documentation's root and the"
                                + " day it was read, e.g. 2026-11-22");
            }
            pages.add(new Advice.Link(page.title(), page.path(), page.read()));
        }
        raw.advice().steps().forEach(step -> step(file, step));
        placeholders(file, "advice.summary", raw.advice().summary(), Placeholders.Use.SENTENCE);
        return new Cause(
                raw.id(),
                raw.title(),
                raw.severity(),
                pages,
                raw.symptoms(),
                raw.probes(),
                raw.elsewhere(),
                deciding(file, "confirm", raw.confirm()),
                conditions(file, "suggest", raw.suggest()),
                deciding(file, "refute", raw.refute()),
                CauseKeys.mutes(file, raw),
                CauseKeys.shared(file, raw.shared()),
                raw.advice().summary(),
                raw.advice().steps().stream().map(CatalogueReader::text).toList());
    }

    private static void known(SourceFile file, String key, List<String> probes, List<String> known) {
        for (String probe : probes) {
            if (!known.contains(probe)) {
                throw file.mistake(key, probe, "no probe '" + probe + "'; known: " + String.join(", ", known));
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
            conditions.add(language.compile(file, key + "[" + i + "].when", all.get(i)));
        }
        return conditions;
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
                    "no placeholder {" + unknown + "}; allowed: " + String.join(", ", Placeholders.names()));
        }
        for (String misplaced : Placeholders.misplaced(text, use)) {
            throw file.mistake(
                    key,
                    text,
                    "{" + misplaced + "} holds what others wrote; it may stand in a sentence, not in a command"
                            + " or where it is copied into one");
        }
    }

    private static void id(SourceFile file, String id) {
        String base = file.name().substring(file.name().lastIndexOf('/') + 1);
        if (!base.equals(id + ".yaml") || !id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw file.mistake(
                    "id", "id:", "'" + id + "' must be the file's name without .yaml: lower case, digits, hyphens");
        }
    }
}
