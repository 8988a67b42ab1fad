package dev.mendline.engine.incident.lifecycle;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Symptom;
import dev.mendline.engine.catalog.SymptomCategory;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.editor.Opening;
import dev.mendline.engine.incident.site.SiteTransaction;
import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.ConnectionSeries;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.RateIncrease;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.model.incident.TimelineKind;
import dev.mendline.model.journal.Hint;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Captures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sees a symptom that no text shows: several services at once make, or fail to make, many more connections to a deployment
 * than they are used to.
 */
public final class SpikeDetector {
    /** A spike within so long after the last one was excused is of the same election. */
    private static final Duration ELECTION = Duration.ofMinutes(5);

    private static final int NAMED = 5;

    private final Catalog catalog;
    private final EngineSettings settings;
    private final SightingHandler intake;
    private final boolean known;

    public SpikeDetector(Catalog catalog, EngineSettings settings, SightingHandler intake) {
        this.catalog = catalog;
        this.settings = settings;
        this.intake = intake;
        this.known = catalog.symptom(Opening.SPIKE).isPresent();
    }

    /** Connections were made. */
    public void on(SiteTransaction turn, Hint hint) {
        String target = hint.target();
        if (!known || hint.kind() != Hint.Kind.CONNECTION || target == null || isOld(turn, hint.at())) {
            return;
        }
        String peer = hint.peer();
        turn.surges.count(
                target,
                peer == null ? ConnectionSeries.Kind.CONNECTIONS : ConnectionSeries.Kind.PEER,
                peer == null ? hint.service() : peer,
                hint.count());
        judge(turn, hint.site(), target, hint.service(), hint.zone());
    }

    /** What a service logs may be that connections failed, or that there is no primary. */
    public void on(SiteTransaction turn, Sighting sighting) {
        String target = sighting.target();
        SymptomCategory counts =
                catalog.symptom(sighting.symptom()).map(Symptom::countsAs).orElse(null);
        if (!known || counts == null || target == null || isOld(turn, sighting.at())) {
            return;
        }
        if (counts == SymptomCategory.ELECTION) {
            turn.surges.elected(target);
        } else {
            turn.surges.count(target, ConnectionSeries.Kind.ERRORS, sighting.service(), sighting.count());
            judge(turn, sighting.site(), target, sighting.service(), sighting.zone());
        }
    }

    private boolean isOld(SiteTransaction turn, Instant logged) {
        return logged.isBefore(turn.at.minus(settings.timing().historicalAfter()));
    }

    private void judge(SiteTransaction turn, String site, String target, String service, String zone) {
        List<RateIncrease> rises = turn.surges.isTold(target) ? List.of() : turn.surges.rising(target);
        if (rises.isEmpty()) {
            return;
        }
        Sighting spike = sighting(turn, site, target, service, zone);
        if (turn.surges.electing(target)) {
            excuse(turn, spike, rises);
        } else {
            boolean begins = turn.surges.begins(target);
            intake.take(turn, spike);
            if (begins) {
                tell(turn, spike, rises);
            }
        }
    }

    /** It weighs as what drivers try again does: who suffers from it says so. */
    private Sighting sighting(SiteTransaction turn, String site, String target, String service, String zone) {
        return new Sighting(
                Opening.SPIKE,
                null,
                site,
                target,
                List.of(),
                service,
                zone,
                null,
                null,
                Captures.NONE,
                1,
                turn.at,
                List.of(),
                catalog.hash(),
                true);
    }

    private void tell(SiteTransaction turn, Sighting spike, List<RateIncrease> rises) {
        turn.of(spike).filter(IncidentState::open).ifPresent(file -> {
            IncidentEditor draft = IncidentEditor.of(file);
            rises.stream()
                    .filter(rise -> rise.kind() != ConnectionSeries.Kind.PEER && draft.services.size() < Bounds.SERVICES)
                    .forEach(rise -> draft.services.add(rise.source()));
            draft.timeline.add(
                    turn.at,
                    TimelineKind.CONNECTION_SPIKE,
                    params(rises)
                            .and("factor", settings.spikes().factor())
                            .and("minutes", settings.spikes().window().toMinutes())
                            .and("services", settings.spikes().services()));
            turn.file(draft, true);
        });
    }

    /** Once for each election; nothing is published of it. */
    private static void excuse(SiteTransaction turn, Sighting spike, List<RateIncrease> rises) {
        turn.of(spike).ifPresent(file -> {
            IncidentEditor draft = IncidentEditor.of(file);
            if (!draft.timeline.hasSince(turn.at.minus(ELECTION), TimelineKind.SPIKE_IGNORED)) {
                draft.timeline.add(turn.at, TimelineKind.SPIKE_IGNORED, params(rises));
                turn.file(draft, false);
            }
        });
    }

    /** Addresses are the user's own, so only their number is told. */
    private static Params params(List<RateIncrease> rises) {
        List<RateIncrease> peers = of(ConnectionSeries.Kind.PEER, rises);
        long usual = peers.stream().mapToLong(RateIncrease::usual).sum();
        long now = peers.stream().mapToLong(RateIncrease::now).sum();
        return Params.of("connections", named(of(ConnectionSeries.Kind.CONNECTIONS, rises)))
                .and("errors", named(of(ConnectionSeries.Kind.ERRORS, rises)))
                .and("addresses", peers.isEmpty() ? null : peers.size())
                .and("address-connections", peers.isEmpty() ? null : "from " + usual + " to " + now);
    }

    private static List<RateIncrease> of(ConnectionSeries.Kind kind, List<RateIncrease> rises) {
        return rises.stream().filter(rise -> rise.kind() == kind).toList();
    }

    private static @Nullable String named(List<RateIncrease> alike) {
        String names = alike.stream().limit(NAMED).map(RateIncrease::words).collect(Collectors.joining(", "));
        String more = alike.size() > NAMED ? " and " + (alike.size() - NAMED) + " more services" : "";
        return alike.isEmpty() ? null : names + more;
    }
}
