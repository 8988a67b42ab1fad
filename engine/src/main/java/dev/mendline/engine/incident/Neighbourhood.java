package dev.mendline.engine.incident;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.model.Adoption;
import dev.mendline.model.Claim;
import dev.mendline.model.Reach;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A place in which incidents of several sites may share a cause: a zone, or a project of Atlas. It is a key of the journal
 * like a site, hears the claims of those who belong there, and answers each of them only when something changed for it.
 */
final class Neighbourhood {
    private static final List<Integer> TOLD_AT = List.of(1, 2, 3, 5, 10, 20, 50, 100, 200, 500);

    private final Parents parents;

    Neighbourhood(Catalog catalog, EngineSettings settings, Flapping flapping) {
        this.parents = new Parents(catalog, settings, flapping);
    }

    void hear(Turn turn, Claim claim) {
        Optional<Claimed> before = turn.claims.of(claim.incident());
        boolean news = before.map(known -> isNews(known.claim(), claim)).orElse(claim.open());
        if (!news) {
            return;
        }
        turn.forget();
        List<Claimed> told = turn.claims.all();
        if (claim.open()) {
            turn.claims.take(claim);
        } else {
            turn.claims.remove(claim.incident());
        }
        parents.weigh(turn, before.orElse(null), claim);
        if (Reach.ZONE.isPlace(claim.site())) {
            count(turn.claims);
        }
        answer(turn, told);
        if (!Reach.ZONE.isPlace(claim.site()) && claim.suspicions().isEmpty()) {
            turn.claims.remove(claim.incident());
        }
    }

    private static boolean isNews(Claim known, Claim claim) {
        return claim.offset() > known.offset() && !Claimant.gist(known).equals(Claimant.gist(claim));
    }

    /** How many fail beside each, in steps, so that twenty who fail at once do not tell each other twenty times. */
    private static void count(Claims claims) {
        TreeSet<String> all = new TreeSet<>();
        Map<String, TreeSet<String>> bySite = new TreeMap<>();
        claims.all().forEach(each -> {
            all.add(each.claim().target());
            bySite.computeIfAbsent(each.claim().from(), site -> new TreeSet<>())
                    .add(each.claim().target());
        });
        for (Claimed each : claims.all()) {
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

    private static void answer(Turn turn, List<Claimed> told) {
        Map<String, Adoption> before = new TreeMap<>();
        told.forEach(each -> before.put(each.incident() + "/" + each.claim().episode(), each.told(0)));
        for (Claimed now : turn.claims.all()) {
            Adoption nothing = new Claimed(now.claim(), null, null, 0).told(0);
            Adoption known =
                    before.getOrDefault(now.incident() + "/" + now.claim().episode(), nothing);
            if (!now.told(0).equals(known)) {
                turn.write(now.told(turn.position.offset()));
            }
        }
    }
}
