package dev.mendline.engine.incident;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.incident.site.Effect;
import dev.mendline.engine.incident.site.Step;
import dev.mendline.engine.incident.state.EngineSettings;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.engine.redaction.Redactor;
import dev.mendline.engine.sighting.SightingFactory;
import dev.mendline.model.Json;
import dev.mendline.model.config.Inventory;
import dev.mendline.model.facts.Facts;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Command;
import dev.mendline.model.journal.Finding;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.journal.Tick;
import dev.mendline.model.log.Coordinates;
import dev.mendline.model.log.JournalPosition;
import dev.mendline.model.log.LogEvent;
import dev.mendline.model.log.Platform;
import dev.mendline.model.probe.Outcome;
import dev.mendline.model.probe.ProbeRequest;
import dev.mendline.model.probe.Reason;
import dev.mendline.model.probe.Vantage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A journal, written by hand: the clock moves only when told to. Whatever goes in and comes out is as the published
 * schemas say.
 */
public final class Desk implements Effect.Handler {
    static final Catalog CATALOG = Catalog.builtIn();
    public static final String SITE = "ab1cd.mongodb.net";

    public final List<Incident> published = new ArrayList<>();
    public final List<ProbeRequest> requests = new ArrayList<>();
    public final List<String> refusals = new ArrayList<>();
    public final List<String> forgotten = new ArrayList<>();
    private final SightingFactory sighter;
    private final IncidentEngine engine;
    private final TreeMap<String, SiteState> states = new TreeMap<>();
    private final ArrayDeque<JournalRecord> told = new ArrayDeque<>();
    public final List<JournalRecord> written = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private long offset;

    public Desk() {
        this(CATALOG, Inventory.DEFAULT, EngineSettings.DEFAULT);
    }

    public Desk(Catalog catalog, Inventory inventory, EngineSettings settings) {
        sighter = new SightingFactory(catalog, inventory, new Redactor(List.of()), true);
        engine = new IncidentEngine(catalog, settings);
    }

    public Incident log(String text) {
        return log("orders", text, now);
    }

    public Incident log(String service, String text, Instant writtenAt) {
        return read(sighted(service, text, writtenAt));
    }

    /** The same, by a program of which the runtime is known. */
    public Incident log(String text, Platform runtime) {
        Sighting seen = sighted("orders", text, now);
        return read(new Sighting(
                seen.symptom(),
                seen.detail(),
                seen.site(),
                seen.target(),
                seen.nodes(),
                seen.service(),
                seen.zone(),
                seen.driver(),
                runtime,
                seen.captures(),
                seen.count(),
                seen.at(),
                seen.samples(),
                seen.catalog(),
                seen.retried(),
                false,
                false));
    }

    /** At another level than ERROR. */
    public Incident log(String service, String level, String text) {
        return read(sighted(service, level, text, now));
    }

    private Sighting sighted(String service, String text, Instant writtenAt) {
        return sighted(service, "ERROR", text, writtenAt);
    }

    private Sighting sighted(String service, String level, String text, Instant writtenAt) {
        return sighter.sight(
                        LogEvent.of(writtenAt, level, service, text), new Coordinates("logs", 0, offset), writtenAt)
                .orElseThrow();
    }

    public Incident answer(ProbeRequest request, Outcome outcome, @Nullable Facts facts) {
        return read(new Finding(
                request.id(),
                request.site(),
                request.target(),
                request.probe(),
                request.node(),
                outcome.kind(),
                outcome.reason(),
                facts,
                now,
                5,
                new Vantage(request.zone(), List.of(), List.of()),
                List.of(),
                List.of()));
    }

    public Incident failed(ProbeRequest request, Reason reason, Facts facts) {
        return answer(request, new Outcome.Failed(reason), facts);
    }

    public Incident passed(ProbeRequest request, Facts facts) {
        return answer(request, new Outcome.Passed(), facts);
    }

    /** Time passes, a tick every five seconds. */
    public Incident pass(Duration duration) {
        Instant end = now.plus(duration);
        while (now.isBefore(end)) {
            now = now.plusSeconds(5);
            read(new Tick(0));
        }
        return published.isEmpty() ? null : last();
    }

    /** So long nothing is read, then a tick. */
    public void sleep(Duration duration) {
        now = now.plus(duration);
        read(new Tick(0));
    }

    public void passUntilAskedAgain() {
        int before = requests.size();
        for (int i = 0; i < 1_000 && requests.size() == before; i++) {
            pass(Duration.ofSeconds(5));
        }
    }

    /** What was published last; null while nothing was. */
    @Nullable
    public Incident read(JournalRecord first) {
        JournalRecord record = first;
        while (record != null) {
            Wire.assertValid("journal", Json.text(record));
            JournalPosition position = new JournalPosition(0, offset++);
            if (record.site() != null) {
                step(record.site(), record, position);
            } else {
                for (String site : List.copyOf(states.keySet())) {
                    if (engine.needsTick(state(site), now)) {
                        step(site, record, position);
                    }
                }
            }
            record = told.poll();
        }
        return published.isEmpty() ? null : last();
    }

    private void step(String site, JournalRecord record, JournalPosition position) {
        Step step = engine.on(record, position, now, SiteState.read(state(site).bytes()));
        states.put(site, step.state());
        step.effects().forEach(effect -> effect.to(this));
    }

    public Instant now() {
        return now;
    }

    public Incident last() {
        return published.get(published.size() - 1);
    }

    /** The last request for a check, written as {@link #asked()} writes it. */
    public ProbeRequest request(String check) {
        return requests.stream()
                .filter(request -> asked(request).equals(check))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError(check + " was not asked for, but " + asked()));
    }

    /** All that was asked for, as {@code tcp n1 local}; n1 is c-shard-00-01. */
    public List<String> asked() {
        return requests.stream().map(Desk::asked).toList();
    }

    private static String asked(ProbeRequest request) {
        String node = request.node() == null
                ? ""
                : " " + request.node().host().replaceFirst("\\..*", "").replaceFirst("^c-shard-00-0", "n");
        return request.probe() + node + " " + request.zone();
    }

    public ProbeRequest lastRequest() {
        return requests.get(requests.size() - 1);
    }

    public SiteState state() {
        return state(SITE);
    }

    public SiteState state(String site) {
        return states.getOrDefault(site, SiteState.empty(site));
    }

    /** As if the store had held this. */
    public void restore(SiteState held) {
        states.put(held.site(), held);
    }

    @Override
    public void publish(Incident incident) {
        Wire.assertValid("incident", Json.text(incident));
        published.add(incident);
    }

    @Override
    public void request(ProbeRequest request) {
        Wire.assertValid("probe-request", Json.text(request));
        requests.add(request);
    }

    @Override
    public void forget(String incident) {
        forgotten.add(incident);
    }

    /** It is read as soon as what wrote it is through. */
    @Override
    public void write(JournalRecord record) {
        written.add(record);
        told.add(record);
    }

    @Override
    public void refused(Command command, String why) {
        refusals.add(command.kind().word() + ": " + why);
    }
}
