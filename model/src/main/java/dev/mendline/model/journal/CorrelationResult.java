package dev.mendline.model.journal;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answer of a place to an incident that sent a claim: its parent and the number of failing deployments nearby. It
 * replaces the previous answer of the same place; a repeated answer changes nothing.
 *
 * @param site site of the incident
 * @param from place that answers, {@code zone:NAME} or {@code project:SITE}
 * @param episode number of the incident's opening
 * @param parent id of the incident that explains it and others; null if there is none
 * @param cause shared cause, an id of the catalog; null without a parent
 * @param nearby minimum number of failing deployments of other sites; sent at 1, 2, 3, 5, 10, 20, 50, …
 * @param offset offset of the claim that triggered the answer; a later answer has a higher one
 */
@JsonTypeName("correlation-result")
public record CorrelationResult(
        String site,
        String from,
        String incident,
        int episode,
        @Nullable String parent,
        @Nullable String cause,
        int nearby,
        long offset)
        implements JournalRecord {

    public CorrelationResult {
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(incident, "incident");
        if (nearby < 0) {
            throw new IllegalArgumentException("nearby is 0 at least");
        }
    }
}
