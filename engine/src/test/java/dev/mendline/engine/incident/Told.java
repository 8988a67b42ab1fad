package dev.mendline.engine.incident;

import dev.mendline.model.incident.Incident;
import java.util.List;

/** Timeline entries by what is typed of them, without their sentences. */
public final class Told {
    private Told() {}

    /** The kind, and the parameters where there are some: {@code silenced {reason=upgrade, until=…}}. */
    public static String of(Incident.TimelineEntry entry) {
        return entry.kind().word() + (entry.params().isEmpty() ? "" : " " + entry.params());
    }

    public static List<String> all(Incident incident) {
        return incident.timeline().stream().map(Told::of).toList();
    }

    public static String last(Incident incident) {
        return of(incident.timeline().get(incident.timeline().size() - 1));
    }
}
