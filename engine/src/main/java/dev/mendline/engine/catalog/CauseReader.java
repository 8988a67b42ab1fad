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

    Cause cause(FileCheck file, CauseFile raw) {
        file.requireKnown("probes", "probe", raw.probes(), PROBES);
        file.requireKnown("elsewhere", "probe", raw.elsewhere(), raw.probes());
        for (int i = 0; i < raw.pages().size(); i++) {
            requirePage(file, "pages[" + i + "]", raw.pages().get(i));
        }
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

    private static void requirePage(FileCheck file, String key, CauseFile.Page page) {
        file.require(
                page.read().matches("20[0-9]{2}-[01][0-9]-[0-3][0-9]")
                        && page.path().matches("[a-z0-9/#_.-]+"),
                key,
                page.path(),
                "a page needs a path relative to the documentation's root and the day on which it was read, e.g."
                        + " 2026-11-22");
    }

    private static @Nullable SharedScope shared(FileCheck file, @Nullable String raw) {
        if (raw == null) {
            return null;
        }
        SharedScope shared = Stream.of(SharedScope.ZONE, SharedScope.PROJECT)
                .filter(scope -> scope.word().equals(raw))
                .findFirst()
                .orElse(null);
        file.require(shared != null, "shared", raw, "'" + raw + "' must be zone or project");
        return shared;
    }

    /** Returns conditions that do not rest only on other failures or on other zones. */
    private List<Condition> deciding(FileCheck file, String key, List<CauseFile.When> all) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Condition condition = condition(file, key, i, all.get(i));
            if (condition != null) {
                requireDeciding(file, key + "[" + i + "].when", condition);
                conditions.add(condition);
            }
        }
        return conditions;
    }

    private static void requireDeciding(FileCheck file, String path, Condition condition) {
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

    private List<Condition> conditions(FileCheck file, String key, List<CauseFile.When> all) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Condition condition = condition(file, key, i, all.get(i));
            if (condition != null) {
                conditions.add(condition);
            }
        }
        return conditions;
    }

    private @Nullable Condition condition(FileCheck file, String key, int index, CauseFile.When raw) {
        requirePlaceholders(file, key, raw.because(), Placeholders.Use.SENTENCE);
        return condition(file, key + "[" + index + "].when", raw.when(), raw.because());
    }

    /** Compiles a condition; an invalid one is a mistake and null. */
    @Nullable
    Condition condition(FileCheck file, String key, String when, String because) {
        try {
            return language.compile(when, because);
        } catch (IllegalArgumentException e) {
            file.add(key, when, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static String text(CauseFile.Step step) {
        return step.what()
                + (step.copy() == null ? "" : "\n" + step.copy())
                + (step.unix() == null ? "" : Placeholders.UNIX_LINE + step.unix())
                + (step.windows() == null ? "" : Placeholders.WINDOWS_LINE + step.windows());
    }

    private static void requirePlaceholders(FileCheck file, CauseFile.Step step) {
        requirePlaceholders(file, "advice", step.what(), Placeholders.Use.SENTENCE);
        requirePlaceholders(file, "advice.copy", step.copy(), Placeholders.Use.COPY);
        requirePlaceholders(file, "advice.unix", step.unix(), Placeholders.Use.UNIX);
        requirePlaceholders(file, "advice.windows", step.windows(), Placeholders.Use.WINDOWS);
    }

    private static void requirePlaceholders(FileCheck file, String key, @Nullable String text, Placeholders.Use use) {
        if (text != null) {
            Placeholders.require(file, key, text, use);
        }
    }
}
