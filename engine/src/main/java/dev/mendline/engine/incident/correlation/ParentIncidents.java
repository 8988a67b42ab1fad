package dev.mendline.engine.incident.correlation;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.lifecycle.FlappingPolicy;
import dev.mendline.engine.incident.site.Ids;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.StandingClaim;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.journal.CorrelationClaim;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The life of parents in one place: one opens when several deployments may share a cause that shows itself at one of them
 * at least, takes in whoever comes later, lets go whom something else explains, and is over when all of them are.
 */
final class ParentIncidents {
    private static final int NAMED = 3;

    private final EngineSettings settings;
    private final FlappingPolicy flapping;
    private final ParentSummary portrait;
    private final String catalog;

    ParentIncidents(Catalog catalog, EngineSettings settings, FlappingPolicy flapping) {
        this.settings = settings;
        this.flapping = flapping;
        this.portrait = new ParentSummary(catalog);
        this.catalog = catalog.hash();
    }

    /** Whom a claim concerns: the parent that explained it so far, and those of the causes that may. */
    void weigh(SiteTransaction turn, @Nullable StandingClaim before, CorrelationClaim claim) {
        LinkedHashSet<String> causes = new LinkedHashSet<>();
        if (before != null && before.cause() != null) {
            causes.add(before.cause());
        }
        claim.suspicions().stream()
                .map(CorrelationClaim.Suspicion::cause)
                .sorted()
                .forEach(causes::add);
        causes.forEach(cause -> tend(turn, cause, claim));
    }

    private void tend(SiteTransaction turn, String cause, CorrelationClaim claim) {
        Optional<IncidentState> known = turn.cases.stream()
                .filter(file -> file.common() != null && file.common().cause().equals(cause))
                .findFirst();
        if (known.filter(IncidentState::open).isPresent()) {
            goOn(turn, IncidentEditor.of(known.get()), cause, claim);
        } else if (begins(turn, cause)) {
            begin(turn, known.orElse(null), cause);
        }
    }

    private boolean begins(SiteTransaction turn, String cause) {
        List<StandingClaim> able = able(turn, cause);
        return able.stream().map(each -> each.claim().target()).distinct().count() >= settings.correlation().sharedFrom()
                && able.stream().anyMatch(each -> each.showsIt(cause));
    }

    /** Whom nobody explains as yet, and this cause may. */
    private static List<StandingClaim> able(SiteTransaction turn, String cause) {
        return turn.claims.all().stream()
                .filter(each -> each.mayBe(cause))
                .filter(each -> Optional.ofNullable(each.parent())
                        .flatMap(turn::byId)
                        .filter(IncidentState::open)
                        .isEmpty())
                .toList();
    }

    private void begin(SiteTransaction turn, @Nullable IncidentState known, String cause) {
        List<StandingClaim> able = able(turn, cause);
        Verdict best = able.stream()
                .map(each -> each.verdict(cause).orElseThrow())
                .min(Enum::compareTo)
                .orElseThrow();
        List<StandingClaim> first = able.stream()
                .filter(each -> each.verdict(cause).orElseThrow() == best)
                .toList();
        Params trigger = Params.of("cause", cause)
                .and("verdict", best.word())
                .and("deployments", names(first))
                .and("candidates", able.size());
        IncidentEditor draft;
        if (known == null) {
            draft = IncidentEditor.parent(
                    Ids.parent(turn.site, cause, turn.position),
                    turn.site,
                    cause,
                    turn.at,
                    catalog,
                    turn.previous(cause).orElse(null));
            draft.timeline.add(turn.at, TimelineKind.OPENED, trigger);
        } else {
            draft = IncidentEditor.of(known);
            draft.reopen(turn.at, trigger);
            flapping.reopened(draft, turn.at);
            flapping.judge(draft, turn.at);
        }
        adopt(turn, draft, cause, able);
        portrait.paint(draft, cause, turn.claims.under(draft.id));
        turn.file(draft, true);
    }

    private static void adopt(SiteTransaction turn, IncidentEditor draft, String cause, List<StandingClaim> able) {
        if (!able.isEmpty()) {
            able.forEach(each -> turn.claims.put(each.in(draft.id, cause)));
            draft.timeline.add(turn.at, TimelineKind.CHILDREN_ADDED, Params.of("deployments", names(able)));
            draft.stale = true;
        }
    }

    private void goOn(SiteTransaction turn, IncidentEditor draft, String cause, CorrelationClaim claim) {
        turn.claims
                .of(claim.incident())
                .filter(each ->
                        draft.id.equals(each.parent()) && each.verdict(cause).isEmpty())
                .ifPresent(each -> release(turn, draft, each));
        adopt(turn, draft, cause, able(turn, cause));
        List<StandingClaim> children = turn.claims.under(draft.id);
        draft.stale = true;
        if (children.isEmpty()) {
            draft.resolve(turn.at);
            draft.timeline.add(turn.at, TimelineKind.RESOLVED, Params.NONE);
            turn.file(draft, true);
        } else {
            turn.file(draft, portrait.paint(draft, cause, children));
        }
    }

    private static void release(SiteTransaction turn, IncidentEditor draft, StandingClaim child) {
        turn.claims.put(child.in(null, null));
        draft.timeline.add(
                turn.at,
                TimelineKind.CHILD_REMOVED,
                Params.of("deployment", child.claim().target()));
    }

    private static String names(List<StandingClaim> some) {
        String first =
                some.stream().limit(NAMED).map(each -> each.claim().target()).collect(Collectors.joining(", "));
        return some.size() > NAMED ? first + " and " + (some.size() - NAMED) + " more" : first;
    }
}
