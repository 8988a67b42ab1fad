package dev.mendline.model.journal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** Record that the incident engine reads. The order is that of the journal partition, the clock its broker time. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface JournalRecord
        permits Sighting, Finding, Hint, MergeRequest, MergeResult, CorrelationClaim, CorrelationResult, Command, Tick {
    /** Returns the site, which is the record's key; null for a tick, which applies to all sites of its partition. */
    @Nullable
    String site();
}
