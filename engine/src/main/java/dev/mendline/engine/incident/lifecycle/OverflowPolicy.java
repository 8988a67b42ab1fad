package dev.mendline.engine.incident.lifecycle;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.advice.AdviceWriter;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.editor.Opening;
import dev.mendline.engine.incident.site.SiteIncidents;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.Overflow;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.engine.incident.timeline.TimelineReason;
import dev.mendline.engine.incident.timeline.TimelineText;
import dev.mendline.model.incident.Advice;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.Sighting;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Overflow incident of a site: it counts the sightings of deployments and services that get no incident of their own, and
 * names them. It has no target, so nothing is probed or diagnosed.
 */
final class OverflowPolicy {
    private final EngineSettings settings;
    private final LifecyclePolicy lifecycle;
    private final AdviceWriter adviser;

    OverflowPolicy(Catalog catalog, EngineSettings settings, LifecyclePolicy lifecycle) {
        this.settings = settings;
        this.lifecycle = lifecycle;
        this.adviser = new AdviceWriter(catalog);
    }

    /** Returns whether the open overflow incident names the place of this sighting. */
    boolean names(SiteTransaction transaction, Sighting sighting) {
        return open(transaction)
                .filter(known ->
                        Objects.requireNonNull(known.overflow()).places().contains(Overflow.place(sighting)))
                .isPresent();
    }

    private static Optional<IncidentState> open(SiteTransaction transaction) {
        return transaction.incidents().overflow().filter(IncidentState::open);
    }

    /** Counts sightings that get no incident of their own, and records why. */
    void record(SiteTransaction transaction, Opening opening, Params why) {
        Duration old = settings.timing().historicalAfter();
        boolean historical = opening.historical(old);
        SiteIncidents incidents = transaction.incidents();
        IncidentEditor editor =
                incidents.overflow().map(incidents::edit).orElseGet(() -> lifecycle.openOverflow(transaction, opening));
        if (!editor.open() && !historical) {
            lifecycle.reopen(editor, opening.retried(), opening.params());
        }
        if (editor.episode().becomeCurrent(historical)) {
            editor.revision().publish();
        }
        opening.all().forEach(seen -> editor.record(seen, seen.historical(old)));
        name(editor, opening.sighting(), why);
        editor.assessment().advise(advice(editor, why));
        if (editor.assessment().rate(adviser.severity(editor))) {
            editor.revision().publish();
        }
    }

    private static void name(IncidentEditor editor, Sighting sighting, Params why) {
        Overflow before = Objects.requireNonNull(editor.overflow());
        Overflow now = before.with(Overflow.place(sighting));
        editor.overflow(now);
        if (now.more() && !before.more()) {
            editor.note(TimelineKind.NOT_TRACKED, Params.of("places", Bounds.OVERFLOW_PLACES));
        } else if (!now.equals(before)) {
            editor.note(TimelineKind.NOT_TRACKED, why.and("place", Overflow.place(sighting)));
        }
    }

    /** Removes the place of a sighting that gets an incident of its own. */
    void release(SiteTransaction transaction, Sighting sighting) {
        open(transaction).filter(known -> names(transaction, sighting)).ifPresent(known -> {
            IncidentEditor editor = transaction.incidents().edit(known);
            editor.overflow(Objects.requireNonNull(editor.overflow()).without(Overflow.place(sighting)));
            editor.note(TimelineKind.TRACKED, Params.of("place", Overflow.place(sighting)));
            editor.assessment().advise(advice(editor, Params.because(TimelineReason.LIMIT_REACHED)));
        });
    }

    private Advice advice(IncidentEditor editor, Params why) {
        Overflow overflow = Objects.requireNonNull(editor.overflow());
        if (overflow.isEmpty()) {
            return new Advice(
                    "All that was not followed singly in " + editor.site() + " has an incident of its own by now.",
                    List.of("Nothing here; look at the site's other incidents."),
                    List.of());
        }
        return new Advice(
                overflow.howManyOf(editor.site()) + " not tracked separately because " + TimelineText.clause(why) + ".",
                List.of(
                        "They are counted here: " + String.join(", ", overflow.places())
                                + (overflow.more() ? ", and others" : "") + ".",
                        "The services that log it: "
                                + String.join(", ", editor.affected().services()) + ".",
                        "Check that these deployments exist. Their names come from logs, and anyone can write to a log.",
                        "Where they do, look at what the open incidents of the site share, and mend that first."
                                + " engine.limits.open-per-site ("
                                + settings.limits().openPerSite()
                                + ") and engine.limits.new-targets-per-hour ("
                                + settings.limits().newTargetsPerHour()
                                + ") can be raised."),
                List.of());
    }
}
