package dev.mendline.model.journal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What the incident engine reads: the journal's partition order is the order, its broker time the clock. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface JournalRecord
        permits Sighting, Finding, Hint, MergeRequest, MergeResult, CorrelationClaim, CorrelationResult, Command, Tick {
    /** The site that it concerns, the key of its record; null for a tick, which concerns all sites of its partition. */
    @Nullable
    String site();
}
