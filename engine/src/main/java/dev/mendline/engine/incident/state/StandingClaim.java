package dev.mendline.engine.incident.state;

import dev.mendline.engine.condition.BlastRadius;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.journal.CorrelationClaim;
import dev.mendline.model.journal.CorrelationResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Current claim of an incident in a correlation scope, and the last result for it.
 *
 * @param parent id of the incident that explains it in this scope; null when there is none
 * @param cause that they share; null without a parent
 * @param nearby the number of failing deployments of other sites in the last result, see {@link BlastRadius#nearby}
 */
public record StandingClaim(
        CorrelationClaim claim,
        @Nullable String parent,
        @Nullable String cause,
        int nearby) {
    public static StandingClaim of(CorrelationClaim claim) {
        return new StandingClaim(claim, null, null, 0);
    }

    /** Returns the later claim of the same incident; it keeps the result within an episode. */
    public StandingClaim renewed(CorrelationClaim later) {
        return later.episode() == claim.episode() ? new StandingClaim(later, parent, cause, nearby) : of(later);
    }

    public String incident() {
        return claim.incident();
    }

    /** Returns the verdict on a cause; empty when it is refuted, or another one is confirmed. */
    public Optional<Verdict> verdict(String of) {
        return claim.suspicions().stream()
                .filter(suspicion -> suspicion.cause().equals(of))
                .map(CorrelationClaim.Suspicion::verdict)
                .findFirst();
    }

    /** Returns whether the cause may explain the incident: it is not refuted, and no other cause has a better verdict. */
    public boolean mayBe(String of) {
        return verdict(of)
                .filter(verdict -> verdict.compareTo(Verdict.POSSIBLE) <= 0 && verdict.compareTo(claim.verdict()) <= 0)
                .isPresent();
    }

    public boolean showsIt(String of) {
        return mayBe(of) && verdict(of).orElseThrow().compareTo(Verdict.LIKELY) <= 0;
    }

    public StandingClaim withParent(@Nullable String family, @Nullable String shared) {
        return new StandingClaim(claim, family, shared, nearby);
    }

    public StandingClaim withNearby(int others) {
        return new StandingClaim(claim, parent, cause, others);
    }

    /** Returns the result for the incident; {@code offset} is that of the claim that caused it. */
    public CorrelationResult result(long offset) {
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
