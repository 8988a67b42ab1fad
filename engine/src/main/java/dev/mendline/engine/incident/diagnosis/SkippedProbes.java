package dev.mendline.engine.incident.diagnosis;

import dev.mendline.engine.catalog.Cause;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.timeline.Params;
import dev.mendline.engine.incident.timeline.TimelineReason;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.incident.TimelineKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Note in the timeline, once an episode, about probes that a cause wants and that are not requested. */
record SkippedProbes(EngineSettings settings, IncidentEditor editor) {
    void note(List<Cause> suspects) {
        if (!settings.probing().atlasTargets().contains(String.valueOf(editor.target()))) {
            Stream<String> atlas = suspects.stream()
                    .flatMap(cause -> cause.probes().stream())
                    .filter(probe -> ProbeKind.matches(probe, ProbeKind::asksAtlas))
                    .sorted();
            note(TimelineReason.ATLAS_NOT_CONFIGURED, atlas, Params.NONE);
        }
        Duration every = settings.probing().every();
        note(
                TimelineReason.PROBED_RECENTLY,
                editor.probes().coolingDown(editor.at().minus(every)).stream().map(Check::probe),
                Params.of("seconds", every.toSeconds()));
    }

    private void note(TimelineReason why, Stream<String> probes, Params params) {
        String names = probes.distinct().collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            editor.timeline()
                    .addOnceInEpisode(TimelineKind.NOT_PROBED, Params.because(why), params.and("probes", names));
        }
    }
}
