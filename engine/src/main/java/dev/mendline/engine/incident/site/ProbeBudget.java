package dev.mendline.engine.incident.site;

import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.engine.incident.timeline.Params;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Budget of probe requests within one minute of the journal's clock, per target and per site. */
public final class ProbeBudget {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int perTarget;
    private final int perSite;
    private final List<SiteState.SpentProbes> spent;
    private final Instant at;

    ProbeBudget(EngineSettings settings, List<SiteState.SpentProbes> before, Instant at) {
        this.perTarget = settings.probing().maxPerTarget();
        this.perSite = settings.probing().maxPerSite();
        this.spent = new ArrayList<>(before);
        this.at = at;
        spent.removeIf(past -> !past.at().plus(WINDOW).isAfter(at));
    }

    public int left(String target) {
        int site = spent.stream().mapToInt(SiteState.SpentProbes::probes).sum();
        int own = spent.stream()
                .filter(past -> past.target().equals(target))
                .mapToInt(SiteState.SpentProbes::probes)
                .sum();
        return Math.max(0, Math.min(perTarget - own, perSite - site));
    }

    void spend(String target, int probes) {
        if (probes > 0) {
            spent.add(new SiteState.SpentProbes(at, target, probes));
        }
    }

    /** Returns the requests that count against the next minute. */
    List<SiteState.SpentProbes> spent() {
        return List.copyOf(spent);
    }

    /** Returns the limits as the timeline shows them. */
    public Params limits() {
        return Params.of("per-target", perTarget).and("per-site", perSite);
    }
}
