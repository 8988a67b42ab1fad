package dev.mendline.classifier;

import dev.mendline.engine.incident.IncidentEngine;
import dev.mendline.engine.incident.JournalEntries;
import dev.mendline.engine.incident.site.Effect;
import dev.mendline.engine.incident.site.Step;
import dev.mendline.engine.incident.state.SiteState;
import dev.mendline.engine.incident.state.SiteWriter;
import dev.mendline.model.Json;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.Command;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Tick;
import dev.mendline.model.log.Coordinates;
import dev.mendline.model.log.DeadLetter;
import dev.mendline.model.log.JournalPosition;
import dev.mendline.model.probe.ProbeRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Stage 2: journal to incidents. It passes each record to the engine, stores the state of the sites, and writes ticks
 * while an incident is open.
 */
final class StageTwo implements Processor<String, byte[], String, byte[]> {
    private static final int MAX_RECENT = 100;

    private final IncidentEngine engine;
    private final Duration tickEvery;
    /** Sites with an open or silenced incident; derived from the store. */
    private final TreeSet<String> open = new TreeSet<>();

    private final ExpirySchedule sleepers = new ExpirySchedule();
    /** Cache of the most recently used sites, so that they are not decoded each time. */
    private final LinkedHashMap<String, SiteState> recent = new LinkedHashMap<>(MAX_RECENT, 0.75f, true);

    private final SiteWriter writer = new SiteWriter();

    private ProcessorContext<String, byte[]> context;
    private KeyValueStore<String, byte[]> sites;
    private Counters counters;

    @SuppressWarnings("NullAway.Init")
    StageTwo(IncidentEngine engine, Duration tickEvery) {
        this.engine = engine;
        this.tickEvery = tickEvery;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        this.sites = context.getStateStore(ClassifierTopology.SITES);
        this.counters = new Counters(context, ClassifierTopology.STAGE_TWO);
        open.clear();
        sleepers.clear();
        recent.clear();
        try (KeyValueIterator<String, byte[]> all = sites.all()) {
            all.forEachRemaining(site -> mark(SiteState.read(site.value)));
        }
        context.schedule(tickEvery, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    private void mark(SiteState state) {
        if (state.needsTicks()) {
            open.add(state.site());
        } else {
            open.remove(state.site());
        }
        sleepers.set(state.site(), engine.forgets(state));
    }

    private void tick(long now) {
        if (!open.isEmpty() || sleepers.wake(Instant.ofEpochMilli(now))) {
            int partition = context.taskId().partition();
            context.forward(
                    new Record<>("tick-" + partition, Json.bytes(new Tick(partition)), now),
                    ClassifierTopology.TICK_SINK);
        }
    }

    @Override
    public void process(Record<String, byte[]> record) {
        RecordMetadata where = context.recordMetadata().orElseThrow();
        JournalPosition position = new JournalPosition(where.partition(), where.offset());
        Instant at = Instant.ofEpochMilli(record.timestamp());
        JournalRecord entry = JournalEntries.read(record.key(), record.value()).orElse(null);
        if (entry == null) {
            letter(where, at);
        } else if (entry instanceof Tick) {
            SortedSet<String> awake = sleepers.due(at);
            awake.addAll(open);
            awake.forEach(site -> step(site, entry, position, at));
        } else {
            step(record.key(), entry, position, at);
        }
    }

    private void step(String site, JournalRecord entry, JournalPosition position, Instant at) {
        SiteState before = recent.computeIfAbsent(site, this::stored);
        Step step = engine.on(entry, position, at, before);
        if (!step.state().equals(before)) {
            sites.put(site, step.state().isEmpty() ? null : writer.bytes(step.state()));
            recent.put(site, step.state());
            mark(step.state());
        }
        if (recent.size() > MAX_RECENT) {
            recent.remove(recent.keySet().iterator().next());
        }
        EffectWriter writer = new EffectWriter(at);
        step.effects().forEach(effect -> effect.to(writer));
    }

    private SiteState stored(String site) {
        byte[] stored = sites.get(site);
        return stored == null ? SiteState.empty(site) : SiteState.read(stored);
    }

    private final class EffectWriter implements Effect.Handler {
        private final long timestamp;

        EffectWriter(Instant at) {
            timestamp = at.toEpochMilli();
        }

        @Override
        public void publish(Incident incident) {
            counters.add("revisions");
            context.forward(
                    new Record<>(incident.id(), Json.bytes(incident), timestamp), ClassifierTopology.INCIDENT_SINK);
        }

        @Override
        public void request(ProbeRequest request) {
            counters.add("requests");
            RecordHeaders headers = new RecordHeaders();
            headers.add(ClassifierTopology.ZONE_HEADER, request.zone().getBytes(StandardCharsets.UTF_8));
            context.forward(
                    new Record<>(request.site(), Json.bytes(request), timestamp, headers),
                    ClassifierTopology.REQUEST_SINK);
        }

        @Override
        public void forget(String incident) {
            counters.add("forgotten");
            context.forward(new Record<>(incident, null, timestamp), ClassifierTopology.INCIDENT_SINK);
        }

        @Override
        public void write(JournalRecord record) {
            counters.add("told");
            context.forward(new Record<>(record.site(), Json.bytes(record), timestamp), ClassifierTopology.SITE_SINK);
        }

        @Override
        public void refused(Command command, String why) {
            counters.add("commands-refused");
        }
    }

    private void letter(RecordMetadata where, Instant at) {
        counters.add("dead-letters");
        Coordinates source = new Coordinates(where.topic(), where.partition(), where.offset());
        DeadLetter letter = new DeadLetter(
                source, "not-a-journal-record", "the value is no JSON of a known journal record", "", null, at);
        context.forward(
                new Record<>(source.toString(), Json.bytes(letter), at.toEpochMilli()), ClassifierTopology.LETTERS_TWO);
    }
}
