package dev.mendline.engine.incident.site;

import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.BufferedSighting;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.model.journal.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Incidents of one site that can no longer reopen: some of them for a later incident to name, and all that are still on the
 * topic until they expire. Beyond {@value Bounds#EXPIRING_INCIDENTS} the oldest expires early.
 */
public final class Retention {
    private final Duration after;
    private final Instant at;
    private final List<SiteState.ClosedIncident> closed;
    private final List<SiteState.ExpiringIncident> expiring;

    Retention(EngineSettings settings, SiteState.PastIncidents before, Instant at) {
        this.after = settings.resolution().forgetAfter();
        this.at = at;
        this.closed = new ArrayList<>(before.closed());
        this.expiring = new ArrayList<>(before.expiring());
    }

    /** Keeps an incident that can no longer reopen. Overflow and merged incidents are not named by later ones. */
    void keep(IncidentState incident) {
        expiring.add(SiteState.ExpiringIncident.of(
                incident.id(), Objects.requireNonNullElse(incident.incident().endedAt(), at)));
        if (!incident.isOverflowIncident() && !incident.merged()) {
            SiteState.ClosedIncident last = SiteState.ClosedIncident.of(incident);
            String service = last.services().isEmpty() ? "" : last.services().get(0);
            closed.removeIf(known -> known.same(last.target(), service));
            closed.add(last);
        }
        while (closed.size() > Bounds.CLOSED_INCIDENTS) {
            closed.remove(0);
        }
    }

    /** Returns the id of the last incident of the same deployment or service. */
    public Optional<String> previous(Sighting sighting) {
        return closed.stream()
                .filter(known -> known.same(sighting.target(), sighting.service()))
                .map(SiteState.ClosedIncident::id)
                .findFirst();
    }

    /** Returns the id of the last parent incident of this cause. */
    public Optional<String> previous(String cause) {
        return closed.stream()
                .filter(known -> cause.equals(known.target()))
                .map(SiteState.ClosedIncident::id)
                .findFirst();
    }

    /** Removes the incidents whose time is over, and returns their ids. */
    List<String> expire() {
        List<SiteState.ExpiringIncident> over = new ArrayList<>();
        for (SiteState.ExpiringIncident one : expiring) {
            if (expiring.size() - over.size() > Bounds.EXPIRING_INCIDENTS
                    || !at.isBefore(one.at().plus(after))) {
                over.add(one);
            }
        }
        expiring.removeAll(over);
        List<String> ids = over.stream().map(SiteState.ExpiringIncident::id).toList();
        closed.removeIf(known -> ids.contains(known.id()));
        return ids;
    }

    SiteState.PastIncidents kept() {
        return new SiteState.PastIncidents(closed, expiring);
    }

    /** Returns when a site without open incidents next has something to remove; empty when it has nothing. */
    public static Optional<Instant> next(EngineSettings settings, SiteState state) {
        return Stream.of(
                        state.past().expiring().stream().map(SiteState.ExpiringIncident::at),
                        state.incidents().stream()
                                .map(each -> each.incident().endedAt())
                                .filter(Objects::nonNull),
                        state.usage().buffered().stream().map(BufferedSighting::at),
                        state.usage().newTargets().stream().map(SiteState.NewTarget::at),
                        state.names().bindings().stream().map(SiteState.ServiceBinding::lastSeen),
                        state.connections().stream().map(SiteState.TargetConnections::at))
                .flatMap(some -> some)
                .min(Instant::compareTo)
                .map(oldest -> oldest.plus(settings.resolution().forgetAfter()));
    }
}
