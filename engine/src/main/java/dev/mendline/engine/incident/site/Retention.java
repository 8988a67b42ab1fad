package dev.mendline.engine.incident.site;

import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.BufferedSighting;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.ExpiringIncident;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.NewTarget;
import dev.mendline.engine.incident.state.ServiceBinding;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.engine.incident.state.TargetConnections;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What ended and is not forgotten yet, the oldest first: so that nothing stands on a topic for ever. A site remembers
 * {@value Bounds#EXPIRING_INCIDENTS} of them; with one more the oldest is forgotten early.
 */
public final class Retention {
    /** The last version that did not keep when an incident ended. */
    private static final int WITHOUT = 3;

    private final Duration after;
    private final Instant at;
    private final List<ExpiringIncident> gone;

    Retention(EngineSettings settings, SiteState before, Instant at) {
        this.after = settings.resolution().forgetAfter();
        this.at = at;
        this.gone = new ArrayList<>(before.gone());
        if (before.version() <= WITHOUT) {
            before.ended().forEach(ended -> gone.add(ExpiringIncident.of(ended.id(), at)));
        }
    }

    void bury(IncidentState file) {
        gone.add(ExpiringIncident.of(
                file.incident().id(), Objects.requireNonNullElse(file.incident().endedAt(), at)));
    }

    /** The ids of those whose time is over; they are not kept any longer. */
    List<String> forgotten() {
        List<ExpiringIncident> over = new ArrayList<>();
        for (ExpiringIncident one : gone) {
            if (gone.size() - over.size() > Bounds.EXPIRING_INCIDENTS || !at.isBefore(one.at().plus(after))) {
                over.add(one);
            }
        }
        gone.removeAll(over);
        return over.stream().map(ExpiringIncident::id).toList();
    }

    List<ExpiringIncident> kept() {
        return List.copyOf(gone);
    }

    /** When a site in which nothing is open has next something to forget; empty when there is nothing. */
    public static Optional<Instant> next(EngineSettings settings, SiteState state) {
        if (state.version() <= WITHOUT && !state.ended().isEmpty()) {
            return Optional.of(Instant.EPOCH);
        }
        Stream<Instant> ends = Stream.concat(
                state.gone().stream().map(ExpiringIncident::at),
                state.cases().stream().map(file -> file.incident().endedAt()).filter(Objects::nonNull));
        Stream<Instant> leftovers = Stream.of(
                        state.watched().stream().map(BufferedSighting::at),
                        state.newTargets().stream().map(NewTarget::at),
                        state.talksTo().stream().map(ServiceBinding::lastSeen),
                        state.surges().stream().map(TargetConnections::at))
                .flatMap(some -> some);
        return Stream.concat(ends, leftovers)
                .min(Instant::compareTo)
                .map(oldest -> oldest.plus(settings.resolution().forgetAfter()));
    }
}
