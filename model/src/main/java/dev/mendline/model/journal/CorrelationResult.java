package dev.mendline.model.journal;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a place tells an incident that claimed something there: whether a parent explains it, and how many fail nearby. It
 * takes the place of what the same place told before; one that comes twice changes nothing.
 *
 * @param site of the incident
 * @param from the place that tells it, {@code zone:NAME} or {@code project:SITE}
 * @param incident id of the one that it is told to
 * @param episode which of its openings is meant
 * @param parent id of the incident that explains it and others; null when there is none, or none any more
 * @param cause the one that they share, an id of the catalog; null without a parent
 * @param nearby at least so many deployments of other sites fail from there now; told at 1, 2, 3, 5, 10, 20, 50, …
 * @param offset of the claim that brought it about; what comes later has a higher one
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
