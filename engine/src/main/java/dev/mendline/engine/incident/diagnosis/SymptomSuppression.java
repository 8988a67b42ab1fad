package dev.mendline.engine.incident.diagnosis;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.incident.Verdict;
import dev.mendline.model.journal.Sighting;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Symptoms that a confirmed cause brings: they are counted, and tell nothing of their own. */
public record SymptomSuppression(Catalog catalog) {
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

    private List<Cause> confirmed(Diagnosis diagnosis) {
        return diagnosis.candidates().stream()
                .filter(candidate -> candidate.verdict() == Verdict.CONFIRMED)
                .flatMap(candidate -> catalog.cause(candidate.cause()).stream())
                .toList();
    }

    /** Returns whether a symptom is no news to an incident because its confirmed cause brings it. */
    public boolean expects(IncidentEditor editor, String symptom) {
        return expects(editor.assessment().diagnosis(), editor.logs().symptoms().stream(), symptom);
    }

    private boolean expects(Diagnosis diagnosis, Stream<String> symptoms, String symptom) {
        List<Cause> confirmed = confirmed(diagnosis);
        if (confirmed.isEmpty()) {
            return false;
        }
        Set<String> all = Stream.concat(symptoms, Stream.of(symptom)).collect(Collectors.toCollection(TreeSet::new));
        return by(confirmed, all).contains(symptom);
    }

    /** Returns the open incident of a deployment whose cause brings what a service logs without naming the deployment. */
    public Optional<IncidentState> incidentOf(SiteTransaction transaction, Sighting sighting) {
        return sighting.target() != null
                ? Optional.empty()
                : transaction.incidents().all().stream()
                        .filter(known -> known.open() && known.incident().target() != null)
                        .filter(known -> known.incident().services().contains(sighting.service()))
                        .filter(known -> expects(
                                known.incident().diagnosis(),
                                known.incident().symptoms().stream().map(Incident.SymptomCount::id),
                                sighting.symptom()))
                        .findFirst();
    }

    /** Records which symptoms are suppressed, and which count again. */
    void tell(IncidentEditor editor) {
        Set<String> now =
                by(confirmed(editor.assessment().diagnosis()), editor.logs().symptoms());
        TreeSet<String> fresh = new TreeSet<>(now);
        fresh.removeAll(editor.correlation().suppressed());
        if (!fresh.isEmpty()) {
            editor.note(
                    TimelineKind.SYMPTOMS_SUPPRESSED,
                    Params.of("symptoms", String.join(", ", fresh))
                            .and("cause", editor.assessment().diagnosis().leading()));
        }
        TreeSet<String> over = new TreeSet<>(editor.correlation().suppressed());
        over.removeAll(now);
        if (!over.isEmpty()) {
            editor.note(TimelineKind.SUPPRESSION_ENDED, Params.of("symptoms", String.join(", ", over)));
        }
        editor.correlation().suppress(now);
    }
}
