package dev.mendline.engine.incident;

import dev.mendline.engine.catalogue.Placeholders;
import dev.mendline.engine.recognition.Sighter;
import dev.mendline.model.Attempt;
import dev.mendline.model.Facts;
import dev.mendline.model.HostFacts;
import dev.mendline.model.Incident;
import dev.mendline.model.Node;
import dev.mendline.model.Outcome;
import dev.mendline.model.Reason;
import dev.mendline.model.ResolverAnswer;
import dev.mendline.model.SrvFacts;
import dev.mendline.model.TcpFacts;
import java.util.Comparator;
import java.util.List;
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
        return Placeholders.fill(sentence, name -> oneLine(value(name)));
    }

    /** A value is one line, whoever said it: a line of its own would read as a command. */
    private static @Nullable String oneLine(@Nullable String value) {
        return value == null ? null : value.replaceAll("\\p{Cntrl}|\\R", " ");
    }

    private @Nullable String value(String name) {
        return switch (name) {
            case "target" -> draft.target;
            case "services" -> draft.services.contains(Sighter.UNKNOWN_SERVICE) ? null : services();
            case "zone" -> zone();
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

    /** What the sentences are about: the evidence against one node, the most telling first. */
    private Optional<Incident.Evidence> trouble() {
        return draft.findings.values().stream()
                .filter(evidence -> evidence.outcome() == Outcome.Kind.FAILED && evidence.node() != null)
                .min(Comparator.comparing((Incident.Evidence evidence) -> !draft.zones.contains(evidence.zone()))
                        .thenComparing(evidence -> evidence.reason() != Reason.REFUSED));
    }

    private Optional<Node> node() {
        return trouble()
                .or(() -> draft.findings.values().stream()
                        .filter(evidence -> evidence.node() != null)
                        .findFirst())
                .map(Incident.Evidence::node)
                .or(() -> draft.nodes.stream().findFirst());
    }

    private @Nullable String address() {
        return draft.findings.values().stream()
                .filter(evidence -> evidence.node() != null && evidence.node().equals(node().orElse(null)))
                .map(Incident.Evidence::facts)
                .filter(TcpFacts.class::isInstance)
                .flatMap(facts -> ((TcpFacts) facts).attempts().stream())
                .min(Comparator.comparing(attempt -> attempt.status() == Reason.ANSWERED))
                .map(Attempt::address)
                .orElse(null);
    }

    private @Nullable String zone() {
        return draft.findings.values().stream()
                .filter(evidence -> evidence.outcome() == Outcome.Kind.FAILED)
                .map(Incident.Evidence::zone)
                .filter(draft.zones::contains)
                .findFirst()
                .orElse(draft.zones.isEmpty() ? null : draft.zones.first());
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
