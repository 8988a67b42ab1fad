package dev.mendline.engine.incident.editor;

import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.IncidentState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Latest reopenings of one incident; many of them within a while make it a flapping one. */
public final class Reopenings {
    private final List<Instant> latest = new ArrayList<>();
    private boolean flapping;

    void addAll(IncidentState stored) {
        latest.addAll(stored.lifecycle().reopenings());
        flapping = stored.incident().flapping();
    }

    List<Instant> latest() {
        return latest;
    }

    public int count() {
        return latest.size();
    }

    public boolean flapping() {
        return flapping;
    }

    public void record(Instant at, EngineSettings.Flapping settings) {
        latest.add(at);
        while (latest.size() > settings.count()) {
            latest.remove(0);
        }
    }

    /** Judges at this time whether the incident is flapping; returns whether that changed. */
    public boolean judge(Instant at, EngineSettings.Flapping settings) {
        latest.removeIf(past -> !past.plus(settings.within()).isAfter(at));
        boolean before = flapping;
        flapping = before ? !latest.isEmpty() : latest.size() >= settings.count();
        return flapping != before;
    }

    /** Ends the flapping of an incident that can no longer reopen. */
    public void end() {
        flapping = false;
    }
}
