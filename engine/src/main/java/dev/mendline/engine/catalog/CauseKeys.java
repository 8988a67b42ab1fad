package dev.mendline.engine.catalog;

import dev.mendline.engine.condition.Condition;
import dev.mendline.model.incident.SharedScope;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks of a cause's references to others: suppressed symptoms and shared scope. */
final class CauseKeys {
    private CauseKeys() {}

    /** Returns the suppressed symptoms; an error if the cause has no confirm condition. */
    static List<String> mutes(SourceFile file, CauseFile raw) {
        if (!raw.mutes().isEmpty() && raw.confirm().isEmpty()) {
            throw file.mistake(
                    "mutes", "mutes", "mutes needs a confirm condition: only a confirmed cause suppresses symptoms");
        }
        return raw.mutes();
    }

    static @Nullable SharedScope shared(SourceFile file, @Nullable String raw) {
        if (raw == null) {
            return null;
        }
        return Stream.of(SharedScope.ZONE, SharedScope.PROJECT)
                .filter(reach -> reach.word().equals(raw))
                .findFirst()
                .orElseThrow(() -> file.mistake("shared", raw, "'" + raw + "' must be zone or project"));
    }

    /** Checks that a confirm or refute condition does not rest only on other failures or on other zones. */
    static void decides(SourceFile file, String key, CauseFile.When raw, Condition condition) {
        if (condition.asksElsewhereOnly()) {
            throw file.mistake(
                    key,
                    raw.when(),
                    "uses only findings of other zones, which cannot decide; also use findings of the services' own"
                            + " zone, or move the condition to suggest");
        }
        if (condition.asksWhatElseFails() && condition.probes().isEmpty()) {
            throw file.mistake(
                    key,
                    raw.when(),
                    "uses only other failures, which cannot decide; also use a probe, or move the condition to suggest");
        }
    }
}
