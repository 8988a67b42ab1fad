package dev.mendline.engine.incident;

import dev.mendline.model.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The claims that stand in a place, in the order in which they came; at most {@value Claimed#MAX}. */
final class Claims {
    private final List<Claimed> standing;

    Claims(List<Claimed> before) {
        standing = new ArrayList<>(before);
    }

    Optional<Claimed> of(String incident) {
        return standing.stream()
                .filter(each -> each.incident().equals(incident))
                .findFirst();
    }

    /** Takes a claim in the place of the one before it; a new one beyond what there is room for is not kept. */
    void take(Claim claim) {
        Optional<Claimed> before = of(claim.incident());
        if (before.isPresent()) {
            Claimed known = before.get();
            boolean same = known.claim().episode() == claim.episode();
            put(
                    same
                            ? new Claimed(claim, known.parent(), known.cause(), known.nearby())
                            : new Claimed(claim, null, null, 0));
        } else if (standing.size() < Claimed.MAX) {
            standing.add(new Claimed(claim, null, null, 0));
        }
    }

    /** In the place of what is known of the same incident. */
    void put(Claimed claimed) {
        standing.replaceAll(each -> each.incident().equals(claimed.incident()) ? claimed : each);
    }

    void remove(String incident) {
        standing.removeIf(each -> each.incident().equals(incident));
    }

    List<Claimed> all() {
        return List.copyOf(standing);
    }

    /** Those that this parent explains. */
    List<Claimed> under(String parent) {
        return standing.stream().filter(each -> parent.equals(each.parent())).toList();
    }
}
