package dev.mendline.engine.incident;

import dev.mendline.engine.catalogue.Placeholders;
import dev.mendline.engine.recognition.Sighter;
import dev.mendline.model.Facts;
import dev.mendline.model.HostFacts;
import dev.mendline.model.Incident;
import dev.mendline.model.Node;
import dev.mendline.model.Outcome;
import dev.mendline.model.Reason;
import dev.mendline.model.ResolverAnswer;
import dev.mendline.model.SrvFacts;
import dev.mendline.model.TcpFacts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The real names and numbers that stand in sentences of a cause. */
final class Details {
    private final Draft draft;

    Details(Draft draft) {
        this.draft = draft;
    }

    String fill(String sentence) {
        return Placeholders.fill(sentence, this::value);
    }

    private @Nullable String value(String name) {
        return switch (name) {
            case "target" -> draft.target;
            case "services" -> draft.services.contains(Sighter.UNKNOWN_SERVICE) ? null : services();
            case "zone" -> draft.zones.isEmpty() ? null : draft.zones.first();
            case "host" -> node().map(Node::host).orElse(draft.captures.host());
            case "port" -> node().map(node -> Integer.toString(node.port())).orElse(number(draft.captures.port()));
            case "address" -> address();
            case "nodes" -> nodes();
            case "resolver" -> resolver();
            case "reference" -> reference();
            case "limit" -> number(draft.captures.limit());
            default -> null;
        };
    }

    private static @Nullable String number(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    private String services() {
        String some = draft.services.stream().limit(3).collect(Collectors.joining(", "));
        return draft.services.size() > 3 ? some + " and " + (draft.services.size() - 3) + " more" : some;
    }

    /** The node that the trouble is with: one that failed a check, else the first that is known. */
    private Optional<Node> node() {
        return draft.findings.values().stream()
                .filter(evidence -> evidence.outcome() == Outcome.Kind.FAILED && evidence.node() != null)
                .map(Incident.Evidence::node)
                .map(Objects::requireNonNull)
                .findFirst()
                .or(() -> draft.nodes.stream().findFirst());
    }

    private @Nullable String address() {
        return facts(TcpFacts.class)
                .flatMap(facts -> facts.attempts().stream())
                .sorted((a, b) -> Boolean.compare(a.status() == Reason.ANSWERED, b.status() == Reason.ANSWERED))
                .map(TcpFacts.Attempt::address)
                .findFirst()
                .orElse(draft.captures.address());
    }

    private @Nullable String nodes() {
        String nodes = draft.nodes.stream().map(Node::toString).collect(Collectors.joining(","));
        return nodes.isEmpty() ? null : nodes;
    }

    private @Nullable String resolver() {
        return answers(SrvFacts::system, HostFacts::system)
                .sorted((a, b) -> Boolean.compare(a.status() == Reason.ANSWERED, b.status() == Reason.ANSWERED))
                .map(ResolverAnswer::resolver)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String reference() {
        return answers(SrvFacts::reference, HostFacts::reference)
                .filter(answer -> answer.status() == Reason.ANSWERED
                        || answer.status() == Reason.NXDOMAIN
                        || answer.status() == Reason.NODATA)
                .map(ResolverAnswer::resolver)
                .findFirst()
                .orElse(null);
    }

    private Stream<ResolverAnswer> answers(
            java.util.function.Function<SrvFacts, List<ResolverAnswer>> srv,
            java.util.function.Function<HostFacts, List<ResolverAnswer>> host) {
        return Stream.concat(
                facts(SrvFacts.class).flatMap(facts -> srv.apply(facts).stream()),
                facts(HostFacts.class).flatMap(facts -> host.apply(facts).stream()));
    }

    private <T extends Facts> Stream<T> facts(Class<T> type) {
        return draft.findings.values().stream()
                .map(Incident.Evidence::facts)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
