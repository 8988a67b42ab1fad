package dev.mendline.engine.incident;

import java.util.List;

/** One step of the fold: the site's next state and what follows. */
public record Step(SiteState state, List<Emission> emissions) {
    public Step {
        emissions = List.copyOf(emissions);
    }
}
