package dev.mendline.engine.incident.lifecycle;

import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.model.incident.TimelineKind;
import java.time.Duration;
import java.time.Instant;

/** Whether an incident comes back again and again: so many reopenings within a while, until a while passes without. */
public final class FlappingPolicy {
    private final EngineSettings settings;

    public FlappingPolicy(EngineSettings settings) {
        this.settings = settings;
    }

    public void reopened(IncidentEditor draft, Instant at) {
        draft.reopenings.add(at);
        while (draft.reopenings.size() > settings.flapping().count()) {
            draft.reopenings.remove(0);
        }
    }

    /** True when it begins or ends. */
    public boolean judge(IncidentEditor draft, Instant at) {
        Duration within = settings.flapping().within();
        draft.reopenings.removeIf(past -> !past.plus(within).isAfter(at));
        boolean often = draft.reopenings.size() >= settings.flapping().count();
        boolean flaps = draft.flapping ? !draft.reopenings.isEmpty() : often;
        if (flaps == draft.flapping) {
            return false;
        }
        draft.flapping = flaps;
        draft.timeline.add(
                at,
                flaps ? TimelineKind.FLAPPING : TimelineKind.FLAPPING_ENDED,
                Params.of("minutes", within.toMinutes()).and("times", flaps ? draft.reopenings.size() : null));
        return true;
    }
}
