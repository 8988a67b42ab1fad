package dev.mendline.engine.incident;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.recognition.Redactor;
import dev.mendline.engine.recognition.Sighter;
import dev.mendline.model.Command;
import dev.mendline.model.Coordinates;
import dev.mendline.model.Facts;
import dev.mendline.model.Finding;
import dev.mendline.model.Incident;
import dev.mendline.model.Inventory;
import dev.mendline.model.JournalPosition;
import dev.mendline.model.JournalRecord;
import dev.mendline.model.Json;
import dev.mendline.model.LogEvent;
import dev.mendline.model.Outcome;
import dev.mendline.model.Platform;
import dev.mendline.model.ProbeRequest;
import dev.mendline.model.Reason;
import dev.mendline.model.Sighting;
import dev.mendline.model.Tick;
import dev.mendline.model.Vantage;
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
final class Desk implements Emission.Outlet {
    static final Catalog CATALOG = Catalog.builtIn();
    static final String SITE = "ab1cd.mongodb.net";

    final List<Incident> published = new ArrayList<>();
    final List<ProbeRequest> requests = new ArrayList<>();
    final List<String> refusals = new ArrayList<>();
    final List<String> forgotten = new ArrayList<>();
    private final Sighter sighter;
    private final IncidentEngine engine;
    private final TreeMap<String, SiteState> states = new TreeMap<>();
    private final ArrayDeque<JournalRecord> told = new ArrayDeque<>();
    final List<JournalRecord> written = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private long offset;

    Desk() {
        this(CATALOG, Inventory.DEFAULT, EngineSettings.DEFAULT);
    }

    Desk(Catalog catalog, Inventory inventory, EngineSettings settings) {
        sighter = new Sighter(catalog, inventory, new Redactor(List.of()), true);
        engine = new IncidentEngine(catalog, settings);
    }

    Incident log(String text) {
        return log("orders", text, now);
    }

    Incident log(String service, String text, Instant writtenAt) {
        return read(sighted(service, text, writtenAt));
    }

    /** The same, by a program of which the runtime is known. */
    Incident log(String text, Platform runtime) {
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
                seen.retried()));
    }

    /** At another level than ERROR. */
    Incident log(String service, String level, String text) {
        return read(sighted(service, level, text, now));
    }

    private Sighting sighted(String service, String text, Instant writtenAt) {
        return sighted(service, "ERROR", text, writtenAt);
    }

    private Sighting sighted(String service, String level, String text, Instant writtenAt) {
        return sighter.sight(
                        new LogEvent(writtenAt, level, service, text), new Coordinates("logs", 0, offset), writtenAt)
                .orElseThrow();
    }

    Incident answer(ProbeRequest request, Outcome outcome, @Nullable Facts facts) {
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
                List.of()));
    }

    Incident failed(ProbeRequest request, Reason reason, Facts facts) {
        return answer(request, new Outcome.Failed(reason), facts);
    }

    Incident passed(ProbeRequest request, Facts facts) {
        return answer(request, new Outcome.Passed(), facts);
    }

    /** Time passes, a tick every five seconds. */
    Incident pass(Duration duration) {
        Instant end = now.plus(duration);
        while (now.isBefore(end)) {
            now = now.plusSeconds(5);
            read(new Tick(0));
        }
        return published.isEmpty() ? null : last();
    }

    /** So long nothing is read, then a tick. */
    void sleep(Duration duration) {
        now = now.plus(duration);
        read(new Tick(0));
    }

    void passUntilAskedAgain() {
        int before = requests.size();
        for (int i = 0; i < 1_000 && requests.size() == before; i++) {
            pass(Duration.ofSeconds(5));
        }
    }

    /** What was published last; null while nothing was. */
    @Nullable
    Incident read(JournalRecord first) {
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
        step.emissions().forEach(emission -> emission.to(this));
    }

    Instant now() {
        return now;
    }

    Incident last() {
        return published.get(published.size() - 1);
    }

    /** The last request for a check, written as {@link #asked()} writes it. */
    ProbeRequest request(String check) {
        return requests.stream()
                .filter(request -> asked(request).equals(check))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError(check + " was not asked for, but " + asked()));
    }

    /** All that was asked for, as {@code tcp n1 local}; n1 is c-shard-00-01. */
    List<String> asked() {
        return requests.stream().map(Desk::asked).toList();
    }

    private static String asked(ProbeRequest request) {
        String node = request.node() == null
                ? ""
                : " " + request.node().host().replaceFirst("\\..*", "").replaceFirst("^c-shard-00-0", "n");
        return request.probe() + node + " " + request.zone();
    }

    ProbeRequest lastRequest() {
        return requests.get(requests.size() - 1);
    }

    SiteState state() {
        return state(SITE);
    }

    SiteState state(String site) {
        return states.getOrDefault(site, SiteState.empty(site));
    }

    /** As if the store had held this. */
    void restore(SiteState held) {
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
