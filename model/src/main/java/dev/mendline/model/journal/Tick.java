package dev.mendline.model.journal;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/** Progress of time in a journal partition with open incidents; applies to all sites of the partition. */
@JsonTypeName("tick")
public record Tick(int partition) implements JournalRecord {
    @Override
    public @Nullable String site() {
        return null;
    }
}
