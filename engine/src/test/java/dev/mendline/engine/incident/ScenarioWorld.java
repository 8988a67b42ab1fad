package dev.mendline.engine.incident;

import static dev.mendline.engine.incident.Sights.NODES;
import static dev.mendline.engine.incident.Sights.PRIMARY;

import dev.mendline.model.facts.Facts;
import dev.mendline.model.facts.HelloFacts.Role;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.ProbeRequest;
import dev.mendline.model.probe.Reason;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What probes find at a deployment of three nodes: all is well but for what was said otherwise. */
final class ScenarioWorld {
    /** What one probe comes to. */
    record Sight(Outcome outcome, @Nullable Facts facts) {
        static Sight pass(Facts facts) {
            return new Sight(new Outcome.Passed(), facts);
        }

        static Sight fail(Reason reason, Facts facts) {
            return new Sight(new Outcome.Failed(reason), facts);
        }
    }

    private static final Map<String, Function<Node, Sight>> WELL = Map.of(
            "uri", none -> new Sight(new Outcome.Inconclusive(Reason.NOTHING_TO_PROBE), null),
            "dns-srv", none -> Sight.pass(Sights.srv(Reason.ANSWERED, Reason.ANSWERED)),
            "dns-txt", none -> Sight.pass(Sights.txt("authSource=admin", "replicaSet=rs0")),
            "dns-host", node -> Sight.pass(Sights.host(node, Reason.ANSWERED)),
            "tcp", node -> Sight.pass(Sights.tcp(node, Reason.ANSWERED)),
            "tls", node -> Sight.pass(Sights.certificate(node, "CN=Authority")),
            "hello",
                    node -> Sight.pass(
                            Sights.hello(node, node.equals(PRIMARY) ? Role.PRIMARY : Role.SECONDARY, PRIMARY)),
            "auth", node -> Sight.pass(Sights.auth(node, null)),
            "connections", node -> Sight.pass(Sights.connections(node, 12, 988)));

    private final Map<String, Function<Node, Sight>> here = new HashMap<>(WELL);
    private final Map<String, Function<Node, Sight>> away = new HashMap<>(WELL);

    ScenarioWorld() {
        AtlasSights.well().forEach((probe, sight) -> where(probe, none -> sight));
    }

    /** As a probe finds it from everywhere. */
    ScenarioWorld where(String probe, Function<Node, Sight> sight) {
        away.put(probe, sight);
        return whereHere(probe, sight);
    }

    /** As a probe finds it from the service's own zone only. */
    ScenarioWorld whereHere(String probe, Function<Node, Sight> sight) {
        here.put(probe, sight);
        return this;
    }

    /** As Atlas has it, whoever asks. */
    ScenarioWorld atlas(Reason reason, Facts facts) {
        return atlas(Sight.fail(reason, facts));
    }

    /** The same, where nothing of it is amiss. */
    ScenarioWorld atlas(Facts facts) {
        return atlas(Sight.pass(facts));
    }

    private ScenarioWorld atlas(Sight sight) {
        return where(AtlasSights.probe(sight.facts()), none -> sight);
    }

    /** Atlas does not answer, whatever it is asked. */
    ScenarioWorld atlasIsSilent() {
        AtlasSights.well()
                .keySet()
                .forEach(probe -> where(probe, none -> new Sight(new Outcome.Inconclusive(Reason.TIMED_OUT), null)));
        return this;
    }

    /** Connections open nowhere, or not from the service's zone. */
    ScenarioWorld shut(Map<String, Function<Node, Sight>> place, Reason reason) {
        place.put("tcp", node -> Sight.fail(reason, Sights.tcp(node, reason)));
        return this;
    }

    ScenarioWorld shutHere(Reason reason) {
        return shut(here, reason);
    }

    ScenarioWorld shutEverywhere(Reason reason) {
        return shut(away, reason).shut(here, reason);
    }

    Sight at(ProbeRequest request) {
        Function<Node, Sight> sight = (request.zone().equals(Sights.HOME) ? here : away).get(request.probe());
        if (sight == null) {
            throw new AssertionError("nothing is said of " + request.probe());
        }
        return sight.apply(request.node() == null ? NODES.get(0) : request.node());
    }
}
