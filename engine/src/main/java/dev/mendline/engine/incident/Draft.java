package dev.mendline.engine.incident;

import dev.mendline.engine.catalogue.Shown;
import dev.mendline.model.Advice;
import dev.mendline.model.Captures;
import dev.mendline.model.Diagnosis;
import dev.mendline.model.Driver;
import dev.mendline.model.Incident;
import dev.mendline.model.Network;
import dev.mendline.model.Node;
import dev.mendline.model.Outcome;
import dev.mendline.model.Sample;
import dev.mendline.model.Severity;
import dev.mendline.model.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A case file opened for writing, within one step of the engine. Not thread-safe, never kept. */
final class Draft {
    private static final int MAX_SERVICES = 50;
    private static final int MAX_OF_A_KIND = 16;
    private static final int MAX_MINUTES = 60;
    private static final int FIRST_ENTRIES = 10;
    private static final int MAX_ENTRIES = 40;

    final String id;
    final String site;
    final @Nullable String target;
    final Instant openedAt;
    final @Nullable String previous;
    final TreeSet<String> services = new TreeSet<>();
    final TreeSet<String> zones = new TreeSet<>();
    final TreeSet<Node> nodes = new TreeSet<>();
    final TreeSet<Integer> codes = new TreeSet<>();
    final TreeSet<String> details = new TreeSet<>();
    final TreeSet<String> addresses = new TreeSet<>();
    final TreeSet<Driver> drivers =
            new TreeSet<>(Comparator.comparing(Driver::name).thenComparing(driver -> String.valueOf(driver.version())));
    final Map<String, Incident.SymptomCount> symptoms = new LinkedHashMap<>();
    final TreeMap<Long, Long> rate = new TreeMap<>();
    final Map<Check, Incident.Evidence> findings = new LinkedHashMap<>();
    final List<Sample> samples = new ArrayList<>();
    final List<Incident.TimelineEntry> timeline = new ArrayList<>();
    final List<Pending> pending = new ArrayList<>();
    final Map<Check, Instant> asked = new LinkedHashMap<>();
    Captures captures = Captures.NONE;
    Incident.State state = Incident.State.OPEN;
    Severity severity = Severity.LOW;
    Diagnosis diagnosis = Diagnosis.NONE;
    Advice advice = new Advice("", List.of(), List.of());
    boolean historical;
    Instant updatedAt;

    @Nullable
    Instant endedAt;

    int episodes = 1;
    int revision;
    String catalogue;

    @Nullable
    String confirmed;

    @Nullable
    Instant recovered;

    int rechecks;

    @Nullable
    Instant nextRecheck;

    Instant lastSeen;
    boolean stale;

    private Draft(
            String id, String site, @Nullable String target, Instant at, String catalogue, @Nullable String before) {
        this.id = id;
        this.site = site;
        this.target = target;
        this.openedAt = at;
        this.updatedAt = at;
        this.lastSeen = at;
        this.catalogue = catalogue;
        this.previous = before;
    }

    static Draft open(
            String id, Sighting first, Instant at, boolean historical, String catalogue, @Nullable String previous) {
        Draft draft = new Draft(id, first.site(), first.target(), at, catalogue, previous);
        draft.historical = historical;
        draft.note(
                at,
                "opened by " + first.symptom() + " of service " + first.service()
                        + (historical ? "; the line is old, so nothing is probed" : ""));
        return draft;
    }

    static Draft of(CaseFile file) {
        Incident was = file.incident();
        Draft draft = new Draft(was.id(), was.site(), was.target(), was.openedAt(), was.catalogue(), was.previous());
        draft.services.addAll(was.services());
        draft.zones.addAll(was.zones());
        draft.nodes.addAll(file.nodes());
        draft.codes.addAll(file.codes());
        draft.details.addAll(file.details());
        draft.addresses.addAll(file.addresses());
        draft.drivers.addAll(file.drivers());
        was.symptoms().forEach(symptom -> draft.symptoms.put(symptom.id(), symptom));
        was.rate().forEach(minute -> draft.rate.put(minute.epochMinute(), minute.count()));
        was.findings().forEach(evidence -> draft.findings.put(Check.of(evidence), evidence));
        draft.samples.addAll(was.samples());
        draft.timeline.addAll(was.timeline());
        draft.pending.addAll(file.pending());
        file.asked().forEach(asked -> draft.asked.put(asked.check(), asked.at()));
        draft.captures = file.captures();
        draft.state = was.state();
        draft.severity = was.severity();
        draft.diagnosis = was.diagnosis();
        draft.advice = was.advice();
        draft.historical = was.historical();
        draft.updatedAt = was.updatedAt();
        draft.endedAt = was.endedAt();
        draft.episodes = was.episodes();
        draft.revision = was.revision();
        draft.confirmed = file.confirmed();
        draft.recovered = file.recovered();
        draft.rechecks = file.rechecks();
        draft.nextRecheck = file.nextRecheck();
        draft.lastSeen = file.lastSeen();
        draft.stale = file.stale();
        return draft;
    }

    CaseFile close() {
        return new CaseFile(
                incident(),
                List.copyOf(nodes),
                captures,
                List.copyOf(codes),
                List.copyOf(details),
                List.copyOf(addresses),
                List.copyOf(drivers),
                pending,
                asked.entrySet().stream()
                        .map(e -> new Asked(e.getKey(), e.getValue()))
                        .toList(),
                confirmed,
                recovered,
                rechecks,
                nextRecheck,
                lastSeen,
                stale);
    }

