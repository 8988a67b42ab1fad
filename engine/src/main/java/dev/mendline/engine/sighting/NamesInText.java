package dev.mendline.engine.sighting;

import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.MatchResult;
import dev.mendline.engine.pattern.Text;
import dev.mendline.model.net.HostNames;
import dev.mendline.model.probe.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Listed host names of a text, with their ports. */
record NamesInText(List<Named> names) {
    /** Listed name; {@code srv} if it occurs as an SRV name, port 0 if it has none. */
    record Named(String host, int port, boolean srv, Deployments.Place place) {}

    private static final int MAX_TEXT = 1 << 16;
    private static final int MAX_NAMES = 64;
    private static final LinePattern NAME = LinePattern.compile(
            "(?P<srv>_mongodb\\._tcp\\.)?(?P<host>[A-Za-z0-9][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9][A-Za-z0-9_-]*)+)"
                    + "(?::(?P<port>[0-9]{1,5}))?",
            false);

    static NamesInText of(String whole, Deployments deployments) {
        Text text = Text.of(whole.length() > MAX_TEXT ? whole.substring(0, MAX_TEXT) : whole);
        List<Named> names = new ArrayList<>();
        MatchResult name = NAME.first(text);
        while (name != null && names.size() < MAX_NAMES) {
            String host = HostNames.canonical(Objects.requireNonNull(name.group("host")));
            if (HostNames.isName(host)) {
                String port = name.group("port");
                boolean srv = name.group("srv") != null;
                deployments
                        .place(host)
                        .ifPresent(place ->
                                names.add(new Named(host, port == null ? 0 : Integer.parseInt(port), srv, place)));
            }
            name = NAME.findAfter(text, text.from(), text.to(), name);
        }
        return new NamesInText(List.copyOf(names));
    }

    /** Returns the deployments that the text names. */
    List<String> targets() {
        return names.stream()
                .map(named -> named.place().target())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Returns the only deployment that the text names; if it names several of one site, that site. */
    Optional<Deployments.Place> onlyPlace() {
        List<String> targets = targets();
        List<String> sites =
                names.stream().map(named -> named.place().site()).distinct().toList();
        return sites.size() != 1
                ? Optional.empty()
                : Optional.of(new Deployments.Place(sites.get(0), targets.size() == 1 ? targets.get(0) : null));
    }

    /**
     * Returns the names that occur as nodes of the deployment: with a port, or different from its own name. For an
     * unknown deployment, the names of its site that do not show theirs.
     */
    List<Node> nodesOf(Deployments.Place place) {
        return names.stream()
                .filter(named -> named.place().equals(place))
                .filter(named ->
                        !named.srv() && (named.port() > 0 || !named.host().equals(place.target())))
                .filter(named -> named.port() <= 65_535)
                .map(named -> new Node(named.host(), named.port() > 0 ? named.port() : Node.DEFAULT_PORT))
                .distinct()
                .toList();
    }
}
