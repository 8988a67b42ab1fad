package dev.mendline.classifier;

import dev.mendline.engine.gap.GapFinder;
import dev.mendline.engine.gap.RawLinePrefilter;
import dev.mendline.engine.sighting.SecondFold;
import dev.mendline.engine.sighting.SightingFactory;
import dev.mendline.ingest.LogFormats;
import dev.mendline.ingest.ReadProblem;
import dev.mendline.ingest.ReadResult;
import dev.mendline.model.Json;
import dev.mendline.model.journal.Hint;
import dev.mendline.model.journal.JournalRecord;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Coordinates;
import dev.mendline.model.log.DeadLetter;
import dev.mendline.model.log.LogEvent;
import dev.mendline.model.log.Resource;
import dev.mendline.model.log.Unclassified;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Stage 1: logs to sightings. It scans the raw bytes, and parses, recognizes, redacts and binds only candidates. The
 * first of several equal events is sent at once; the others of the same second become one sighting. An event without
 * symptoms may be a hint. An event that looks like a MongoDB error without a known symptom is sampled for catalog
 * maintainers.
 */
final class StageOne implements Processor<byte[], byte[], String, byte[]> {
    private static final Duration SECOND = Duration.ofSeconds(1);
    /** Store value of an open second without further events. */
    private static final byte[] WINDOW = new byte[0];

    private static final int MAX_HINTED = 1_000;
    /** Maximum number of bytes of a record's key that can name its origin. */
    private static final int MAX_KEY = 64;

    private static final Pattern KEY = Pattern.compile("[\\w.:/#-]*[A-Za-z][\\w.:/#-]*");
    /** Numbers, and words that are ids. */
    private static final Pattern KEY_NUMBER = Pattern.compile("\\b(?=[0-9a-fA-F]*\\d)[0-9a-fA-F]{4,}\\b|\\d+");

    private final RawLinePrefilter sieve;
    private final SightingFactory sighter;
    private ProcessorContext<String, byte[]> context;
    private final GapFinder gaps;
    private final UnclassifiedSampler unknowns = new UnclassifiedSampler();
    private final HintThrottle bindings = new HintThrottle();
    private KeyValueStore<String, byte[]> folds;
    /** Cache of the store's entries for the current second, so that they are not decoded each time. */
    private final Map<String, JournalRecord> folding = new HashMap<>();
    /** Number of distinct hints in the current second. */
    private int hinted;

    private Counters counters;

    @SuppressWarnings("NullAway.Init")
    StageOne(RawLinePrefilter sieve, SightingFactory sighter) {
        this.sieve = sieve;
        this.sighter = sighter;
        this.gaps = new GapFinder(sighter);
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        this.folds = context.getStateStore(ClassifierTopology.OPEN_SIGHTINGS);
        this.counters = new Counters(context, ClassifierTopology.STAGE_ONE);
        folding.clear();
        context.schedule(SECOND, PunctuationType.WALL_CLOCK_TIME, this::flush);
        context.schedule(UnclassifiedSampler.EVERY, PunctuationType.WALL_CLOCK_TIME, now -> sampled());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        byte[] value = record.value();
        if (value == null || value.length == 0) {
            counters.add("empty");
            return;
        }
        if (!sieve.isWorthReading(value)) {
            return;
        }
        Instant at = Instant.ofEpochMilli(Math.max(0, record.timestamp()));
        Coordinates source = source();
        ReadResult reading = LogFormats.read(value, at, resource(record, source));
        String recognised = null;
        for (LogEvent event : reading.events()) {
            recognised = sight(event, source, at, record.timestamp()).orElse(recognised);
        }
        if (reading.problem() != null) {
            letter(reading, reading.problem(), source, at, recognised);
        }
    }

    private Optional<String> sight(LogEvent event, Coordinates source, Instant at, long timestamp) {
        if (sighter.own(event)) {
            counters.add("own");
            return Optional.empty();
        }
        Optional<Sighting> sighting = sighter.sight(event, source, at);
        sighting.ifPresentOrElse(
                seen -> {
                    fold(SecondFold.key(seen), seen, timestamp);
                    sighter.bound(seen).ifPresent(hint -> bind(hint, timestamp));
                },
                () -> sighter.hint(event, at)
                        .ifPresentOrElse(
                                hint -> told(hint, timestamp),
                                () -> gaps.find(event, source, at)
                                        .flatMap(unknowns::add)
                                        .ifPresent(this::unknown)));
        return sighting.map(Sighting::symptom);
    }

