package dev.mendline.engine.incident.diagnosis;

import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.engine.incident.timeline.TimelineReason;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.incident.TimelineKind;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tells the timeline, once an episode, what would be worth a look and gets none, and why. */
final class SkippedProbes {
    private final EngineSettings settings;
    private final IncidentEditor editor;
    private final Instant at;

    SkippedProbes(EngineSettings settings, IncidentEditor editor, Instant at) {
        this.settings = settings;
        this.editor = editor;
        this.at = at;
    }

    void note(List<Cause> suspects) {
        atlas(suspects);
        cooling();
    }

    private void atlas(List<Cause> suspects) {
        if (settings.probing().atlasTargets().contains(String.valueOf(editor.target()))) {
            return;
        }
        TreeSet<String> probes = suspects.stream()
                .flatMap(cause -> cause.probes().stream())
                .filter(probe -> ProbeKind.matches(probe, ProbeKind::asksAtlas))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!probes.isEmpty()) {
            editor.timeline()
                    .addOnceInEpisode(
                            TimelineKind.NOT_PROBED,
                            Params.because(TimelineReason.ATLAS_NOT_CONFIGURED),
                            Params.of("probes", String.join(", ", probes)));
        }
    }

    private void cooling() {
        SortedSet<Check> checks =
                editor.probes().coolingDown(at.minus(settings.probing().every()));
        if (!checks.isEmpty()) {
            editor.timeline()
                    .addOnceInEpisode(
                            TimelineKind.NOT_PROBED,
                            Params.because(TimelineReason.PROBED_RECENTLY),
                            Params.of(
                                            "probes",
                                            checks.stream()
                                                    .map(Check::probe)
                                                    .distinct()
                                                    .collect(Collectors.joining(", ")))
                                    .and("seconds", settings.probing().every().toSeconds()));
        }
    }
}
