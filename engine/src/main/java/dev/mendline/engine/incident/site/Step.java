package dev.mendline.engine.incident.site;

import dev.mendline.engine.incident.state.SiteState;
import java.util.List;

/** Result of one journal record: the next state of the site, and the effects in their order. */
public record Step(SiteState state, List<Effect> effects) {
    public Step {
        effects = List.copyOf(effects);
    }
}
