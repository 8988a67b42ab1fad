package dev.mendline.engine.incident.editor;

import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.model.Version;
import dev.mendline.model.incident.Incident;
import java.util.List;

/** Builds the stored and the published form of an edited incident. */
final class IncidentMapper {
    private IncidentMapper() {}

    static IncidentState state(IncidentEditor editor, Identity identity) {
        return new IncidentState(
                incident(editor, identity),
                List.copyOf(editor.affected().nodes()),
                editor.logs().state(),
                editor.probes().state(editor.assessment()),
                editor.correlation().state(),
                new IncidentState.Lifecycle(
                        editor.episode().lastSeen(),
                        editor.revision().outdated(),
                        editor.episode().retried(),
                        editor.episode().reopenings(),
                        editor.operators().commands()),
                editor.overflow(),
                editor.merge());
    }

    private static Incident incident(IncidentEditor editor, Identity identity) {
        return new Incident(
                Incident.SCHEMA,
                editor.id(),
                editor.site(),
                editor.target(),
                List.copyOf(editor.affected().services()),
                List.copyOf(editor.affected().zones()),
                editor.episode().state(),
                editor.operators().acknowledgement(),
                editor.operators().silencedUntil(),
                editor.episode().flapping(),
                editor.episode().historical(),
                editor.assessment().severity(),
                editor.logs().counts(),
                editor.logs().rate(),
                editor.assessment().diagnosis(),
                List.copyOf(editor.probes().findings().values()),
                editor.assessment().advice(),
                editor.logs().samples(),
                editor.timeline().entries(),
                identity.openedAt(),
                editor.revision().updatedAt(),
                editor.episode().endedAt(),
                editor.episode().number(),
                identity.previous(),
                editor.episode().mergedInto(),
                editor.correlation().parent(),
                editor.revision().number(),
                editor.assessment().catalog(),
                editor.operators().feedback(),
                editor.correlation().scope(),
                editor.correlation().children(),
                editor.correlation().moreChildren(),
                Version.CURRENT);
    }
}
