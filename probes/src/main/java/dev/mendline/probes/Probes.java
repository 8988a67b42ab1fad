package dev.mendline.probes;

import dev.mendline.model.config.Inventory;
import dev.mendline.model.config.Secret;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.net.HostNames;
import dev.mendline.model.probe.ProbeRequest;
import dev.mendline.model.probe.Reason;
import dev.mendline.model.probe.Vantage;
import dev.mendline.probes.dns.HostProbe;
import dev.mendline.probes.dns.SrvProbe;
import dev.mendline.probes.dns.TxtProbe;
import dev.mendline.probes.driver.AuthProbe;
import dev.mendline.probes.driver.ConnectionsProbe;
import dev.mendline.probes.driver.HelloProbe;
import dev.mendline.probes.guard.Guard;
import dev.mendline.probes.net.IcmpProbe;
import dev.mendline.probes.net.TcpProbe;
import dev.mendline.probes.net.TlsProbe;
import dev.mendline.probes.spi.Observation;
import dev.mendline.probes.spi.Probe;
import dev.mendline.probes.spi.ProbeSettings;
import dev.mendline.probes.spi.Resolvers;
import dev.mendline.probes.spi.Stopwatch;
import dev.mendline.probes.spi.Subject;
import dev.mendline.probes.uri.UriProbe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All probes, behind one guard. Thread-safe. */
public final class Probes {
    private final Inventory inventory;
    private final Clock clock;
    private final ProbeSettings settings;
    private final Guard guard;
    private final Map<String, Probe> probes;

    public Probes(Inventory inventory, Clock clock, ProbeSettings settings) {
        this(inventory, clock, settings, registry(settings, new Guard(inventory), clock));
    }

    /** Creates a set of other probes behind the same guard. */
    public Probes(Inventory inventory, Clock clock, ProbeSettings settings, List<Probe> probes) {
        this.inventory = inventory;
        this.clock = clock;
        this.settings = settings;
        this.guard = new Guard(inventory);
        this.probes = probes.stream().collect(Collectors.toUnmodifiableMap(Probe::id, probe -> probe));
    }

    private static List<Probe> registry(ProbeSettings settings, Guard guard, Clock clock) {
        return List.of(
                new UriProbe(), //
                new SrvProbe(settings),
                new TxtProbe(settings),
                new HostProbe(settings),
                new TcpProbe(settings, guard),
                new TlsProbe(settings, guard, clock),
                new HelloProbe(settings, guard, clock),
                new AuthProbe(settings, guard, clock),
                new ConnectionsProbe(settings, guard, clock),
                new IcmpProbe(settings, guard));
    }

    /** Returns the ids of the available probes, as requests name them. */
    public Set<String> ids() {
        return new TreeSet<>(probes.keySet());
    }

    /**
     * Runs one probe on the caller's thread, within {@link ProbeSettings#probe}. Never throws: an error in a probe
     * becomes an inconclusive finding. An interrupt ends it as {@link Reason#INTERRUPTED} and leaves the thread's
     * interrupt flag set.
     */
    public Finding run(ProbeRequest request) {
        return run(request, null);
    }

    /** Runs one probe with a connection string for {@code uri}; null if there is none. */
    public Finding run(ProbeRequest request, @Nullable Secret connectionString) {
        Instant at = clock.instant();
        Stopwatch watch = new Stopwatch(settings.probe());
        Optional<Inventory.Zone> zone = inventory.zone(request.zone());
        Resolvers resolvers = zone.map(Resolvers::of).orElse(new Resolvers(List.of(), List.of()));
        Observation seen = zone.map(
                        each -> observe(request.probe(), subject(request, connectionString, each, resolvers)))
                .orElseGet(() -> Observation.inconclusive(Reason.OTHER, "No such zone is configured"));
        Vantage vantage = new Vantage(
                request.zone(),
                resolvers.systemTexts(),
                zone.map(Inventory.Zone::egress).orElse(List.of()));
        return new Finding(
                request.id(),
                request.site(),
                request.target(),
                request.probe(),
                request.node(),
                seen.outcome().kind(),
                seen.outcome().reason(),
                seen.facts(),
                at,
                watch.millis(),
                vantage,
                seen.transcript(),
                seen.refusals());
    }

    /**
     * Returns the settings for a request. A node has the TLS settings of the target that lists it, otherwise those of
     * the request's target. Credentials go only to nodes of their own target, because a request may name a node of
     * somebody else.
     */
    private Subject subject(
            ProbeRequest request, @Nullable Secret connectionString, Inventory.Zone zone, Resolvers resolvers) {
        String target = HostNames.canonical(request.target());
        String host = request.node() == null ? target : request.node().host();
        Optional<Inventory.Target> listed = inventory.targetOf(host).or(() -> inventory.targetOf(target));
        return new Subject(
                target,
                request.node(),
                connectionString,
                guard.owner(host, target).map(Inventory.Target::credentials).orElse(null),
                listed.map(Inventory.Target::tls).orElse(true),
                listed.map(Inventory.Target::tlsCaFile)
                        .or(() -> inventory.suffixOf(host).map(Inventory.Suffix::tlsCaFile))
                        .orElse(null),
                zone,
                resolvers);
    }

    /** Returns the time until the request's deadline; negative after it. */
    public Duration left(ProbeRequest request) {
        return Duration.between(clock.instant(), request.deadline());
    }

    private Observation observe(String id, Subject subject) {
        Probe probe = probes.get(id);
        if (probe == null) {
            return Observation.inconclusive(
                    Reason.OTHER, "This version has no such probe; it has " + String.join(", ", ids()));
        }
        try {
            return guarded(probe, subject);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Observation.inconclusive(Reason.INTERRUPTED, "Stopped");
        } catch (RuntimeException e) {
            // The class alone: a message may quote what the probe was given.
            return Observation.inconclusive(
                    Reason.OTHER, "Internal error of the probe: " + e.getClass().getName());
        }
    }

    private Observation guarded(Probe probe, Subject subject) throws InterruptedException {
        List<Guard.Refusal> refusals = new ArrayList<>();
        for (String name : probe.names(subject)) {
            guard.name(name).ifPresent(refusals::add);
        }
        return refusals.isEmpty()
                ? probe.run(subject)
                : Observation.notAllowed(
                        refusals.stream().map(Guard.Refusal::record).distinct().toList(),
                        refusals.stream()
                                .flatMap(refusal -> refusal.transcript().stream())
                                .distinct()
                                .toList());
    }
}
