package dev.mendline.cli;

import dev.mendline.model.incident.Incident;
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
            said("no longer flapping"),
            said("the silence is over"),
            said("not followed singly"),
            said("followed singly now"),
            said("inconclusive: no-answer"),
            said("not taken: the answer"),
            said("not asked: "),
            said("not resolved: "),
            said("not done: "),
            said("seen again and not reopened"),
            said("within "),
            said("drivers log it as what they try again"));

    static final List<String> ALL = STAGES.stream().map(SimulatedStage::name).toList();

    private static SimulatedStage said(String words) {
        return new SimulatedStage(
                words,
                incident -> incident.timeline().stream()
                        .anyMatch(entry -> entry.what().contains(words)));
    }

    static Stream<String> of(Incident incident) {
        return STAGES.stream().filter(stage -> stage.is.test(incident)).map(SimulatedStage::name);
    }
}
