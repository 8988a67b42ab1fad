package dev.mendline.cli.logs;

import dev.mendline.cli.process.Interrupted;
import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.IncidentEngine;
import dev.mendline.engine.incident.site.EffectHandler;
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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** The incident engine without Kafka: the journal is this process, the worker answers at once. */
public final class LocalEngine implements EffectHandler {
    private static final int PROBES_AT_ONCE = 8;

    private final IncidentEngine engine;
    private final Clock clock;
    private final Function<ProbeRequest, Finding> worker;
    private final Map<String, SiteState> sites = new LinkedHashMap<>();
    private final List<ProbeRequest> requests = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final ArrayDeque<JournalRecord> told = new ArrayDeque<>();
    private long offset;

    public LocalEngine(Catalog catalog, EngineSettings settings, Clock clock, Function<ProbeRequest, Finding> worker) {
        // One host is one vantage: what it sees with another zone's resolvers is not seen from there.
        // Somebody asked, so one line is enough, whoever tries again.
        this.engine =
                new IncidentEngine(catalog, settings.withReferenceZone(null).withNoisyCount(1));
        this.clock = clock;
        this.worker = worker;
    }

    /** What a service said it talks to. */
    void told(Hint hint) {
        read(hint);
    }

    /** Where one line of a service names a deployment, its lines that name none mean that. */
    public void sighted(Sighting sighting) {
        read(sighting.weighed());
        String target = sighting.target();
        if (target != null) {
            String service = sighting.service();
            told(Hint.deployment(service, sighting.zone(), target, sighting.site(), true, sighting.at()));
        }
    }

    /** Runs what the engine asks for until it asks for nothing more. */
    public void investigate() {
        ExecutorService pool = Executors.newFixedThreadPool(PROBES_AT_ONCE, work -> {
            Thread thread = new Thread(work, "mendline-probe");
            thread.setDaemon(true);
            return thread;
        });
        try {
            while (!requests.isEmpty()) {
                List<Future<Finding>> running = requests.stream()
                        .map(request -> pool.submit(() -> worker.apply(request)))
                        .toList();
                requests.clear();
                for (Future<Finding> each : running) {
                    Finding finding = each.get();
                    findings.add(finding);
                    read(finding);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private void read(JournalRecord first) {
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

    List<Finding> findings() {
        return findings;
    }

    @Override
    public void publish(Incident incident) {
        // The sites hold it, with what was counted since.
    }

    @Override
    public void request(ProbeRequest request) {
        requests.add(request);
    }

    /** Each log stands for itself here: what incidents tell those nearby is told to nobody. */
    @Override
    public void write(JournalRecord record) {
        if (!(record instanceof CorrelationClaim)) {
            told.add(record);
        }
    }
}
