package dev.mendline.engine.incident;

import dev.mendline.model.Json;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Tick;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reader of journal records. Every reader of the journal skips the same records. */
public final class JournalEntries {
    private JournalEntries() {}

    /**
     * One record of the journal.
     *
     * @return empty for what is no journal record: not JSON, of a type that this version does not know, incomplete, or
     *     without the site that only a tick does without
     */
    public static Optional<JournalRecord> read(@Nullable String site, byte @Nullable [] value) {
        return Json.readIfPossible(value, JournalRecord.class).filter(record -> site != null || record instanceof Tick);
    }
}
