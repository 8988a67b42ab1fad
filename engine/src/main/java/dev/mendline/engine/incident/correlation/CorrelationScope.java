package dev.mendline.engine.incident.correlation;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.lifecycle.LifecyclePolicy;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.site.StandingClaims;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.StandingClaim;
import dev.mendline.model.incident.SharedScope;
import dev.mendline.model.journal.CorrelationClaim;
import dev.mendline.model.journal.CorrelationResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Handler of correlation claims. A scope is a zone or an Atlas project in which incidents of several sites may share a
 * cause. It is a key of the journal like a site, and writes a result to an incident whenever its result changes.
 */
public final class CorrelationScope {
    private static final List<Integer> NEARBY_STEPS = List.of(1, 2, 3, 5, 10, 20, 50, 100, 200, 500);

    private final ParentIncidents parents;

    public CorrelationScope(Catalog catalog, EngineSettings settings, LifecyclePolicy lifecycle) {
        this.parents = new ParentIncidents(catalog, settings, lifecycle);
    }

    public void handle(SiteTransaction transaction, CorrelationClaim claim) {
        Optional<StandingClaim> before = transaction.claims().of(claim.incident());
        boolean news = before.map(known -> isNews(known.claim(), claim)).orElse(claim.open());
        if (!news) {
            return;
        }
        transaction.retire();
        List<StandingClaim> earlier = transaction.claims().all();
        if (claim.open()) {
            transaction.claims().take(claim);
        } else {
            transaction.claims().remove(claim.incident());
        }
        parents.handle(transaction, before.orElse(null), claim);
        if (SharedScope.ZONE.isPlace(claim.site())) {
            count(transaction.claims());
        }
        answer(transaction, earlier);
        if (!SharedScope.ZONE.isPlace(claim.site()) && claim.suspicions().isEmpty()) {
            transaction.claims().remove(claim.incident());
        }
    }

    private static boolean isNews(CorrelationClaim known, CorrelationClaim claim) {
        return claim.offset() > known.offset() && !known.withoutCounts().equals(claim.withoutCounts());
    }

    /** Updates the number of deployments that fail nearby, in steps, so that 20 that fail at once get few results each. */
    private static void count(StandingClaims claims) {
        Map<String, Set<String>> bySite = claims.all().stream()
                .map(StandingClaim::claim)
                .collect(Collectors.groupingBy(
                        CorrelationClaim::from, Collectors.mapping(CorrelationClaim::target, Collectors.toSet())));
        long all = bySite.values().stream().flatMap(Set::stream).distinct().count();
        for (StandingClaim each : claims.all()) {
            int own = bySite.getOrDefault(each.claim().from(), Set.of()).size();
            int level = level((int) all - own, each.nearby());
            if (level != each.nearby()) {
                claims.put(each.withNearby(level));
            }
        }
    }

    /** Returns the next step up, or the step below half of the last one. */
    private static int level(int others, int last) {
        int level = NEARBY_STEPS.stream()
                .filter(step -> step <= others)
                .reduce((low, high) -> high)
                .orElse(0);
        return level > last || level * 2 <= last ? level : last;
    }

    private static void answer(SiteTransaction transaction, List<StandingClaim> earlier) {
        Map<String, CorrelationResult> before = new TreeMap<>();
        earlier.forEach(each -> before.put(each.incident() + "/" + each.claim().episode(), each.result(0)));
        for (StandingClaim now : transaction.claims().all()) {
            CorrelationResult nothing = StandingClaim.of(now.claim()).result(0);
            CorrelationResult known =
                    before.getOrDefault(now.incident() + "/" + now.claim().episode(), nothing);
            if (!now.result(0).equals(known)) {
                transaction.write(now.result(transaction.position().offset()));
            }
        }
    }
}
