package dev.mendline.engine.incident.site;

import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.engine.incident.timeline.TimelineReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Limit on separately tracked incidents: open incidents of a site, and new deployments of a service within an hour.
 * Logs are untrusted input. Without a limit, made-up names would open a flood of incidents.
 */
public final class AdmissionLimit {
    private static final Duration WHILE = Duration.ofHours(1);

    private final EngineSettings settings;
    private final List<SiteState.NewTarget> fresh;
    private final Instant at;

    AdmissionLimit(EngineSettings settings, List<SiteState.NewTarget> before, Instant at) {
        this.settings = settings;
        this.at = at;
        this.fresh = new ArrayList<>(before);
        fresh.removeIf(past -> !past.at().plus(WHILE).isAfter(at));
    }

    /** Returns why one more incident than the {@code open} ones is not opened; empty if it may be. */
    public Optional<Params> refuses(long open, boolean isNew, String service) {
        if (open >= settings.limits().openPerSite()) {
            return Optional.of(Params.because(TimelineReason.TOO_MANY_OPEN).and("open", open));
        }
        long brought =
                fresh.stream().filter(past -> past.service().equals(service)).count();
        return isNew && brought >= settings.limits().newTargetsPerHour()
                ? Optional.of(Params.because(TimelineReason.TOO_MANY_NEW)
                        .and("service", service)
                        .and("new", brought))
                : Optional.empty();
    }

    public void admit(String service) {
        fresh.add(new SiteState.NewTarget(at, service));
        if (fresh.size() > Bounds.NEW_TARGETS) {
            fresh.remove(0);
        }
    }

    List<SiteState.NewTarget> kept() {
        return List.copyOf(fresh);
    }
}
