package dev.mendline.classifier;

import dev.mendline.engine.gap.RawLinePrefilter;
import dev.mendline.engine.incident.IncidentEngine;
import dev.mendline.engine.sighting.SightingFactory;
import dev.mendline.model.Json;
import dev.mendline.model.Topics;
import dev.mendline.model.journal.Tick;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Topology with both stages; all topics, stores and nodes have fixed names. */
public final class ClassifierTopology {
    static final String OPEN_SIGHTINGS = "open-sightings";
    static final String SITES = "sites";
    static final String STAGE_ONE = "stage-1";
    static final String STAGE_TWO = "stage-2";
    static final String JOURNAL_SINK = "to-journal";
    static final String SITE_SINK = "to-journal-site";
    static final String TICK_SINK = "to-journal-partition";
    static final String INCIDENT_SINK = "to-incidents";
    static final String REQUEST_SINK = "to-probe-requests";
    static final String LETTERS_ONE = "to-dead-letters-1";
    static final String UNCLASSIFIED_SINK = "to-unclassified";
    static final String LETTERS_TWO = "to-dead-letters-2";
    static final String ZONE_HEADER = "zone";

    /** Maximum size in bytes; the state of a site with many open incidents is one record. */
    static final int MAX_RECORD = 16 << 20;

    /** Uses the current time for a record without a valid timestamp. */
    private static final TimestampExtractor CLOCK =
            (record, partitionTime) -> record.timestamp() >= 0 ? record.timestamp() : System.currentTimeMillis();

    private static final StringSerializer KEY = new StringSerializer();
    private static final ByteArraySerializer VALUE = new ByteArraySerializer();

    private ClassifierTopology() {}

    public static Topology build(ClassifierSettings settings) {
        Topology topology = new Topology();
        stageOne(topology, settings);
        stageTwo(topology, settings);
        return topology;
    }

    /** Returns a topology with stage 1 only: logs to journal, with the same outputs. */
    public static Topology stageOne(ClassifierSettings settings) {
        Topology topology = new Topology();
        stageOne(topology, settings);
        return topology;
    }

    private static void stageOne(Topology topology, ClassifierSettings settings) {
        Topics topics = settings.topics();
        logs(topology, settings.logTopics());
        RawLinePrefilter sieve = new RawLinePrefilter(settings.catalog());
        SightingFactory sighter =
                new SightingFactory(settings.catalog(), settings.inventory(), settings.redactor(), settings.samples());
        topology.addProcessor(STAGE_ONE, () -> new StageOne(sieve, sighter), "logs");
        topology.addStateStore(store(OPEN_SIGHTINGS), STAGE_ONE);
        topology.addSink(JOURNAL_SINK, topics.journal(), KEY, VALUE, STAGE_ONE);
        topology.addSink(LETTERS_ONE, topics.deadLetters(), KEY, VALUE, STAGE_ONE);
        topology.addSink(UNCLASSIFIED_SINK, topics.unclassified(), KEY, VALUE, STAGE_ONE);
    }

    private static void logs(Topology topology, List<String> names) {
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        AutoOffsetReset earliest = AutoOffsetReset.earliest();
        if (isPattern(names)) {
            topology.addSource(earliest, "logs", CLOCK, bytes, bytes, Pattern.compile(names.get(0)));
        } else {
            topology.addSource(earliest, "logs", CLOCK, bytes, bytes, names.toArray(String[]::new));
        }
    }

    static boolean isPattern(List<String> names) {
        return names.size() == 1 && names.get(0).startsWith("^");
    }

    private static void stageTwo(Topology topology, ClassifierSettings settings) {
        Topics topics = settings.topics();
        topology.addSource(
                AutoOffsetReset.earliest(),
                "journal",
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                topics.journal());
        topology.addProcessor(
                STAGE_TWO,
                () -> new StageTwo(
                        new IncidentEngine(settings.catalog(), settings.engine()),
                        settings.engine().timing().tickEvery()),
                "journal");
        topology.addStateStore(store(SITES), STAGE_TWO);
        topology.addSink(
                TICK_SINK,
                topics.journal(),
                KEY,
                VALUE,
                (String topic, String key, byte[] value, int partitions) ->
                        Optional.of(Set.of(Json.read(value, Tick.class).partition())),
                STAGE_TWO);
        topology.addSink(SITE_SINK, topics.journal(), KEY, VALUE, STAGE_TWO);
        topology.addSink(INCIDENT_SINK, topics.incidents(), KEY, VALUE, STAGE_TWO);
        topology.addSink(
                REQUEST_SINK,
                (String key, byte[] value, RecordContext context) -> topics.probeRequests(
                        new String(context.headers().lastHeader(ZONE_HEADER).value(), StandardCharsets.UTF_8)),
                KEY,
                VALUE,
                STAGE_TWO);
        topology.addSink(LETTERS_TWO, topics.deadLetters(), KEY, VALUE, STAGE_TWO);
    }

    /**
     * Returns an in-memory store with a changelog: small, and without a native library. An instance reads the whole
     * changelog to restore the store, and only closed segments are compacted. Segments are therefore small. Repeated
     * writes are cached and reach the changelog once per commit.
     */
    private static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of(
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_RECORD),
                        TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(4 * MAX_RECORD)))
                .withCachingEnabled();
    }
}