    private void told(Hint hint, long timestamp) {
        if (hint.kind() == Hint.Kind.DEPLOYMENT) {
            bind(hint, timestamp);
        } else if (hint.target() == null || isTooMuch(hint)) {
            counters.add("hints-dropped");
        } else {
            fold(SecondFold.key(hint), hint, timestamp);
        }
    }

    private void bind(Hint hint, long timestamp) {
        if (bindings.isDue(hint)) {
            forward(hint, timestamp);
        }
    }

    /** Returns true if there are too many distinct hints, because client addresses are unlimited. */
    private boolean isTooMuch(Hint hint) {
        boolean isNew = folds.get(SecondFold.key(hint)) == null;
        if (isNew && hinted < MAX_HINTED) {
            hinted++;
            return false;
        }
        return isNew;
    }

    private void fold(String key, JournalRecord record, long timestamp) {
        byte[] known = folds.get(key);
        if (known == null) {
            folds.put(key, WINDOW);
            forward(record, timestamp);
        } else {
            JournalRecord merged = known.length == 0 ? record : SecondFold.merge(folded(key, known), record);
            folding.put(key, merged);
            folds.put(key, Json.bytes(merged));
        }
    }

    private JournalRecord folded(String key, byte[] stored) {
        return folding.computeIfAbsent(key, like -> Json.read(stored, JournalRecord.class));
    }

    private void flush(long now) {
        List<KeyValue<String, byte[]>> all = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries = folds.all()) {
            entries.forEachRemaining(all::add);
        }
        hinted = 0;
        for (KeyValue<String, byte[]> entry : all) {
            if (entry.value.length == 0) {
                folds.delete(entry.key);
            } else {
                hinted += SecondFold.isHint(entry.key) ? 1 : 0;
                folds.put(entry.key, WINDOW);
                forward(folded(entry.key, entry.value), entry.value, now);
            }
        }
        folding.clear();
    }

    private void forward(JournalRecord record, long timestamp) {
        forward(record, Json.bytes(record), timestamp);
    }

    private void forward(JournalRecord record, byte[] bytes, long timestamp) {
        counters.add(record instanceof Hint ? "hints" : "sightings");
        context.forward(new Record<>(record.site(), bytes, Math.max(0, timestamp)), ClassifierTopology.JOURNAL_SINK);
    }

    private void sampled() {
        unknowns.due().forEach(this::unknown);
        int dropped = unknowns.dropped();
        if (dropped > 0) {
            counters.add("unclassified-dropped", dropped);
        }
    }

    private void unknown(Unclassified one) {
        counters.add("unclassified");
        context.forward(
                new Record<>(one.service(), Json.bytes(one), one.at().toEpochMilli()),
                ClassifierTopology.UNCLASSIFIED_SINK);
    }

    private void letter(
            ReadResult reading, ReadProblem problem, Coordinates source, Instant at, @Nullable String recognised) {
        counters.add("dead-letters");
        String text = reading.events().isEmpty() ? "" : reading.events().get(0).text();
        DeadLetter letter = new DeadLetter(
                source,
                problem.reason(),
                problem.detail(),
                sighter.redacted(text, DeadLetter.MAX_EXCERPT),
                recognised,
                at);
        context.forward(
                new Record<>(source.toString(), Json.bytes(letter), at.toEpochMilli()), ClassifierTopology.LETTERS_ONE);
    }

    private Coordinates source() {
        return context.recordMetadata()
                .map(record -> new Coordinates(record.topic(), record.partition(), record.offset()))
                .orElse(new Coordinates("", 0, 0));
    }

    /** Returns what the record's headers say about the producer of the event. */
    private static Resource resource(Record<byte[], byte[]> record, Coordinates source) {
        String service = header(record, "service.name");
        return new Resource(
                service == null ? Resource.unnamed(origin(record, source)) : service,
                header(record, "host.name"),
                header(record, "deployment.environment.name"));
    }

    /** Returns the topic and partition of a record, with its key. Numbers in the key are dropped, to keep origins few. */
    private static String origin(Record<byte[], byte[]> record, Coordinates source) {
        String partition = source.topic() + "[" + source.partition() + "]";
        byte[] key = record.key();
        if (key == null || key.length == 0 || key.length > MAX_KEY) {
            return partition;
        }
        String name =
                KEY_NUMBER.matcher(new String(key, StandardCharsets.UTF_8)).replaceAll("#");
        return KEY.matcher(name).matches() ? partition + "/" + name : partition;
    }

    private static @Nullable String header(Record<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
