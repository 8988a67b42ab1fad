package dev.mendline.cli;

import dev.mendline.engine.incident.IncidentEngine;
import dev.mendline.engine.incident.JournalEntries;
import dev.mendline.engine.incident.site.Effect;
import dev.mendline.engine.incident.site.Step;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Command;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Tick;
import dev.mendline.model.probe.ProbeRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Folds a journal in memory and keeps all that follows, every revision of every incident among it. */
final class JournalFold implements Effect.Handler {
    private final IncidentEngine engine;
    private final UnaryOperator<SiteState> between;
    private final Map<Integer, TreeMap<String, SiteState>> partitions = new TreeMap<>();
    final TreeMap<String, List<String>> revisions = new TreeMap<>();
    final TreeMap<String, Incident> newest = new TreeMap<>();
    final List<ProbeRequest> requests = new ArrayList<>();
    final List<JournalRecord> written = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();

    JournalFold(IncidentEngine engine) {
        this(engine, UnaryOperator.identity());
    }

    /** {@code between} is what happens to a state from one record to the next. */
    JournalFold(IncidentEngine engine, UnaryOperator<SiteState> between) {
        this.engine = engine;
        this.between = between;
    }

    void read(JournalEntry entry) {
        JournalRecord record = JournalEntries.read(entry.key(), entry.value()).orElseThrow();
        TreeMap<String, SiteState> sites = sites(entry.partition());
        if (record instanceof Tick) {
            new TreeSet<>(sites.keySet())
                    .stream()
                            .filter(site ->
                                    engine.needsTick(sites.getOrDefault(site, SiteState.empty(site)), entry.at()))
                            .forEach(site -> step(sites, site, record, entry));
        } else {
            step(sites, String.valueOf(entry.key()), record, entry);
        }
    }

    private void step(TreeMap<String, SiteState> sites, String site, JournalRecord record, JournalEntry entry) {
        SiteState before = between.apply(sites.getOrDefault(site, SiteState.empty(site)));
        Step step = engine.on(record, entry.position(), entry.at(), before);
        sites.put(site, step.state());
        step.effects().forEach(effect -> effect.to(this));
    }

    boolean needsTicks(int partition) {
        return sites(partition).values().stream().anyMatch(SiteState::needsTicks);
    }

    /** The sites of one partition as they stand. */
    TreeMap<String, SiteState> sites(int partition) {
        return partitions.computeIfAbsent(partition, number -> new TreeMap<>());
    }

    @Override
    public void publish(Incident incident) {
        revisions.computeIfAbsent(incident.id(), id -> new ArrayList<>()).add(Json.text(incident));
        newest.put(incident.id(), incident);
    }

    @Override
    public void request(ProbeRequest request) {
        requests.add(request);
    }

    @Override
    public void write(JournalRecord record) {
        written.add(record);
    }

    @Override
    public void forget(String incident) {
        newest.remove(incident);
    }

    @Override
    public void refused(Command command, String why) {
        refusals.add(command.kind().word() + ": " + why);
    }
}
