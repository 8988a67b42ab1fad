package dev.mendline.engine.incident.diagnosis;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.journal.Sighting;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Symptoms that a confirmed cause brings: they are counted, and tell nothing of their own. */
public final class SymptomSuppression {
    private final Catalog catalog;

    public SymptomSuppression(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The symptoms of an incident that these causes bring. What brings a cause under suspicion is not muted by it unless
     * something else does so too.
     */
    static Set<String> by(Collection<Cause> confirmed, Collection<String> symptoms) {
        Set<String> muted = new TreeSet<>();
        for (Cause cause : confirmed) {
            boolean more = symptoms.stream()
                    .anyMatch(symptom ->
                            cause.symptoms().contains(symptom) && !cause.mutes().contains(symptom));
            symptoms.stream()
                    .filter(cause.mutes()::contains)
                    .filter(symptom -> more || !cause.symptoms().contains(symptom))
                    .forEach(muted::add);
        }
        return muted;
    }

    private List<Cause> confirmed(IncidentEditor draft) {
        return draft.diagnosis.candidates().stream()
                .filter(candidate -> candidate.verdict() == Verdict.CONFIRMED)
                .flatMap(candidate -> catalog.cause(candidate.cause()).stream())
                .toList();
    }

    /** Whether a symptom is no news to an incident, since its confirmed cause brings it. */
    public boolean expects(IncidentEditor draft, String symptom) {
        Set<String> all = new TreeSet<>(draft.told.symptoms.keySet());
        all.add(symptom);
        return by(confirmed(draft), all).contains(symptom);
    }

    /** The open incident of a deployment that takes what a service logs without naming it, and which its cause brings. */
    public Optional<IncidentState> taker(SiteTransaction turn, Sighting sighting) {
        return sighting.target() != null
                ? Optional.empty()
                : turn.cases.stream()
                        .filter(file -> file.open() && file.incident().target() != null)
                        .filter(file -> file.incident().services().contains(sighting.service()))
                        .filter(file -> expects(IncidentEditor.of(file), sighting.symptom()))
                        .findFirst();
    }

    /** Says once what is muted, and when it counts again. */
    void tell(Instant at, IncidentEditor draft) {
        Set<String> now = by(confirmed(draft), draft.told.symptoms.keySet());
        TreeSet<String> fresh = new TreeSet<>(now);
        fresh.removeAll(draft.ties.muted);
        if (!fresh.isEmpty()) {
            draft.timeline.add(
                    at,
                    TimelineKind.SYMPTOMS_SUPPRESSED,
                    Params.of("symptoms", String.join(", ", fresh)).and("cause", draft.diagnosis.leading()));
        }
        TreeSet<String> over = new TreeSet<>(draft.ties.muted);
        over.removeAll(now);
        if (!over.isEmpty()) {
            draft.timeline.add(at, TimelineKind.SUPPRESSION_ENDED, Params.of("symptoms", String.join(", ", over)));
        }
        draft.ties.muted.clear();
        draft.ties.muted.addAll(now);
    }
}
