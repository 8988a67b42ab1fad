package dev.mendline.engine.incident.lifecycle;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Symptom;
import dev.mendline.engine.incident.diagnosis.Reassessment;
import dev.mendline.engine.incident.diagnosis.SymptomSuppression;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.editor.Opening;
import dev.mendline.engine.incident.site.Ids;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.BufferedSighting;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.engine.incident.timeline.TimelineReason;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of a sighting: an open incident takes it, or it opens or reopens one, or waits for more of its kind. */
public final class SightingHandler {
    private final Catalog catalog;
    private final EngineSettings settings;
    private final Reassessment review;
    private final FlappingPolicy flapping;
    private final OverflowPolicy overflows;
    private final SymptomSuppression mutes;

    public SightingHandler(Catalog catalog, EngineSettings settings, Reassessment review, FlappingPolicy flapping) {
        this.catalog = catalog;
        this.settings = settings;
        this.review = review;
        this.flapping = flapping;
        this.overflows = new OverflowPolicy(catalog, settings, flapping);
        this.mutes = new SymptomSuppression(catalog);
    }

    public void take(SiteTransaction turn, Sighting sighting) {
        turn.forget();
        BufferedSighting seen = new BufferedSighting(sighting, turn.at);
        boolean historical = seen.historical(settings.timing().historicalAfter());
        IncidentState known = turn.of(sighting).orElse(null);
        if (known == null || !known.open()) {
            known = mutes.taker(turn, sighting).orElse(known);
        }
        if (known != null && (known.open() || historical)) {
            IncidentEditor draft = IncidentEditor.of(known);
            if (!known.open()) {
                staysOver(draft, turn.at, sighting, Params.because(TimelineReason.OLD_LINES));
            }
            file(turn, draft, count(draft, seen));
        } else {
            begin(turn, known, seen);
        }
    }

    /** No open incident takes it: it waits for more, opens or reopens one, or goes where the site is too full for that. */
    private void begin(SiteTransaction turn, @Nullable IncidentState known, BufferedSighting seen) {
        Sighting sighting = seen.sighting();
        Params refusal = refusal(turn, known, sighting).orElse(null);
        boolean few = isNoisy(sighting) && turn.watch.tooFew(sighting);
        if (few && (refusal == null || !overflows.follows(turn, sighting))) {
            watch(turn, known, seen);
            return;
        }
        Opening opening = Opening.of(turn.watch.takeAt(sighting), seen);
        if (refusal != null) {
            overflows.take(turn, opening, refusal);
            stays(turn, known, sighting, refusal);
        } else if (known != null) {
            reopen(turn, IncidentEditor.of(known), opening);
        } else {
            open(turn, opening);
        }
    }

    /**
     * The incident that is to count what another one counted, whatever thresholds say; empty where the site is too full for
     * it, and the overflow incident has counted it.
     */
    Optional<IncidentEditor> place(SiteTransaction turn, Opening opening, boolean historical) {
        Sighting sighting = opening.sighting();
        IncidentState known = turn.of(sighting).orElse(null);
        if (known != null && (known.open() || historical)) {
            return Optional.of(IncidentEditor.of(known));
        }
        Params refusal = refusal(turn, known, sighting).orElse(null);
        if (refusal != null) {
            overflows.take(turn, opening, refusal);
            stays(turn, known, sighting, refusal);
            return Optional.empty();
        }
        List<BufferedSighting> waited = turn.watch.takeAt(sighting);
        IncidentEditor draft =
                known != null ? reopened(turn, IncidentEditor.of(known), opening) : opened(turn, opening);
        waited.forEach(seen -> count(draft, seen));
        return Optional.of(draft);
    }

    private boolean isNoisy(Sighting sighting) {
        return catalog.symptom(sighting.symptom()).map(Symptom::noisy).orElse(false);
    }

    /** Too little to act on; where something like it is over, its timeline says so. */
    private void watch(SiteTransaction turn, @Nullable IncidentState known, BufferedSighting seen) {
        if (turn.watch.full()) {
            overflows.take(
                    turn,
                    Opening.of(List.of(), seen),
                    Params.because(TimelineReason.BUFFER_FULL).and("buffered", Bounds.BUFFERED_SIGHTINGS));
            return;
        }
        turn.watch.keep(seen);
        stays(
                turn,
                known,
                seen.sighting(),
                Params.because(TimelineReason.TOO_FEW)
                        .and("noisy-count", settings.noise().count())
                        .and("seconds", settings.noise().within().toSeconds()));
    }

