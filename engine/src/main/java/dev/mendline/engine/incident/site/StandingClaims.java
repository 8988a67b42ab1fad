package dev.mendline.engine.incident.site;

import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.StandingClaim;
import dev.mendline.model.journal.CorrelationClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Correlation claims of one scope, in order of arrival; at most {@value Bounds#STANDING_CLAIMS}. */
public final class StandingClaims {
    private final List<StandingClaim> standing;

    StandingClaims(List<StandingClaim> before) {
        standing = new ArrayList<>(before);
    }

    public Optional<StandingClaim> of(String incident) {
        return standing.stream()
                .filter(each -> each.incident().equals(incident))
                .findFirst();
    }

    /** Replaces the claim before it; a new one beyond the limit is not kept. */
    public void take(CorrelationClaim claim) {
        Optional<StandingClaim> known = of(claim.incident());
        if (known.isPresent()) {
            put(known.get().renewed(claim));
        } else if (standing.size() < Bounds.STANDING_CLAIMS) {
            standing.add(StandingClaim.of(claim));
        }
    }

    /** Replaces the claim of the same incident. */
    public void put(StandingClaim claimed) {
        standing.replaceAll(each -> each.incident().equals(claimed.incident()) ? claimed : each);
    }

    public void remove(String incident) {
        standing.removeIf(each -> each.incident().equals(incident));
    }

    public List<StandingClaim> all() {
        return List.copyOf(standing);
    }

    /** Returns the claims that this parent explains. */
    public List<StandingClaim> under(String parent) {
        return standing.stream().filter(each -> parent.equals(each.parent())).toList();
    }
}
