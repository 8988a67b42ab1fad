package dev.mendline.engine.catalog;

import dev.mendline.engine.condition.Condition;
import dev.mendline.engine.condition.ConditionLanguage;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.incident.Advice;
import dev.mendline.model.incident.SharedScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reader of causes. It reports every mistake that one can contain, except references to unknown symptoms. */
final class CauseReader {
    static final List<String> PROBES =
            Arrays.stream(ProbeKind.values()).map(ProbeKind::id).toList();

    private final ConditionLanguage language = new ConditionLanguage();

    Cause cause(SourceFile file, CauseFile raw) {
        file.requireKnown("probes", "probe", raw.probes(), PROBES);
        file.requireKnown("elsewhere", "probe", raw.elsewhere(), raw.probes());
        raw.pages().forEach(page -> requirePage(file, page));
        raw.advice().steps().forEach(step -> requirePlaceholders(file, step));
        requirePlaceholders(file, "advice.summary", raw.advice().summary(), Placeholders.Use.SENTENCE);
        file.require(
                raw.mutes().isEmpty() || !raw.confirm().isEmpty(),
                "mutes",
                "mutes",
                "mutes needs a confirm condition: only a confirmed cause suppresses symptoms");
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
                raw.mutes(),
                shared(file, raw.shared()),
                new Cause.Guidance(
                        raw.pages().stream()
                                .map(page -> new Advice.Link(page.title(), page.path(), page.read()))
                                .toList(),
                        raw.advice().summary(),
                        raw.advice().steps().stream().map(CauseReader::text).toList()));
    }

    private static void requirePage(SourceFile file, CauseFile.Page page) {
        file.require(
                page.read().matches("20[0-9]{2}-[01][0-9]-[0-3][0-9]")
                        && page.path().matches("[a-z0-9/#_.-]+"),
                "pages",
                page.path(),
                "a page needs a path relative to the documentation's root and the day on which it was read, e.g."
                        + " 2026-11-22");
    }

    private static @Nullable SharedScope shared(SourceFile file, @Nullable String raw) {
        if (raw == null) {
            return null;
        }
        return Stream.of(SharedScope.ZONE, SharedScope.PROJECT)
                .filter(scope -> scope.word().equals(raw))
                .findFirst()
                .orElseThrow(() -> file.mistake("shared", raw, "'" + raw + "' must be zone or project"));
    }

    /** Returns conditions that do not rest only on other failures or on other zones. */
    private List<Condition> deciding(SourceFile file, String key, List<CauseFile.When> all) {
        List<Condition> conditions = conditions(file, key, all);
        for (int i = 0; i < conditions.size(); i++) {
            Condition condition = conditions.get(i);
            String path = key + "[" + i + "].when";
            file.require(
                    !condition.asksElsewhereOnly(),
                    path,
                    condition.when(),
                    "uses only findings of other zones, which cannot decide; also use findings of the services' own"
                            + " zone, or move the condition to suggest");
            file.require(
                    !condition.asksWhatElseFails() || !condition.probes().isEmpty(),
                    path,
                    condition.when(),
                    "uses only other failures, which cannot decide; also use a probe, or move the condition to suggest");
        }
        return conditions;
    }

    private List<Condition> conditions(SourceFile file, String key, List<CauseFile.When> all) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            CauseFile.When raw = all.get(i);
            requirePlaceholders(file, key, raw.because(), Placeholders.Use.SENTENCE);
            conditions.add(condition(file, key + "[" + i + "].when", raw.when(), raw.because()));
        }
        return conditions;
    }

    /** Compiles a condition; an invalid one is a mistake. */
    Condition condition(SourceFile file, String key, String when, String because) {
        try {
            return language.compile(when, because);
        } catch (IllegalArgumentException e) {
            throw file.mistake(key, when, String.valueOf(e.getMessage()));
        }
    }

    private static String text(CauseFile.Step step) {
        return step.what()
                + (step.copy() == null ? "" : "\n" + step.copy())
                + (step.unix() == null ? "" : Placeholders.UNIX_LINE + step.unix())
                + (step.windows() == null ? "" : Placeholders.WINDOWS_LINE + step.windows());
    }

    private static void requirePlaceholders(SourceFile file, CauseFile.Step step) {
        requirePlaceholders(file, "advice", step.what(), Placeholders.Use.SENTENCE);
        requirePlaceholders(file, "advice.copy", step.copy(), Placeholders.Use.COPY);
        requirePlaceholders(file, "advice.unix", step.unix(), Placeholders.Use.UNIX);
        requirePlaceholders(file, "advice.windows", step.windows(), Placeholders.Use.WINDOWS);
    }

    private static void requirePlaceholders(SourceFile file, String key, @Nullable String text, Placeholders.Use use) {
        if (text != null) {
            Placeholders.require(file, key, text, use);
        }
    }
}
