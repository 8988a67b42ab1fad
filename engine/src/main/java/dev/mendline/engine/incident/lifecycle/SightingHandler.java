package dev.mendline.engine.incident.lifecycle;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Symptom;
import dev.mendline.engine.incident.diagnosis.SymptomSuppression;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.editor.Opening;
import dev.mendline.engine.incident.editor.TimelineLog;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.BufferedSighting;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.engine.incident.timeline.TimelineReason;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.Sighting;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Handler of sightings: an open incident counts a sighting, or it opens or reopens one, or it is buffered. */
public final class SightingHandler {
    private final Catalog catalog;
    private final EngineSettings settings;
    private final LifecyclePolicy lifecycle;
    private final OverflowPolicy overflow;
    private final SymptomSuppression suppression;

    public SightingHandler(Catalog catalog, EngineSettings settings, LifecyclePolicy lifecycle) {
        this.catalog = catalog;
        this.settings = settings;
        this.lifecycle = lifecycle;
        this.overflow = new OverflowPolicy(catalog, settings, lifecycle);
        this.suppression = new SymptomSuppression(catalog);
    }

    public void handle(SiteTransaction transaction, Sighting sighting) {
        transaction.retire();
        BufferedSighting seen = new BufferedSighting(sighting, transaction.at());
        IncidentState known = transaction.incidents().of(sighting).orElse(null);
        if (known == null || !known.open()) {
            known = suppression.incidentOf(transaction, sighting).orElse(known);
        }
        if (known != null && (known.open() || isHistorical(seen))) {
            IncidentEditor editor = transaction.incidents().edit(known);
            if (!known.open()) {
                noteNotReopened(transaction, known, sighting, Params.because(TimelineReason.OLD_LINES));
            }
            if (count(editor, seen)) {
                editor.revision().publish();
            }
            reassess(transaction, editor);
        } else {
            begin(transaction, known, seen);
        }
    }

    private boolean isHistorical(BufferedSighting seen) {
        return seen.historical(settings.timing().historicalAfter());
    }

    /** Buffers the sighting, opens or reopens an incident, or counts it in the overflow incident. */
    private void begin(SiteTransaction transaction, @Nullable IncidentState known, BufferedSighting seen) {
        Sighting sighting = seen.sighting();
        Params refusal = refusal(transaction, known, sighting).orElse(null);
        boolean few = isNoisy(sighting) && transaction.noise().tooFew(sighting);
        if (few && (refusal == null || !overflow.names(transaction, sighting))) {
            buffer(transaction, known, seen);
            return;
        }
        Opening opening = Opening.of(transaction.noise().takeAt(sighting), seen);
        if (refusal != null) {
            overflow.record(transaction, opening, refusal);
            noteNotReopened(transaction, known, sighting, refusal);
        } else {
            IncidentEditor editor = open(transaction, known, opening);
            opening.all().forEach(each -> count(editor, each));
            reassess(transaction, editor);
        }
    }

    /**
     * Returns the incident that is to count what another one counted, whatever the thresholds are; empty if the site has
     * too many, and the overflow incident has counted it.
     */
    Optional<IncidentEditor> place(SiteTransaction transaction, Opening opening, boolean historical) {
        Sighting sighting = opening.sighting();
        IncidentState known = transaction.incidents().of(sighting).orElse(null);
        if (known != null && (known.open() || historical)) {
            return Optional.of(transaction.incidents().edit(known));
        }
        Params refusal = refusal(transaction, known, sighting).orElse(null);
        if (refusal != null) {
            overflow.record(transaction, opening, refusal);
            noteNotReopened(transaction, known, sighting, refusal);
            return Optional.empty();
        }
        List<BufferedSighting> waited = transaction.noise().takeAt(sighting);
        IncidentEditor editor = open(transaction, known, opening);
        waited.forEach(seen -> count(editor, seen));
        return Optional.of(editor);
    }

    private boolean isNoisy(Sighting sighting) {
        return catalog.symptom(sighting.symptom()).map(Symptom::noisy).orElse(false);
    }

    private void buffer(SiteTransaction transaction, @Nullable IncidentState known, BufferedSighting seen) {
        if (transaction.noise().full()) {
            overflow.record(
                    transaction,
                    Opening.of(List.of(), seen),
                    Params.because(TimelineReason.BUFFER_FULL).and("buffered", Bounds.BUFFERED_SIGHTINGS));
            return;
        }
        transaction.noise().keep(seen);
        Params tooFew = Params.because(TimelineReason.TOO_FEW)
                .and("noisy-count", settings.noise().count())
                .and("seconds", settings.noise().within().toSeconds());
        noteNotReopened(transaction, known, seen.sighting(), tooFew);
    }

    /** Records that a resolved incident is not reopened, once for the first of many sightings. */
    private static void noteNotReopened(
            SiteTransaction transaction, @Nullable IncidentState known, Sighting sighting, Params why) {
        if (known != null) {
            Params sighted = Params.of("symptom", sighting.symptom()).and("service", sighting.service());
            TimelineLog timeline = transaction.incidents().edit(known).timeline();
            timeline.addUnlessLatest(TimelineKind.NOT_REOPENED, sighted.and(why));
        }
    }

    private static Optional<Params> refusal(
            SiteTransaction transaction, @Nullable IncidentState known, Sighting sighting) {
        boolean isNew = isNew(transaction, known, sighting);
        return transaction.admission().refuses(transaction.incidents().open(), isNew, sighting.service());
    }

    private static boolean isNew(SiteTransaction transaction, @Nullable IncidentState known, Sighting sighting) {
        return known == null
                && sighting.target() != null
                && transaction.retention().previous(sighting).isEmpty();
    }

    /** Opens an incident, or reopens the known one. */
    private IncidentEditor open(SiteTransaction transaction, @Nullable IncidentState known, Opening opening) {
        Sighting sighting = opening.sighting();
        IncidentEditor editor;
        if (known != null) {
            editor = transaction.incidents().edit(known);
            lifecycle.reopen(editor, opening.retried(), opening.params());
        } else {
            if (isNew(transaction, null, sighting)) {
                transaction.admission().admit(sighting.service());
            }
            editor = lifecycle.open(transaction, opening);
        }
        overflow.release(transaction, sighting);
        return editor;
    }

    /** Counts a sighting; returns whether it shows something new. */
    private boolean count(IncidentEditor editor, BufferedSighting seen) {
        boolean old = isHistorical(seen);
        boolean current = !old && editor.becomeCurrent();
        if (old && editor.open() && editor.episode().historical()) {
            editor.timeline().date(seen.sighting().at());
        }
        boolean expected = suppression.expects(editor, seen.sighting().symptom());
        boolean news = editor.record(seen, old) && !expected;
        if (editor.open()) {
            relapse(editor, seen.sighting());
        }
        return news || current;
    }

    /** Marks an open incident for assessment, and records why its deployment is unknown. */
    void reassess(SiteTransaction transaction, IncidentEditor editor) {
        if (editor.target() == null
                && editor.overflow() == null
                && !editor.merge().stays()) {
            Optional<String> targets = transaction.bindings().unclear();
            targets.ifPresent(
                    names -> editor.timeline().addIfNew(TimelineKind.TARGET_UNCLEAR, Params.of("deployments", names)));
        }
        editor.revision().reassess();
    }

    /** Withdraws the confirmation of a cause if the symptom is seen some time after the evidence recovered. */
    void relapse(IncidentEditor editor, Sighting sighting) {
        editor.assessment().relapse(sighting.at(), settings.timing().publishEvery());
    }
}
