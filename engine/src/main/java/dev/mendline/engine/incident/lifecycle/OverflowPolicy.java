package dev.mendline.engine.incident.lifecycle;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.advice.AdviceWriter;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.editor.Opening;
import dev.mendline.engine.incident.site.Ids;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.Overflow;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.engine.incident.timeline.TimelineReason;
import dev.mendline.engine.incident.timeline.TimelineText;
import dev.mendline.model.incident.Advice;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.Severity;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.Sighting;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The one incident of a site that takes what is not followed singly: nothing is dropped, all is counted, and it says for
 * whom. It has no target, so nothing is probed, and no cause is sought.
 */
final class OverflowPolicy {
    private final EngineSettings settings;
    private final String catalog;
    private final AdviceWriter adviser;
    private final FlappingPolicy flapping;

    OverflowPolicy(Catalog catalog, EngineSettings settings, FlappingPolicy flapping) {
        this.settings = settings;
        this.catalog = catalog.hash();
        this.adviser = new AdviceWriter(catalog);
        this.flapping = flapping;
    }

    /** Whether it has a place already to which this belongs. */
    boolean follows(SiteTransaction turn, Sighting sighting) {
        return open(turn)
                .filter(file -> Objects.requireNonNull(file.overflow()).places().contains(Overflow.place(sighting)))
                .isPresent();
    }

    private static Optional<IncidentState> open(SiteTransaction turn) {
        return turn.overflow().filter(IncidentState::open);
    }

    /** Counts in what is not followed singly, and {@code why}. */
    void take(SiteTransaction turn, Opening opening, Params why) {
        boolean historical = opening.historical(settings.timing().historicalAfter());
        Optional<IncidentState> known = turn.overflow();
        IncidentEditor draft = known.map(IncidentEditor::of).orElseGet(() -> first(turn, opening, historical));
        boolean begins = known.isEmpty();
        if (draft.state != Incident.State.OPEN && !historical) {
            draft.reopen(turn.at, opening);
            flapping.reopened(draft, turn.at);
            flapping.judge(draft, turn.at);
            begins = true;
        }
        begins |= draft.historical && !historical;
        draft.historical = draft.historical && historical;
        opening.all()
                .forEach(seen -> draft.seen(seen.sighting(), seen.at(), seen.historical(settings.timing().historicalAfter())));
        name(turn, draft, opening.sighting(), why);
        Severity before = draft.severity;
        draft.severity = adviser.severity(draft);
        draft.advice = advice(draft, why);
        draft.stale = true;
        turn.file(draft, begins || before != draft.severity);
    }

    private IncidentEditor first(SiteTransaction turn, Opening opening, boolean historical) {
        String site = opening.sighting().site();
        IncidentEditor draft = IncidentEditor.overflow(Ids.overflow(site, turn.position), site, turn.at, catalog);
        draft.historical = historical;
        draft.retried = opening.retried();
        return draft;
    }

    private static void name(SiteTransaction turn, IncidentEditor draft, Sighting sighting, Params why) {
        Overflow before = Objects.requireNonNull(draft.overflow);
        Overflow now = before.with(Overflow.place(sighting));
        draft.overflow = now;
        if (now.more() && !before.more()) {
            draft.timeline.add(turn.at, TimelineKind.NOT_TRACKED, Params.of("places", Bounds.OVERFLOW_PLACES));
        } else if (!now.equals(before)) {
            draft.timeline.add(turn.at, TimelineKind.NOT_TRACKED, why.and("place", Overflow.place(sighting)));
        }
    }

    /** What has an incident of its own now stands here no more. */
    void release(SiteTransaction turn, Sighting sighting) {
        open(turn).filter(file -> follows(turn, sighting)).ifPresent(file -> {
            IncidentEditor draft = IncidentEditor.of(file);
            draft.overflow = Objects.requireNonNull(draft.overflow).without(Overflow.place(sighting));
            draft.timeline.add(turn.at, TimelineKind.TRACKED, Params.of("place", Overflow.place(sighting)));
            draft.advice = advice(draft, Params.because(TimelineReason.LIMIT_REACHED));
            draft.stale = true;
            turn.file(draft, false);
        });
    }

    private Advice advice(IncidentEditor draft, Params why) {
        Overflow overflow = Objects.requireNonNull(draft.overflow);
        if (overflow.isEmpty()) {
            return new Advice(
                    "All that was not followed singly in " + draft.site + " has an incident of its own by now.",
                    List.of("Nothing here; look at the site's other incidents."),
                    List.of());
        }
        return new Advice(
                overflow.howManyOf(draft.site) + " not tracked separately because " + TimelineText.clause(why) + ".",
                List.of(
                        "They are counted here: " + String.join(", ", overflow.places())
                                + (overflow.more() ? ", and others" : "") + ".",
                        "The services that log it: " + String.join(", ", draft.services) + ".",
                        "See whether these deployments exist: their names stand in logs, which anybody may fill.",
                        "Where they do, look at what the open incidents of the site share, and mend that first."
                                + " engine.limits.open-per-site (" + settings.limits().openPerSite()
                                + ") and engine.limits.new-targets-per-hour (" + settings.limits().newTargetsPerHour()
                                + ") can be raised."),
                List.of());
    }
}
