package dev.mendline.engine.incident.state;

import dev.mendline.engine.condition.BlastRadius;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.journal.CorrelationClaim;
import dev.mendline.model.journal.CorrelationResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A claim that stands in a place, and what its incident was told for it.
 *
 * @param parent id of the incident that explains it here; null when none does
 * @param cause that they share; null without a parent
 * @param nearby the number of other sites' deployments that it was told, see {@link BlastRadius#nearby}
 */
public record StandingClaim(
        CorrelationClaim claim,
        @Nullable String parent,
        @Nullable String cause,
        int nearby) {
    public String incident() {
        return claim.incident();
    }

    /** What the evidence says of a cause there; empty when it is ruled out, or something else is confirmed. */
    public Optional<Verdict> verdict(String of) {
        return claim.suspicions().stream()
                .filter(suspicion -> suspicion.cause().equals(of))
                .map(CorrelationClaim.Suspicion::verdict)
                .findFirst();
    }

    /** Whether the cause may well explain it: nothing speaks against it, and nothing speaks more for another. */
    public boolean mayBe(String of) {
        return verdict(of)
                .filter(verdict -> verdict.compareTo(Verdict.POSSIBLE) <= 0 && verdict.compareTo(claim.verdict()) <= 0)
                .isPresent();
    }

    public boolean showsIt(String of) {
        return mayBe(of) && verdict(of).orElseThrow().compareTo(Verdict.LIKELY) <= 0;
    }

    public StandingClaim in(@Nullable String family, @Nullable String shared) {
        return new StandingClaim(claim, family, shared, nearby);
    }

    public StandingClaim beside(int others) {
        return new StandingClaim(claim, parent, cause, others);
    }

    /** As it is told; {@code offset} is where the claim that brought it about stands. */
    public CorrelationResult told(long offset) {
        return new CorrelationResult(
                /* site= */ claim.from(),
                /* from= */ claim.site(),
                claim.incident(),
                claim.episode(),
                parent,
                cause,
                nearby,
                offset);
    }
}
