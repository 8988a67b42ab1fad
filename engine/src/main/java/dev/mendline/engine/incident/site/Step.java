package dev.mendline.engine.incident.site;

import dev.mendline.engine.incident.state.SiteState;
import java.util.List;

/** One step of the fold: the site's next state and what follows. */
public record Step(SiteState state, List<Effect> emissions) {
    public Step {
        emissions = List.copyOf(emissions);
    }
}
