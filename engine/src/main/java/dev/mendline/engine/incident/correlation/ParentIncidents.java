package dev.mendline.engine.incident.correlation;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.lifecycle.LifecyclePolicy;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.StandingClaim;
import dev.mendline.engine.incident.timeline.NameList;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.journal.CorrelationClaim;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parent incidents of one correlation scope. One opens when several deployments may share a cause that is likely for at
 * least one of them. It takes in later ones, releases those that something else explains, and resolves with the last.
 */
final class ParentIncidents {
    private static final int NAMED = 3;

    private final EngineSettings settings;
    private final LifecyclePolicy lifecycle;
    private final ParentSummary summary;

    ParentIncidents(Catalog catalog, EngineSettings settings, LifecyclePolicy lifecycle) {
        this.settings = settings;
        this.lifecycle = lifecycle;
        this.summary = new ParentSummary(catalog);
    }

    /** Updates the parent that explained a claim so far, and those of the causes that may explain it. */
    void handle(SiteTransaction transaction, @Nullable StandingClaim before, CorrelationClaim claim) {
        LinkedHashSet<String> causes = new LinkedHashSet<>();
        if (before != null && before.cause() != null) {
            causes.add(before.cause());
        }
        claim.suspicions().stream()
                .map(CorrelationClaim.Suspicion::cause)
                .sorted()
                .forEach(causes::add);
        causes.forEach(cause -> update(transaction, cause, claim));
    }

    private void update(SiteTransaction transaction, String cause, CorrelationClaim claim) {
        Optional<IncidentState> known = transaction.incidents().parent(cause);
        if (known.filter(IncidentState::open).isPresent()) {
            update(transaction, transaction.incidents().edit(known.get()), cause, claim);
        } else if (isShared(transaction, cause)) {
            open(transaction, known.orElse(null), cause);
        }
    }

    private boolean isShared(SiteTransaction transaction, String cause) {
        List<StandingClaim> able = able(transaction, cause);
        return able.stream().map(each -> each.claim().target()).distinct().count()
                        >= settings.correlation().sharedFrom()
                && able.stream().anyMatch(each -> each.showsIt(cause));
    }

    /** Returns the claims that this cause may explain and no open parent explains. */
    private static List<StandingClaim> able(SiteTransaction transaction, String cause) {
        return transaction.claims().all().stream()
                .filter(each -> each.mayBe(cause))
                .filter(each ->
                        each.parent() == null || !transaction.incidents().isOpen(each.parent()))
                .toList();
    }

    private void open(SiteTransaction transaction, @Nullable IncidentState known, String cause) {
        List<StandingClaim> able = able(transaction, cause);
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
        IncidentEditor editor;
        if (known == null) {
            editor = lifecycle.openParent(transaction, cause, trigger);
        } else {
            editor = transaction.incidents().edit(known);
            lifecycle.reopen(editor, false, trigger);
        }
        addChildren(transaction, editor, cause, able);
        summary.update(editor, cause, transaction.claims().under(editor.id()));
    }

    private static void addChildren(
            SiteTransaction transaction, IncidentEditor editor, String cause, List<StandingClaim> able) {
        if (!able.isEmpty()) {
            able.forEach(each -> transaction.claims().put(each.withParent(editor.id(), cause)));
            editor.note(TimelineKind.CHILDREN_ADDED, Params.of("deployments", names(able)));
            editor.revision().change();
        }
    }

    private void update(SiteTransaction transaction, IncidentEditor editor, String cause, CorrelationClaim claim) {
        transaction
                .claims()
                .of(claim.incident())
                .filter(each ->
                        editor.id().equals(each.parent()) && each.verdict(cause).isEmpty())
                .ifPresent(each -> removeChild(transaction, editor, each));
        addChildren(transaction, editor, cause, able(transaction, cause));
        List<StandingClaim> children = transaction.claims().under(editor.id());
        editor.revision().change();
        if (children.isEmpty()) {
            editor.resolve(Params.NONE, null);
        } else if (summary.update(editor, cause, children)) {
            editor.revision().publish();
        }
    }

    private static void removeChild(SiteTransaction transaction, IncidentEditor editor, StandingClaim child) {
        transaction.claims().put(child.withParent(null, null));
        editor.note(
                TimelineKind.CHILD_REMOVED,
                Params.of("deployment", child.claim().target()));
    }

    private static String names(List<StandingClaim> some) {
        return NameList.of(some.stream().map(each -> each.claim().target()).toList(), NAMED);
    }
}
