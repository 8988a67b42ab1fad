package dev.mendline.engine.incident.editor;

import dev.mendline.engine.incident.state.Check;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.model.facts.SrvFacts;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Probes of one episode: requests, findings, and the plan to recheck them. */
public final class ProbeHistory {
    private final Map<Check, Incident.Evidence> findings = new TreeMap<>();
    private final List<IncidentState.PendingProbe> pending = new ArrayList<>();
    private final Map<Check, Instant> requested = new TreeMap<>();

    private int rechecks;

    @Nullable
    private Instant nextRecheck;

    private boolean postponed;

    void addAll(IncidentState stored) {
        replaceFindings(stored.incident().findings());
        IncidentState.Probes known = stored.probes();
        pending.addAll(known.pending());
        known.requested().forEach(each -> requested.put(each.check(), each.at()));
        rechecks = known.rechecks();
        nextRecheck = known.nextRecheck();
        postponed = known.postponed();
    }

    IncidentState.Probes state(Assessment assessment) {
        List<IncidentState.AskedProbe> times = requested.entrySet().stream()
                .map(each -> new IncidentState.AskedProbe(each.getKey(), each.getValue()))
                .toList();
        return new IncidentState.Probes(
                pending, times, assessment.confirmed(), assessment.recovered(), rechecks, nextRecheck, postponed);
    }

    /** Returns the last finding of each check, the cheapest check first. */
    public Map<Check, Incident.Evidence> findings() {
        return Collections.unmodifiableMap(findings);
    }

    /** Returns the findings of these probes. */
    public Stream<Incident.Evidence> findingsOf(Collection<String> probes) {
        return findings.values().stream().filter(found -> probes.contains(found.probe()));
    }

    public List<IncidentState.PendingProbe> pending() {
        return Collections.unmodifiableList(pending);
    }

    public boolean isPending(Check check) {
        return pending.stream().anyMatch(each -> each.check().equals(check));
    }

    public boolean requestedSince(Check check, Instant since) {
        Instant last = requested.get(check);
        return last != null && last.isAfter(since);
    }

    public @Nullable Instant requestedAt(Check check) {
        return requested.get(check);
    }

    public int rechecks() {
        return rechecks;
    }

    public @Nullable Instant nextRecheck() {
        return nextRecheck;
    }

    public boolean postponed() {
        return postponed;
    }

    /** Returns whether every request is answered, and no check waits for the budget. */
    public boolean settled() {
        return pending.isEmpty() && !postponed;
    }

    /** Returns the checks that were requested after this time and have neither a finding nor a pending request. */
    public SortedSet<Check> coolingDown(Instant since) {
        TreeSet<Check> checks = new TreeSet<>();
        requested.forEach((check, at) -> {
            if (at.isAfter(since) && !findings.containsKey(check)) {
                checks.add(check);
            }
        });
        pending.forEach(each -> checks.remove(each.check()));
        return checks;
    }

    public void request(IncidentState.PendingProbe probe, Instant at) {
        pending.add(probe);
        requested.put(probe.check(), at);
    }

    /** Removes a request that is answered or given up. */
    public void settle(String request) {
        pending.removeIf(each -> each.request().equals(request));
    }

    /** Marks that checks wait for the budget; returns whether that is new. */
    public boolean postpone() {
        boolean before = postponed;
        postponed = true;
        return !before;
    }

    /** Sets whether checks wait for the budget. */
    public void postponeIf(boolean waiting) {
        postponed = waiting;
    }

    public void planRecheck(Instant at) {
        nextRecheck = at;
    }

    public void rechecked() {
        rechecks++;
        nextRecheck = null;
    }

    /** Adds a finding; an inconclusive one does not replace an observation of the same check. */
    void add(Incident.Evidence finding) {
        Check check = Check.of(finding);
        Incident.Evidence known = findings.get(check);
        boolean observed = known != null && known.outcome() != Outcome.Kind.INCONCLUSIVE;
        if (!observed || finding.outcome() != Outcome.Kind.INCONCLUSIVE) {
            findings.put(check, finding);
        }
    }

    /** Returns the nodes that DNS answers of the deployment name: those seen from these zones, or else from others. */
    List<Node> namedNodes(Set<String> zones) {
        List<Node> here = namedNodes(zones::contains);
        return here.isEmpty() ? namedNodes(zone -> true) : here;
    }

    private List<Node> namedNodes(Predicate<String> zones) {
        return findings.values().stream()
                .filter(found -> zones.test(found.zone()))
                .flatMap(found -> found.facts() instanceof SrvFacts srv && !srv.outsideParent()
                        ? srv.nodes().stream()
                        : Stream.of())
                .toList();
    }

    /** Replaces the findings, as a parent shows those of one child. */
    public void replaceFindings(Collection<Incident.Evidence> others) {
        findings.clear();
        others.forEach(each -> findings.put(Check.of(each), each));
    }

    /** Removes what was found at other nodes; they are requested again if they become nodes of the deployment. */
    void keepOnly(Set<Node> nodes) {
        findings.keySet().removeIf(check -> check.node() != null && !nodes.contains(check.node()));
        requested.keySet().removeIf(check -> check.node() != null && !nodes.contains(check.node()));
    }

    /** Drops pending requests and the planned recheck. */
    void stop() {
        nextRecheck = null;
        pending.clear();
        postponed = false;
    }

    /** Starts a new episode: only the times of the last requests are kept. */
    void startEpisode() {
        stop();
        findings.clear();
        rechecks = 0;
    }
}
