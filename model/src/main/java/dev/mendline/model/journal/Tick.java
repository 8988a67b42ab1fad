package dev.mendline.model.journal;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/** Time passes in a journal partition in which something is open; it holds for all sites of the partition. */
@JsonTypeName("tick")
public record Tick(int partition) implements JournalRecord {
    @Override
    public @Nullable String site() {
        return null;
    }
}