    /** Once, for the first of many; nothing is published of it. */
    private static void stays(SiteTransaction turn, @Nullable IncidentState known, Sighting sighting, Params why) {
        if (known != null) {
            IncidentEditor draft = IncidentEditor.of(known);
            staysOver(draft, turn.at, sighting, why);
            turn.file(draft, false);
        }
    }

    private static void staysOver(IncidentEditor draft, Instant at, Sighting sighting, Params why) {
        draft.timeline.addUnlessLatest(
                at,
                TimelineKind.NOT_REOPENED,
                Params.of("symptom", sighting.symptom())
                        .and("service", sighting.service())
                        .and(why));
    }

    private static Optional<Params> refusal(SiteTransaction turn, @Nullable IncidentState known, Sighting sighting) {
        return turn.crowd.refuses(turn.open(), isNew(turn, known, sighting), sighting.service());
    }

    private static boolean isNew(SiteTransaction turn, @Nullable IncidentState known, Sighting sighting) {
        return known == null
                && sighting.target() != null
                && turn.previous(sighting).isEmpty();
    }

    private void open(SiteTransaction turn, Opening opening) {
        IncidentEditor draft = opened(turn, opening);
        opening.all().forEach(seen -> count(draft, seen));
        file(turn, draft, true);
    }

    private IncidentEditor opened(SiteTransaction turn, Opening opening) {
        Sighting sighting = opening.sighting();
        if (isNew(turn, null, sighting)) {
            turn.crowd.brought(sighting.service());
        }
        String id = Ids.incident(sighting.site(), sighting.target(), turn.position);
        IncidentEditor draft = IncidentEditor.open(
                id,
                opening,
                turn.at,
                opening.historical(settings.timing().historicalAfter()),
                catalog.hash(),
                turn.previous(sighting).orElse(null));
        if (sighting.target() == null && !draft.historical) {
            draft.timeline.add(turn.at, TimelineKind.NOT_PROBED, Params.because(TimelineReason.TARGET_UNKNOWN));
        }
        overflows.release(turn, sighting);
        return draft;
    }

    private void reopen(SiteTransaction turn, IncidentEditor draft, Opening opening) {
        reopened(turn, draft, opening);
        opening.all().forEach(seen -> count(draft, seen));
        file(turn, draft, true);
    }

    private IncidentEditor reopened(SiteTransaction turn, IncidentEditor draft, Opening opening) {
        draft.reopen(turn.at, opening);
        draft.historical = false;
        flapping.reopened(draft, turn.at);
        flapping.judge(draft, turn.at);
        overflows.release(turn, opening.sighting());
        return draft;
    }

    /** Counts one in; true when it tells something new. */
    private boolean count(IncidentEditor draft, BufferedSighting seen) {
        boolean historical = seen.historical(settings.timing().historicalAfter());
        boolean current = draft.historical && !historical;
        draft.historical = draft.historical && historical;
        draft.stale = true;
        boolean expected = mutes.expects(draft, seen.sighting().symptom());
        boolean news = draft.seen(seen.sighting(), seen.at(), historical) && !expected;
        if (draft.state == Incident.State.OPEN) {
            relapse(draft, seen.sighting());
        }
        return news || current;
    }

    void file(SiteTransaction turn, IncidentEditor draft, boolean news) {
        if (draft.target == null && draft.overflow == null && !draft.takeover.stays()) {
            turn.talks
                    .unclear()
                    .ifPresent(which -> draft.timeline.addIfNew(
                            turn.at, TimelineKind.TARGET_UNCLEAR, Params.of("deployments", which)));
        }
        boolean judged = draft.state == Incident.State.OPEN && review.of(turn, draft);
        turn.file(draft, news || judged);
    }

    /** Seen again well after the evidence had turned good: what was confirmed then is not confirmed now. */
    void relapse(IncidentEditor draft, Sighting sighting) {
        Instant recovered = draft.looked.recovered;
        if (recovered != null && sighting.at().isAfter(recovered.plus(settings.timing().publishEvery()))) {
            draft.looked.confirmed = null;
            draft.looked.recovered = null;
        }
    }
}
