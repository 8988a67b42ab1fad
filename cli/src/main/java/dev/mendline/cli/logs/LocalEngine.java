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
import dev.mendline.model.probe.ProbeRequest;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Incident engine without Kafka. The journal is in memory, and probes run in this process. */
public final class LocalEngine implements Effect.Handler {
    private static final int PROBES_AT_ONCE = 8;

    private final IncidentEngine engine;
    private final Clock clock;
    private final Function<ProbeRequest, Finding> worker;
    private final Map<String, SiteState> sites = new LinkedHashMap<>();
    private final List<ProbeRequest> requests = new ArrayList<>();
    private final ArrayDeque<JournalRecord> told = new ArrayDeque<>();
    private long offset;

    public LocalEngine(Catalog catalog, EngineSettings settings, Clock clock, Function<ProbeRequest, Finding> worker) {
        // One host cannot probe from another zone, so there is no reference zone.
        // One line is enough, because a person asked for the diagnosis.
        this.engine =
                new IncidentEngine(catalog, settings.withReferenceZone(null).withNoisyCount(1));
        this.clock = clock;
        this.worker = worker;
    }

    /** Processes a sighting. Its deployment becomes the default for lines of the service that name none. */
    public void sighted(Sighting sighting) {
        read(sighting.weighed());
        String target = sighting.target();
        if (target != null) {
            String service = sighting.service();
            read(Hint.deployment(service, sighting.zone(), target, sighting.site(), true, sighting.at()));
        }
    }

    /** Runs probes until the engine requests no more. */
    public void investigate() {
        while (!requests.isEmpty()) {
            List<ProbeRequest> asked = List.copyOf(requests);
            requests.clear();
            ParallelWork.each(asked, PROBES_AT_ONCE, worker).forEach(this::read);
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
                record,
                new JournalPosition(0, offset++),
                clock.instant(),
                sites.getOrDefault(site, SiteState.empty(site)));
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