    Incident incident() {
        return new Incident(
                Incident.SCHEMA,
                id,
                site,
                target,
                List.copyOf(services),
                List.copyOf(zones),
                state,
                null,
                null,
                false,
                historical,
                severity,
                List.copyOf(symptoms.values()),
                rate.entrySet().stream()
                        .map(minute -> new Incident.MinuteCount(minute.getKey(), minute.getValue()))
                        .toList(),
                diagnosis,
                List.copyOf(findings.values()),
                advice,
                samples,
                timeline,
                openedAt,
                updatedAt,
                endedAt,
                episodes,
                previous,
                null,
                null,
                revision,
                catalogue);
    }

    /** Counts a sighting in; true when it tells something new rather than more of the same. */
    boolean seen(Sighting sighting, Instant at, boolean old) {
        boolean news = !symptoms.containsKey(sighting.symptom());
        news |= services.size() < MAX_SERVICES && services.add(sighting.service());
        news |= zones.add(sighting.zone());
        news |= nodes.size() < Sighting.MAX_NODES && nodes.addAll(sighting.nodes());
        symptoms.merge(
                sighting.symptom(),
                new Incident.SymptomCount(sighting.symptom(), sighting.count(), sighting.at(), sighting.at()),
                Draft::sum);
        rate.merge(sighting.at().getEpochSecond() / 60, (long) sighting.count(), Long::sum);
        while (rate.size() > MAX_MINUTES) {
            rate.pollFirstEntry();
        }
        sighting.samples().stream()
                .filter(sample -> samples.size() < Sighting.MAX_SAMPLES)
                .filter(sample ->
                        samples.stream().noneMatch(known -> known.text().equals(sample.text())))
                .forEach(samples::add);
        captures = sighting.captures().or(captures);
        keep(codes, sighting.captures().code());
        keep(details, sighting.detail());
        String address = sighting.captures().address();
        keep(addresses, address != null && Network.isAddress(address) ? address : null);
        keep(drivers, sighting.driver());
        lastSeen = old ? lastSeen : at;
        return news;
    }

    /** As many as tell something; a flood of different ones tells nothing. */
    private static <T> void keep(Collection<T> known, @Nullable T more) {
        if (more != null && known.size() < MAX_OF_A_KIND) {
            known.add(more);
        }
    }

    /** What the texts of this episode showed. */
    Shown shown() {
        return new Shown(
                List.copyOf(symptoms.keySet()),
                List.copyOf(codes),
                List.copyOf(details),
                List.copyOf(addresses),
                List.copyOf(drivers));
    }

    private static Incident.SymptomCount sum(Incident.SymptomCount known, Incident.SymptomCount more) {
        return new Incident.SymptomCount(
                known.id(),
                known.count() + more.count(),
                known.firstSeen().isBefore(more.firstSeen()) ? known.firstSeen() : more.firstSeen(),
                known.lastSeen().isAfter(more.lastSeen()) ? known.lastSeen() : more.lastSeen());
    }

    /**
     * Takes evidence in, in the place of older evidence of the same check; but that we could not look tells nothing, so
     * what was observed before stays.
     */
    void found(Incident.Evidence evidence, Instant at) {
        Check check = Check.of(evidence);
        Incident.Evidence known = findings.get(check);
        boolean observed = known != null && known.outcome() != Outcome.Kind.INCONCLUSIVE;
        if (!observed || evidence.outcome() != Outcome.Kind.INCONCLUSIVE) {
            findings.put(check, evidence);
        }
        note(
                at,
                check + " " + evidence.outcome().word()
                        + (evidence.reason() == null
                                ? ""
                                : ": " + evidence.reason().word()));
    }

    /** The request is answered, or given up. */
    void settle(String request) {
        pending.removeIf(asked -> asked.request().equals(request));
    }

    /** A new episode: what the last one showed does not speak for it. */
    void reopen(Instant at, String symptom) {
        state = Incident.State.OPEN;
        endedAt = null;
        episodes++;
        symptoms.clear();
        codes.clear();
        details.clear();
        addresses.clear();
        drivers.clear();
        captures = Captures.NONE;
        samples.clear();
        findings.clear();
        pending.clear();
        confirmed = null;
        recovered = null;
        rechecks = 0;
        nextRecheck = null;
        diagnosis = Diagnosis.NONE;
        note(at, "reopened by " + symptom);
    }

    /** The deployment's own answer names its nodes; what texts named besides is forgotten, with what was found there. */
    void nodesAre(List<Node> named) {
        nodes.clear();
        nodes.addAll(named);
        findings.keySet().removeIf(check -> check.node() != null && !nodes.contains(check.node()));
    }

    void resolve(Instant at, Duration quiet) {
        state = Incident.State.RESOLVED;
        endedAt = at;
        nextRecheck = null;
        note(at, "resolved: no sighting for " + quiet.toSeconds() + " s, and no probe fails");
    }

    void note(Instant at, String what) {
        if (timeline.size() >= MAX_ENTRIES) {
            timeline.remove(FIRST_ENTRIES);
        }
        timeline.add(new Incident.TimelineEntry(at, what, null));
    }
}
