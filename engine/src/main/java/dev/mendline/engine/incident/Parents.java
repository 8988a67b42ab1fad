package dev.mendline.engine.incident;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.model.Claim;
import dev.mendline.model.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The life of parents in one place: one opens when several deployments may share a cause that shows itself at one of them
 * at least, takes in whoever comes later, lets go whom something else explains, and is over when all of them are.
 */
final class Parents {
    private static final int NAMED = 3;

    private final EngineSettings settings;
    private final Flapping flapping;
    private final Portrait portrait;
    private final String catalog;

    Parents(Catalog catalog, EngineSettings settings, Flapping flapping) {
        this.settings = settings;
        this.flapping = flapping;
        this.portrait = new Portrait(catalog);
        this.catalog = catalog.hash();
    }

    /** Whom a claim concerns: the parent that explained it so far, and those of the causes that may. */
    void weigh(Turn turn, @Nullable Claimed before, Claim claim) {
        LinkedHashSet<String> causes = new LinkedHashSet<>();
        if (before != null && before.cause() != null) {
            causes.add(before.cause());
        }
        claim.suspicions().stream().map(Claim.Suspicion::cause).sorted().forEach(causes::add);
        causes.forEach(cause -> tend(turn, cause, claim));
    }

    private void tend(Turn turn, String cause, Claim claim) {
        Optional<CaseFile> known = turn.cases.stream()
                .filter(file -> file.common() != null && file.common().cause().equals(cause))
                .findFirst();
        if (known.filter(CaseFile::open).isPresent()) {
            goOn(turn, Draft.of(known.get()), cause, claim);
        } else if (begins(turn, cause)) {
            begin(turn, known.orElse(null), cause);
        }
    }

    private boolean begins(Turn turn, String cause) {
        List<Claimed> able = able(turn, cause);
        return able.stream().map(each -> each.claim().target()).distinct().count() >= settings.sharedFrom()
                && able.stream().anyMatch(each -> each.showsIt(cause));
    }

    /** Whom nobody explains as yet, and this cause may. */
    private static List<Claimed> able(Turn turn, String cause) {
        return turn.claims.all().stream()
                .filter(each -> each.mayBe(cause))
                .filter(each -> Optional.ofNullable(each.parent())
                        .flatMap(turn::byId)
                        .filter(CaseFile::open)
                        .isEmpty())
                .toList();
    }

    private void begin(Turn turn, @Nullable CaseFile known, String cause) {
        List<Claimed> able = able(turn, cause);
        Verdict best = able.stream()
                .map(each -> each.verdict(cause).orElseThrow())
                .min(Enum::compareTo)
                .orElseThrow();
        String why = cause + " is " + best.word() + " for "
                + names(able.stream()
                        .filter(each -> each.verdict(cause).orElseThrow() == best)
                        .toList())
                + ", and " + able.size() + " deployments may share it";
        Draft draft;
        if (known == null) {
            draft = Draft.parent(
                    Ids.parent(turn.site, cause, turn.position),
                    turn.site,
                    cause,
                    turn.at,
                    catalog,
                    turn.previous(cause).orElse(null));
            draft.timeline.note(turn.at, "opened, for " + why);
        } else {
            draft = Draft.of(known);
            draft.reopen(turn.at, ", for " + why);
            flapping.reopened(draft, turn.at);
            flapping.judge(draft, turn.at);
        }
        adopt(turn, draft, cause, able);
        portrait.paint(draft, cause, turn.claims.under(draft.id));
        turn.file(draft, true);
    }

    private static void adopt(Turn turn, Draft draft, String cause, List<Claimed> able) {
        if (!able.isEmpty()) {
            able.forEach(each -> turn.claims.put(each.in(draft.id, cause)));
            draft.timeline.note(turn.at, "explains " + names(able));
            draft.stale = true;
        }
    }

    private void goOn(Turn turn, Draft draft, String cause, Claim claim) {
        turn.claims
                .of(claim.incident())
                .filter(each ->
                        draft.id.equals(each.parent()) && each.verdict(cause).isEmpty())
                .ifPresent(each -> release(turn, draft, each));
        adopt(turn, draft, cause, able(turn, cause));
        List<Claimed> children = turn.claims.under(draft.id);
        draft.stale = true;
        if (children.isEmpty()) {
            draft.resolve(turn.at);
            draft.timeline.note(turn.at, "resolved: it explains nothing any more that is open");
            turn.file(draft, true);
        } else {
            turn.file(draft, portrait.paint(draft, cause, children));
        }
    }

    private static void release(Turn turn, Draft draft, Claimed child) {
        turn.claims.put(child.in(null, null));
        draft.timeline.note(turn.at, "does not explain " + child.claim().target() + ", as its own evidence says");
    }

    private static String names(List<Claimed> some) {
        String first =
                some.stream().limit(NAMED).map(each -> each.claim().target()).collect(Collectors.joining(", "));
        return some.size() > NAMED ? first + " and " + (some.size() - NAMED) + " more" : first;
    }
}
