package dev.mendline.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident;
import java.util.List;
import java.util.Objects;

/** Comparison of revisions byte for byte, or without sentences if different versions of Mendline wrote them. */
final class IncidentComparison {
    private static final List<String> SENTENCES = List.of("because", "for", "against");

    private IncidentComparison() {}

    static boolean equal(Incident one, Incident other) {
        return Objects.equals(one.writtenBy(), other.writtenBy())
                ? Json.text(one).equals(Json.text(other))
                : withoutSentences(one).equals(withoutSentences(other));
    }

    private static JsonNode withoutSentences(Incident incident) {
        ObjectNode tree = Json.tree(incident);
        tree.remove(List.of("writtenBy", "advice"));
        tree.path("timeline").forEach(entry -> ((ObjectNode) entry).remove("what"));
        tree.path("diagnosis").path("candidates").forEach(candidate -> ((ObjectNode) candidate).remove(SENTENCES));
        return tree;
    }
}
