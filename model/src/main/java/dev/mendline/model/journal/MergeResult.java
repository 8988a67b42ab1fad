package dev.mendline.model.journal;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Objects;

/**
 * The answer to {@link MergeRequest}: from now on the other incident counts what this one counted.
 *
 * @param site whose incident was taken over
 * @param incident id of it
 * @param into id of the one that took it over
 * @param target the deployment that both are about
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
