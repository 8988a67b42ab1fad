package dev.mendline.model.journal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.mendline.model.facts.Facts;
import dev.mendline.model.probe.GuardRefusal;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.Reason;
import dev.mendline.model.probe.Vantage;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Result of one probe. A second finding of the same request changes nothing.
 *
 * @param request id of the request that it answers
 * @param target deployment's name as in the request
 * @param node observed node; null for the whole deployment
 * @param reason null only for a pass
 * @param facts null if nothing was observed
 * @param at start of the probe, by the worker's clock; display only
 * @param transcript steps as with {@code dig}, {@code nc} and the like; no secrets
 * @param refusals refusals of the guard; empty if it allowed the probe
 */
@JsonTypeName("finding")
public record Finding(
        String request,
        String site,
        String target,
        String probe,
        @Nullable Node node,
        Outcome.Kind outcome,
        @Nullable Reason reason,

        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXTERNAL_PROPERTY, property = "probe")
        @Nullable
        Facts facts,

        Instant at,
        long millis,
        Vantage vantage,
        List<String> transcript,
        List<GuardRefusal> refusals)
        implements JournalRecord {
    public Finding {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(site, "site");
        Objects.requireNonNull(probe, "probe");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(vantage, "vantage");
        transcript = List.copyOf(transcript);
        refusals = List.copyOf(refusals);
        if ((outcome == Outcome.Kind.PASSED) != (reason == null)) {
            throw new IllegalArgumentException("a reason stands with every outcome but a pass");
        }
    }
}
