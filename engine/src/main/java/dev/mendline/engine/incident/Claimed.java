package dev.mendline.engine.incident;

import dev.mendline.engine.catalog.Radius;
import dev.mendline.model.Adoption;
import dev.mendline.model.Claim;
import dev.mendline.model.Verdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A claim that stands in a place, and what its incident was told for it.
 *
 * @param parent id of the incident that explains it here; null when none does
 * @param cause that they share; null without a parent
 * @param nearby the number of other sites' deployments that it was told, see {@link Radius#nearby}
 */
record Claimed(
        Claim claim, @Nullable String parent, @Nullable String cause, int nearby) {
    /** At most so many are kept in a place. */
    static final int MAX = 500;

    String incident() {
        return claim.incident();
    }

    /** What the evidence says of a cause there; empty when it is ruled out, or something else is confirmed. */
    Optional<Verdict> verdict(String of) {
        return claim.suspicions().stream()
                .filter(suspicion -> suspicion.cause().equals(of))
                .map(Claim.Suspicion::verdict)
                .findFirst();
    }

    /** Whether the cause may well explain it: nothing speaks against it, and nothing speaks more for another. */
    boolean mayBe(String of) {
        return verdict(of)
                .filter(verdict -> verdict.compareTo(Verdict.POSSIBLE) <= 0 && verdict.compareTo(claim.verdict()) <= 0)
                .isPresent();
    }

    boolean showsIt(String of) {
        return mayBe(of) && verdict(of).orElseThrow().compareTo(Verdict.LIKELY) <= 0;
    }

    Claimed in(@Nullable String family, @Nullable String shared) {
        return new Claimed(claim, family, shared, nearby);
    }

    Claimed beside(int others) {
        return new Claimed(claim, parent, cause, others);
    }

    /** As it is told; {@code offset} is where the claim that brought it about stands. */
    Adoption told(long offset) {
        return new Adoption(
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
