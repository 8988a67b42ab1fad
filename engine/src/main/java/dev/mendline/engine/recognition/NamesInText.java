package dev.mendline.engine.recognition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.mendline.model.HostNames;
import dev.mendline.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The listed host names that stand in a text, with their ports. */
record NamesInText(List<Named> names) {
    /** A listed name; {@code srv} when it stands as an SRV name, port 0 when none is beside it. */
    record Named(String host, int port, boolean srv, Deployments.Place place) {}

    private static final int MAX_TEXT = 1 << 16;
    private static final int MAX_NAMES = 64;
    private static final Pattern NAME = Pattern.compile(
            "(_mongodb\\._tcp\\.)?([A-Za-z0-9][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9][A-Za-z0-9_-]*)+)(?::([0-9]{1,5}))?");

    static NamesInText of(String whole, Deployments deployments) {
        String text = whole.length() > MAX_TEXT ? whole.substring(0, MAX_TEXT) : whole;
        List<Named> names = new ArrayList<>();
        Matcher name = NAME.matcher(text);
        while (name.find() && names.size() < MAX_NAMES) {
            String host = HostNames.canonical(name.group(2));
            if (HostNames.isName(host)) {
                int port = name.group(3) == null ? 0 : Integer.parseInt(name.group(3));
                boolean srv = name.group(1) != null;
                deployments.place(host).ifPresent(place -> names.add(new Named(host, port, srv, place)));
            }
        }
        return new NamesInText(List.copyOf(names));
    }

    /** The one deployment that the text speaks of; where it names several of one site, that site. */
    Optional<Deployments.Place> onlyPlace() {
        Set<String> targets = names.stream()
                .filter(named -> named.place().target() != null)
                .map(named -> named.place().target())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> sites =
                names.stream().map(named -> named.place().site()).collect(Collectors.toCollection(TreeSet::new));
        if (sites.size() != 1) {
            return Optional.empty();
        }
        String site = sites.iterator().next();
        return Optional.of(new Deployments.Place(
                site, targets.size() == 1 ? targets.iterator().next() : null));
    }

    /** Names that stand as nodes of the target: with a port, or another name than the target's own. */
    List<Node> nodesOf(String target, Deployments deployments) {
        return names.stream()
                .filter(named -> target.equals(named.place().target()))
                .filter(named ->
                        !named.srv() && (named.port() > 0 || !named.host().equals(target)))
                .filter(named -> named.port() <= 65_535)
                .map(named -> new Node(named.host(), named.port() > 0 ? named.port() : Node.DEFAULT_PORT))
                .distinct()
                .toList();
    }
}
