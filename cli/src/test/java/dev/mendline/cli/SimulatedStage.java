package dev.mendline.cli;

import dev.mendline.model.incident.Incident;
import dev.mendline.model.incident.TimelineKind;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What may become of an incident, as one revision of it tells. */
record SimulatedStage(String name, Predicate<Incident> is) {
    private static final List<SimulatedStage> STAGES = List.of(
            new SimulatedStage("open", incident -> incident.state() == Incident.State.OPEN),
            new SimulatedStage("resolved", incident -> incident.state() == Incident.State.RESOLVED),
            new SimulatedStage("reopened", incident -> incident.episodes() > 1),
            new SimulatedStage("one before", incident -> incident.previous() != null),
            new SimulatedStage("acknowledged", incident -> incident.acknowledged() != null),
            new SimulatedStage("silenced", incident -> incident.silencedUntil() != null),
            new SimulatedStage("judged", incident -> !incident.feedback().isEmpty()),
            new SimulatedStage("flapping", Incident::flapping),
            new SimulatedStage("historical", Incident::historical),
            new SimulatedStage("of a service", incident -> incident.target() == null),
            new SimulatedStage("of several zones", incident -> incident.zones().size() > 1),
            told(TimelineKind.FLAPPING_ENDED),
            told(TimelineKind.SILENCE_ENDED),
            told(TimelineKind.NOT_TRACKED),
            told(TimelineKind.TRACKED),
            told(TimelineKind.PROBE_FINISHED, "reason", "no-answer"),
            told(TimelineKind.ANSWER_IGNORED),
            told(TimelineKind.PROBES_DEFERRED),
            told(TimelineKind.NOT_RESOLVED),
            told(TimelineKind.COMMAND_REJECTED),
            told(TimelineKind.NOT_REOPENED),
            told(TimelineKind.NOT_PROBED, "why", "probed-recently"),
            told(TimelineKind.OPENED, "low", "drivers-retry"));

    static final List<String> ALL = STAGES.stream().map(SimulatedStage::name).toList();

    private static SimulatedStage told(TimelineKind kind) {
        return new SimulatedStage(
                kind.word(), incident -> incident.timeline().stream().anyMatch(entry -> entry.kind() == kind));
    }

    private static SimulatedStage told(TimelineKind kind, String name, String value) {
        return new SimulatedStage(
                kind.word() + " " + value,
                incident -> incident.timeline().stream()
                        .anyMatch(entry -> entry.kind() == kind
                                && value.equals(entry.params().get(name))));
    }

    static Stream<String> of(Incident incident) {
        return STAGES.stream().filter(stage -> stage.is.test(incident)).map(SimulatedStage::name);
    }
}
