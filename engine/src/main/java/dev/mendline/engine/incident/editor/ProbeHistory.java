package dev.mendline.engine.incident.editor;

import dev.mendline.engine.incident.state.AskedProbe;
import dev.mendline.engine.incident.state.Check;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.engine.incident.state.PendingProbe;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.probe.Node;
import dev.mendline.model.probe.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was looked at in the episode that a draft is in: what was asked for, what was found, and when to look again. */
public final class ProbeHistory {
    public final Map<Check, Incident.Evidence> findings = new TreeMap<>();
    public final List<PendingProbe> pending = new ArrayList<>();
    public final Map<Check, Instant> asked = new TreeMap<>();

    @Nullable
    public String confirmed;

    @Nullable
    public Instant recovered;

    public int rechecks;

    @Nullable
    public Instant nextRecheck;

    public boolean postponed;

    void addAll(IncidentState file) {
        file.incident().findings().forEach(evidence -> findings.put(Check.of(evidence), evidence));
        pending.addAll(file.pending());
        file.asked().forEach(each -> asked.put(each.check(), each.at()));
        confirmed = file.confirmed();
        recovered = file.recovered();
        rechecks = file.rechecks();
        nextRecheck = file.nextRecheck();
        postponed = file.postponed();
    }

    List<AskedProbe> questions() {
        return asked.entrySet().stream()
                .map(each -> new AskedProbe(each.getKey(), each.getValue()))
                .toList();
    }

    /**
     * Takes evidence in, in the place of older evidence of the same check; but that we could not look tells nothing, so
     * what was observed before stays.
     */
    void found(Incident.Evidence evidence) {
        Check check = Check.of(evidence);
        Incident.Evidence known = findings.get(check);
        boolean observed = known != null && known.outcome() != Outcome.Kind.INCONCLUSIVE;
        if (!observed || evidence.outcome() != Outcome.Kind.INCONCLUSIVE) {
            findings.put(check, evidence);
        }
    }

    /** What is no node of the deployment does not speak for it; should it become one, it is asked anew. */
    void keepOnly(Set<Node> nodes) {
        findings.keySet().removeIf(check -> check.node() != null && !nodes.contains(check.node()));
        asked.keySet().removeIf(check -> check.node() != null && !nodes.contains(check.node()));
    }

    /** The request is answered, or given up. */
    public void settle(String request) {
        pending.removeIf(each -> each.request().equals(request));
    }

    /** What was asked for too lately to be asked for again, though its answer counts no more. */
    public SortedSet<Check> cooling(Instant since) {
        TreeSet<Check> checks = new TreeSet<>();
        asked.forEach((check, at) -> {
            if (at.isAfter(since) && !findings.containsKey(check)) {
                checks.add(check);
            }
        });
        pending.forEach(each -> checks.remove(each.check()));
        return checks;
    }

    /** Nothing more will come of what was asked for, and nothing is left to ask for. */
    public boolean settled() {
        return pending.isEmpty() && !postponed;
    }

    /** Nothing is waited for any more. */
    void stop() {
        nextRecheck = null;
        pending.clear();
        postponed = false;
    }

    /** What the last episode showed does not speak for the next; when a check was asked for last still counts. */
    void forget() {
        stop();
        findings.clear();
        confirmed = null;
        recovered = null;
        rechecks = 0;
    }
}
