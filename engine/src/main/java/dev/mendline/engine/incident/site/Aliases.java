package dev.mendline.engine.incident.site;

import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.model.facts.Atlas;
import dev.mendline.model.facts.Facts;
import dev.mendline.model.facts.HelloFacts;
import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.net.HostNames;
import dev.mendline.model.probe.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names that hide their deployment, and the deployment that findings assigned them to. The engine only looks such a
 * name up here. A site keeps at most {@value Bounds#ALIASES}; the least recently learned is forgotten first.
 */
public final class Aliases {
    private final String site;
    private final List<SiteState.Alias> known;

    Aliases(String site, List<SiteState.Alias> before) {
        this.site = site;
        this.known = new ArrayList<>(before);
    }

    List<SiteState.Alias> kept() {
        return List.copyOf(known);
    }

    /** Learns the names that a finding shows; returns whether one is new. */
    public boolean learn(String target, @Nullable Facts facts) {
        boolean news = false;
        TreeSet<String> names = named(facts)
                .map(HostNames::canonical)
                .filter(host -> hides(host, target))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String host : names) {
            SiteState.Alias alias = new SiteState.Alias(host, target);
            news |= !known.contains(alias);
            known.removeIf(each -> each.host().equals(host));
            known.add(alias);
        }
        while (known.size() > Bounds.ALIASES) {
            known.remove(0);
        }
        return news;
    }

    private static Stream<String> named(@Nullable Facts facts) {
        if (facts instanceof SrvFacts srv) {
            return srv.outsideParent() ? Stream.of() : srv.nodes().stream().map(Node::host);
        }
        if (facts instanceof HelloFacts hello) {
            return Stream.concat(hello.hosts().stream(), Stream.ofNullable(hello.primary()))
                    .map(Node::host);
        }
        return facts instanceof Atlas.ClusterFacts cluster ? cluster.optimizedSrv().stream() : Stream.of();
    }

    /** Returns whether a host belongs to this site and its name does not show its deployment. */
    private boolean hides(String host, String target) {
        boolean here = host.endsWith("." + site) || host.endsWith("-" + site) || HostNames.sharesParent(target, host);
        int dot = target.indexOf('.');
        String cluster = dot < 0 ? target : target.substring(0, dot);
        return here && !host.equals(target) && !host.startsWith(cluster + "-") && !host.startsWith(cluster + ".");
    }

    /** Returns the sighting with its deployment if its names are known to belong to one. */
    public Sighting resolved(Sighting sighting) {
        return sighting.target() != null
                ? sighting
                : targetOf(sighting.captures().host(), sighting.nodes())
                        .map(target -> sighting.of(site, target))
                        .orElse(sighting);
    }

    /** Returns the only deployment that the known ones of these names belong to. */
    public Optional<String> targetOf(@Nullable String host, Collection<Node> nodes) {
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Set<String> targets = Stream.concat(
                        Stream.ofNullable(host), nodes.stream().map(Node::host))
                .flatMap(name -> known.stream().filter(alias -> alias.host().equals(name)))
                .map(SiteState.Alias::target)
                .collect(Collectors.toCollection(TreeSet::new));
        return targets.size() == 1
                ? Optional.of(Objects.requireNonNull(targets.iterator().next()))
                : Optional.empty();
    }
}
