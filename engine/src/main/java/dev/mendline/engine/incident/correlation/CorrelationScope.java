package dev.mendline.engine.incident.correlation;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.lifecycle.FlappingPolicy;
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
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A place in which incidents of several sites may share a cause: a zone, or a project of Atlas. It is a key of the journal
 * like a site, hears the claims of those who belong there, and answers each of them only when something changed for it.
 */
public final class CorrelationScope {
    private static final List<Integer> TOLD_AT = List.of(1, 2, 3, 5, 10, 20, 50, 100, 200, 500);

    private final ParentIncidents parents;

    public CorrelationScope(Catalog catalog, EngineSettings settings, FlappingPolicy flapping) {
        this.parents = new ParentIncidents(catalog, settings, flapping);
    }

    public void hear(SiteTransaction turn, CorrelationClaim claim) {
        Optional<StandingClaim> before = turn.claims.of(claim.incident());
        boolean news = before.map(known -> isNews(known.claim(), claim)).orElse(claim.open());
        if (!news) {
            return;
        }
        turn.forget();
        List<StandingClaim> told = turn.claims.all();
        if (claim.open()) {
            turn.claims.take(claim);
        } else {
            turn.claims.remove(claim.incident());
        }
        parents.weigh(turn, before.orElse(null), claim);
        if (SharedScope.ZONE.isPlace(claim.site())) {
            count(turn.claims);
        }
        answer(turn, told);
        if (!SharedScope.ZONE.isPlace(claim.site()) && claim.suspicions().isEmpty()) {
            turn.claims.remove(claim.incident());
        }
    }

    private static boolean isNews(CorrelationClaim known, CorrelationClaim claim) {
        return claim.offset() > known.offset()
                && !CorrelationPublisher.gist(known).equals(CorrelationPublisher.gist(claim));
    }

    /** How many fail beside each, in steps, so that twenty who fail at once do not tell each other twenty times. */
    private static void count(StandingClaims claims) {
        TreeSet<String> all = new TreeSet<>();
        Map<String, TreeSet<String>> bySite = new TreeMap<>();
        claims.all().forEach(each -> {
            all.add(each.claim().target());
            bySite.computeIfAbsent(each.claim().from(), site -> new TreeSet<>())
                    .add(each.claim().target());
        });
        for (StandingClaim each : claims.all()) {
            TreeSet<String> own = bySite.getOrDefault(each.claim().from(), new TreeSet<>());
            int level = level(all.size() - own.size(), each.nearby());
            if (level != each.nearby()) {
                claims.put(each.beside(level));
            }
        }
    }

    /** Up at each step, down when it is half of what was told. */
    private static int level(int others, int told) {
        int level = TOLD_AT.stream()
                .filter(step -> step <= others)
                .reduce((low, high) -> high)
                .orElse(0);
        return level > told || level * 2 <= told ? level : told;
    }

    private static void answer(SiteTransaction turn, List<StandingClaim> told) {
        Map<String, CorrelationResult> before = new TreeMap<>();
        told.forEach(each -> before.put(each.incident() + "/" + each.claim().episode(), each.told(0)));
        for (StandingClaim now : turn.claims.all()) {
            CorrelationResult nothing = new StandingClaim(now.claim(), null, null, 0).told(0);
            CorrelationResult known =
                    before.getOrDefault(now.incident() + "/" + now.claim().episode(), nothing);
            if (!now.told(0).equals(known)) {
                turn.write(now.told(turn.position.offset()));
            }
        }
    }
}
