package dev.mendline.cli.logs;

import dev.mendline.cli.process.ParallelWork;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.IncidentEngine;
import dev.mendline.engine.incident.site.Effect;
import dev.mendline.engine.incident.site.Step;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.CorrelationClaim;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.journal.Hint;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.JournalPosition;
import dev.mendline.model.log.Resource;
import dev.mendline.model.probe.ProbeRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Incident engine without Kafka. The journal is in memory, and probes run in this process. */
public final class LocalEngine implements Effect.Handler {
    private static final int PROBES_AT_ONCE = 8;

    /** Age up to which logs count as current: a person asks about the last day. */
    private static final Duration CURRENT = Duration.ofHours(24);

    private final IncidentEngine engine;
    private final Clock clock;
    private final Function<ProbeRequest, Finding> worker;
    private final Map<String, SiteState> sites = new LinkedHashMap<>();
    private final List<ProbeRequest> requests = new ArrayList<>();
    private final ArrayDeque<JournalRecord> told = new ArrayDeque<>();
    private Instant now;
    private long offset;

    private final Duration historicalAfter;

    /** Creates an engine; {@code probed} false probes nothing. */
    public LocalEngine(
            Catalog catalog,
            EngineSettings settings,
            boolean probed,
            Clock clock,
            Function<ProbeRequest, Finding> worker) {
        this.engine = new IncidentEngine(catalog, settings.atOnce(probed, CURRENT));
        this.historicalAfter = settings.timing().historicalAfter();
        this.clock = clock;
        this.now = clock.instant();
        this.worker = worker;
    }

    /**
     * Processes sightings, each at the time of its lines; lines older than {@link #CURRENT} are historical. The
     * deployment of a program's line becomes the default for its lines that name none.
     */
    public void sighted(Collection<Sighting> sightings) {
        now = Instant.EPOCH;
        sightings.stream().sorted(Comparator.comparing(Sighting::at)).forEach(this::sighted);
    }

    private void sighted(Sighting sighting) {
        Instant at = sighting.at();
        boolean old = at.isBefore(clock.instant().minus(CURRENT));
        Instant read = old ? at.plus(historicalAfter).plusSeconds(1) : at;
        now = read.isAfter(now) ? read : now;
        read(sighting);
        String target = sighting.target();
        String service = sighting.service();
        if (target != null && Resource.isOneProgram(service)) {
            read(Hint.deployment(service, sighting.zone(), target, sighting.site(), true, sighting.at()));
        }
    }

    /** Runs probes until the engine requests no more. */
    public void investigate() {
        while (!requests.isEmpty()) {
            List<ProbeRequest> asked = List.copyOf(requests);
            requests.clear();
            List<Finding> findings = ParallelWork.each(asked, PROBES_AT_ONCE, worker);
            now = clock.instant();
            findings.forEach(this::read);
        }
    }

    /** Processes a record and the records that follow from it. */
    void read(JournalRecord first) {
        JournalRecord record = first;
        while (record != null) {
            step(Objects.requireNonNull(record.site()), record);
            record = told.poll();
        }
    }

    private void step(String site, JournalRecord record) {
        Step step = engine.on(
                record, new JournalPosition(0, offset++), now, sites.getOrDefault(site, SiteState.empty(site)));
        sites.put(site, step.state());
        step.effects().forEach(effect -> effect.to(this));
    }

    public Collection<Incident> incidents() {
        return sites.values().stream()
                .flatMap(site -> site.published().stream())
                .filter(incident -> incident.state() != Incident.State.MERGED)
                .toList();
    }

    @Override
    public void publish(Incident incident) {
        // The site states contain the incident.
    }

    @Override
    public void request(ProbeRequest request) {
        requests.add(request);
    }

    /** Processes the record next. Correlation claims are dropped, because each log is diagnosed on its own. */
    @Override
    public void write(JournalRecord record) {
        if (!(record instanceof CorrelationClaim)) {
            told.add(record);
        }
    }
}
