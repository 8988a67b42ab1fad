package dev.mendline.model.journal;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Objects;

/**
 * Answer to {@link MergeRequest}: the other incident now includes this one's counts.
 *
 * @param site site of the merged incident
 * @param incident id of the merged incident
 * @param into id of the incident into which it was merged
 * @param target deployment of both
 */
@JsonTypeName("merge-result")
public record MergeResult(String site, String incident, String into, String target) implements JournalRecord {
    public MergeResult {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(incident, "incident");
        Objects.requireNonNull(into, "into");
        Objects.requireNonNull(target, "target");
    }
}
