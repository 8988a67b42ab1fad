package dev.mendline.cli.replay;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.IncidentEngine;
import dev.mendline.engine.incident.JournalEntries;
import dev.mendline.engine.incident.site.Effect;
import dev.mendline.engine.incident.site.Step;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.model.Version;
import dev.mendline.model.incident.Diagnosis;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.journal.Tick;
import dev.mendline.model.log.JournalPosition;
import dev.mendline.model.probe.ProbeRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Fold of the journal as in the classifier, in this process. Nothing is probed, posted or written. */
public final class Replay implements Effect.Handler {
    /**
     * JSON document of {@code replay -o json}. Its fields are an interface.
     *
     * @param equal true if the incidents are those of the topic
     * @param otherVersions other versions of Mendline that wrote some of them; those are compared without sentences
     */
    public record Report(
            long events,
            long sightings,
            int incidents,
            Map<String, Long> causes,
            long unknown,
            @Nullable Boolean equal,
            List<Change> changes,
            List<String> otherVersions) {
        public boolean isEqual() {
            return Boolean.TRUE.equals(equal);
        }
    }

    /**
     * Difference of one incident.
     *
     * @param kind {@code appeared}, {@code vanished}, {@code cause} or {@code verdict}
     * @param rule hash of the catalog that diagnosed it now
     * @param target its deployment; null while it is unknown
     */
    record Change(
            String kind,
            String incident,
            @Nullable String before,
            @Nullable String after,
            String rule,
            @Nullable String target,
            List<String> services) {}

    private final IncidentEngine engine;
    private final String catalog;
    private final Map<Integer, TreeMap<String, SiteState>> partitions = new TreeMap<>();
    private final Map<String, Incident> folded = new TreeMap<>();
    private long events;
    private long sightings;

    public Replay(Catalog catalog, EngineSettings settings) {
        this.engine = new IncidentEngine(catalog, settings);
        this.catalog = catalog.hash();
    }

    public void read(ConsumerRecord<String, byte[]> record) {
        events++;
        JournalRecord entry = JournalEntries.read(record.key(), record.value()).orElse(null);
        if (entry == null) {
            return;
        }
        TreeMap<String, SiteState> sites = partitions.computeIfAbsent(record.partition(), number -> new TreeMap<>());
        JournalPosition position = new JournalPosition(record.partition(), record.offset());
        Instant at = Instant.ofEpochMilli(record.timestamp());
        if (entry instanceof Tick) {
            new TreeSet<>(sites.keySet())
                    .stream()
                            .filter(site -> engine.needsTick(sites.getOrDefault(site, SiteState.empty(site)), at))
                            .forEach(site -> step(sites, site, entry, position, at));
        } else {
            sightings += entry instanceof Sighting ? 1 : 0;
            step(sites, record.key(), entry, position, at);
        }
    }

    private void step(
            Map<String, SiteState> sites, String site, JournalRecord entry, JournalPosition position, Instant at) {
        Step step = engine.on(entry, position, at, sites.getOrDefault(site, SiteState.empty(site)));
        sites.put(site, step.state());
        step.effects().forEach(effect -> effect.to(this));
    }

    @Override
    public void publish(Incident incident) {
        folded.put(incident.id(), incident);
    }

    @Override
    public void forget(String incident) {
        folded.remove(incident);
    }

    @Override
    public void request(ProbeRequest request) {
        // The journal contains the finding.
    }

    @Override
    public void write(JournalRecord record) {
        // The journal contains the record. A line that is passed on to another site is one sighting.
        sightings -= record instanceof Sighting ? 1 : 0;
    }

    /** Returns true if the live incidents have this catalog, so that they may become equal when the journal ends. */
    boolean mayMeet(Collection<Incident> live) {
        return live.stream().allMatch(incident -> incident.catalog().equals(catalog));
    }

    public Report compare(Collection<Incident> live) {
        Map<String, Incident> there = new TreeMap<>();
        live.forEach(incident -> there.put(incident.id(), incident));
        List<Change> changes = new ArrayList<>();
        TreeSet<String> ids = new TreeSet<>(there.keySet());
        ids.addAll(folded.keySet());
        ids.forEach(id -> change(id, there.get(id), folded.get(id), changes));
        Map<String, Long> causes = new TreeMap<>();
        folded.values().stream()
                .flatMap(incident -> Stream.ofNullable(incident.diagnosis().leading()))
                .forEach(leading -> causes.merge(leading, 1L, Long::sum));
        long known = causes.values().stream().mapToLong(count -> count).sum();
        boolean equal = there.keySet().equals(folded.keySet())
                && ids.stream()
                        .allMatch(id -> IncidentComparison.equal(
                                Objects.requireNonNull(there.get(id)), Objects.requireNonNull(folded.get(id))));
        List<String> others = live.stream()
                .map(incident -> Objects.requireNonNullElse(incident.writtenBy(), "unknown"))
                .filter(version -> !version.equals(Version.CURRENT))
                .distinct()
                .sorted()
                .toList();
        return new Report(events, sightings, folded.size(), causes, folded.size() - known, equal, changes, others);
    }

    private void change(String id, @Nullable Incident before, @Nullable Incident after, List<Change> changes) {
        String kind = kind(before, after);
        Incident latest = after == null ? before : after;
        if (kind != null && latest != null) {
            changes.add(new Change(kind, id, said(before), said(after), catalog, latest.target(), latest.services()));
        }
    }

    private static @Nullable String kind(@Nullable Incident before, @Nullable Incident after) {
        if (before == null || after == null) {
            return before == null ? "appeared" : "vanished";
        }
        Diagnosis was = before.diagnosis();
        Diagnosis is = after.diagnosis();
        if (!Objects.equals(was.leading(), is.leading())) {
            return "cause";
        }
        return was.verdict() == is.verdict() ? null : "verdict";
    }

    private static @Nullable String said(@Nullable Incident incident) {
        return incident == null
                ? null
                : incident.diagnosis().leading() + " "
                        + incident.diagnosis().verdict().word() + ", revision " + incident.revision();
    }
}
