package dev.mendline.engine.incident.advice;

import dev.mendline.engine.catalog.Placeholders;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.engine.incident.timeline.NameList;
import dev.mendline.model.facts.Atlas;
import dev.mendline.model.facts.Attempt;
import dev.mendline.model.facts.ConnectionsFacts;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.facts.TcpFacts;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.log.Captures;
import dev.mendline.model.log.Resource;
import dev.mendline.model.net.Endpoint;
import dev.mendline.model.net.Network;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Reason;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Placeholder values for the sentences of a cause: the real names and numbers of one incident. */
final class PlaceholderValues {
    private static final int MAX_VALUE = 2_000;
    private static final int SERVICES_SHOWN = 3;

    private final IncidentEditor editor;
    private final Captures captures;
    private final RankedFindings findings;
    private final DnsValues dns;
    private final PeerValues peer;
    private final AtlasValues atlas;
    private final boolean countedByAtlas;

    /** {@code probes} are those that the sentences are about; their findings come first. */
    PlaceholderValues(IncidentEditor editor, Collection<String> probes) {
        this.editor = editor;
        this.captures = editor.logs().captures();
        this.findings = new RankedFindings(editor, probes);
        this.dns = new DnsValues(editor, findings);
        this.peer = new PeerValues(findings, captures.code());
        this.atlas = new AtlasValues(findings);
        this.countedByAtlas =
                probes.contains(ProbeKind.ATLAS_CONNECTIONS.id()) && !probes.contains(ProbeKind.CONNECTIONS.id());
    }

    String fill(String sentence) {
        return Placeholders.fill(
                sentence,
                (name, use) -> value(name, use).map(PlaceholderValues::oneLine).orElse(null));
    }

    /** Keeps a value on one line, because a separate line would read as a command. */
    private static String oneLine(Object value) {
        String line = value.toString().replaceAll("\\p{Cntrl}|\\R", " ");
        return line.length() <= MAX_VALUE ? line : line.substring(0, MAX_VALUE - 1) + "…";
    }

    private Optional<?> value(String name, Placeholders.Use use) {
        return switch (name) {
            case "target" -> Optional.ofNullable(editor.target());
            case "services" -> services();
            case "zone" -> zone();
            case "elsewhere" -> elsewhere();
            case "host" -> findings.node().map(Node::host).or(() -> Optional.ofNullable(captures.host()));
            case "port" -> findings.node().map(Node::port).or(() -> Optional.ofNullable(captures.port()));
            case "address" -> findings.node().flatMap(this::address);
            case "nodes" -> nodes();
            case "resolver" -> dns.resolver().map(resolver -> argument(resolver, use));
            case "reference" -> dns.reference().map(resolver -> argument(resolver, use));
            case "options" -> dns.options();
            case "seedlist" -> dns.seedlist();
            case "limit" ->
                Optional.ofNullable(captures.limit())
                        .or(() -> atlas.connections().map(Atlas.ConnectionsFacts::limit));
            case "current" ->
                counted()
                        .map(ConnectionsFacts::current)
                        .or(() -> atlas.connections().map(Atlas.ConnectionsFacts::current));
            case "percent" ->
                counted()
                        .map(ConnectionsFacts::percent)
                        .or(() -> atlas.connections().map(Atlas.ConnectionsFacts::percent));
            case "available" -> peer.connections().map(ConnectionsFacts::available);
            case "alert", "issuer", "names", "expiry", "role", "code" -> peer.value(name);
            default -> atlas.value(name);
        };
    }

    /** Returns the node's own count, unless the sentence is about the count of Atlas. */
    private Optional<ConnectionsFacts> counted() {
        return countedByAtlas && atlas.connections().isPresent() ? Optional.empty() : peer.connections();
    }

    /** Returns the address of a node at which TCP failed, or else one that answered. */
    private Optional<String> address(Node node) {
        return findings.facts(TcpFacts.class)
                .filter(facts -> facts.host().equals(node.host()) && facts.port() == node.port())
                .flatMap(facts -> facts.attempts().stream())
                .min(Comparator.comparing(attempt -> attempt.status() == Reason.ANSWERED))
                .map(Attempt::address)
                .filter(Network::isAddress);
    }

    private Optional<String> nodes() {
        return Optional.of(
                        editor.affected().nodes().stream().map(Node::toString).collect(Collectors.joining(",")))
                .filter(nodes -> !nodes.isEmpty());
    }

    /** Returns a resolver as an argument of {@code dig} or {@code nslookup}; only dig has an option for the port. */
    private static String argument(Endpoint resolver, Placeholders.Use use) {
        return switch (use) {
            case SENTENCE, COPY -> resolver.toString();
            case WINDOWS -> resolver.address();
            case UNIX ->
                resolver.port() == Endpoint.DNS_PORT
                        ? resolver.address()
                        : resolver.address() + " -p " + resolver.port();
        };
    }

    private Optional<String> services() {
        Set<String> services = editor.affected().services();
        return services.stream().anyMatch(Resource::isUnnamed)
                ? Optional.empty()
                : Optional.of(NameList.of(services, SERVICES_SHOWN));
    }

    private Optional<String> zone() {
        Set<String> zones = editor.affected().zones();
        return findings.trouble()
                .map(Incident.Evidence::zone)
                .filter(zones::contains)
                .or(() -> zones.stream().findFirst());
    }

    /** Returns the zone to compare with, once something was seen from there. */
    private Optional<String> elsewhere() {
        return editor.probes().findings().keySet().stream()
                .map(Check::zone)
                .filter(zone -> !editor.affected().zones().contains(zone))
                .findFirst();
    }
}
