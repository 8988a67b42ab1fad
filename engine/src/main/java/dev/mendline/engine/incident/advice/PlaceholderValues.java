package dev.mendline.engine.incident.advice;

import dev.mendline.engine.catalog.Placeholders;
import dev.mendline.engine.incident.editor.IncidentEditor;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.engine.sighting.SightingFactory;
import dev.mendline.model.facts.Atlas;
import dev.mendline.model.facts.ConnectionsFacts;
import dev.mendline.model.facts.ProbeKind;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.net.Endpoint;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The real names and numbers that stand in sentences of a cause. */
final class PlaceholderValues {
    private static final int MAX_VALUE = 2_000;

    private final IncidentEditor editor;
    private final RankedFindings seen;
    private final NodeValues node;
    private final DnsValues dns;
    private final PeerValues peer;
    private final AtlasValues atlas;
    private final boolean asAtlasCounts;

    /** {@code probes} are those that the sentences are about; where they found something it is told before all else. */
    PlaceholderValues(IncidentEditor editor, Collection<String> probes) {
        this.editor = editor;
        this.seen = new RankedFindings(editor, probes);
        this.node = new NodeValues(editor, seen);
        this.dns = new DnsValues(editor, seen);
        this.peer = new PeerValues(editor, seen);
        this.atlas = new AtlasValues(seen);
        this.asAtlasCounts =
                probes.contains(ProbeKind.ATLAS_CONNECTIONS.id()) && !probes.contains(ProbeKind.CONNECTIONS.id());
    }

    String fill(String sentence) {
        return Placeholders.fill(sentence, (name, use) -> oneLine(value(name, use)));
    }

    /** Keeps a value on one line, because a separate line would read as a command. */
    private static @Nullable String oneLine(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        String line = value.toString().replaceAll("\\p{Cntrl}|\\R", " ");
        return line.length() <= MAX_VALUE ? line : line.substring(0, MAX_VALUE - 1) + "…";
    }

    private @Nullable Object value(String name, Placeholders.Use use) {
        return switch (name) {
            case "target" -> editor.target();
            case "services" ->
                editor.affected().services().contains(SightingFactory.UNKNOWN_SERVICE) ? null : services();
            case "zone" -> zone();
            case "elsewhere" -> elsewhere();
            case "limit" -> limit();
            case "host" -> node.host();
            case "port" -> node.port();
            case "address" -> node.address();
            case "nodes" -> node.nodes();
            case "resolver" -> resolver(dns.resolver(), use);
            case "reference" -> resolver(dns.reference(), use);
            case "options" -> dns.options();
            case "seedlist" -> dns.seedlist();
            default -> peer(name);
        };
    }

    private @Nullable Object peer(String name) {
        return switch (name) {
            case "alert" -> peer.alert();
            case "issuer" -> peer.issuer();
            case "names" -> peer.names();
            case "expiry" -> peer.expiry();
            case "role" -> peer.role();
            case "code" -> peer.code();
            case "current" -> current();
            case "available" ->
                peer.connections().map(ConnectionsFacts::available).orElse(null);
            case "percent" -> percent();
            default -> atlas(name);
        };
    }

    private @Nullable Object atlas(String name) {
        return switch (name) {
            case "egress" -> atlas.egress();
            case "entry" -> atlas.entry();
            case "tier" -> atlas.tier();
            case "rate" ->
                atlas.connections().map(Atlas.ConnectionsFacts::newPerSecond).orElse(null);
            case "logins" -> atlas.logins();
            case "events" -> atlas.events();
            case "endpoint" -> atlas.endpoint();
            default -> null;
        };
    }

    /** The server's own words before what Atlas says of the tier. */
    private @Nullable Integer limit() {
        Integer told = editor.logs().captures().limit();
        return told != null
                ? told
                : atlas.connections().map(Atlas.ConnectionsFacts::limit).orElse(null);
    }

    private @Nullable Object current() {
        return counted()
                .map(ConnectionsFacts::current)
                .or(() -> atlas.connections().map(Atlas.ConnectionsFacts::current))
                .orElse(null);
    }

    private @Nullable Object percent() {
        return counted()
                .map(ConnectionsFacts::percent)
                .or(() -> atlas.connections().map(Atlas.ConnectionsFacts::percent))
                .orElse(null);
    }

    /** As the node itself counts, unless the sentence is about what Atlas counted. */
    private Optional<ConnectionsFacts> counted() {
        return asAtlasCounts && atlas.connections().isPresent() ? Optional.empty() : peer.connections();
    }

    /** As {@code dig} and {@code nslookup} want a resolver: an address, and where it is another, dig's option for the port. */
    private static @Nullable Object resolver(Optional<Endpoint> known, Placeholders.Use use) {
        return known.map(resolver -> switch (use) {
                    case SENTENCE, COPY -> resolver.toString();
                    case WINDOWS -> resolver.address();
                    case UNIX ->
                        resolver.port() == Endpoint.DNS_PORT
                                ? resolver.address()
                                : resolver.address() + " -p " + resolver.port();
                })
                .orElse(null);
    }

    private String services() {
        String some = editor.affected().services().stream().limit(3).collect(Collectors.joining(", "));
        return editor.affected().services().size() > 3
                ? some + " and " + (editor.affected().services().size() - 3) + " more"
                : some;
    }

    private @Nullable String zone() {
        return seen.trouble()
                .map(Incident.Evidence::zone)
                .filter(editor.affected().zones()::contains)
                .orElse(
                        editor.affected().zones().isEmpty()
                                ? null
                                : editor.affected().zones().first());
    }

    /** The zone to compare with, once something was seen from there. */
    private @Nullable String elsewhere() {
        return editor.probes().findings().keySet().stream()
                .map(Check::zone)
                .filter(zone -> !editor.affected().zones().contains(zone))
                .findFirst()
                .orElse(null);
    }
}
