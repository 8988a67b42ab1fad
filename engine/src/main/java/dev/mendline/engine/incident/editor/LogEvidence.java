package dev.mendline.engine.incident.editor;

import dev.mendline.engine.condition.ObservedSymptoms;
import dev.mendline.engine.incident.state.Bounds;
import dev.mendline.engine.incident.state.IncidentState;
import dev.mendline.model.incident.Incident;
import dev.mendline.model.journal.MergeRequest;
import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Captures;
import dev.mendline.model.log.Driver;
import dev.mendline.model.log.Platform;
import dev.mendline.model.log.Sample;
import dev.mendline.model.net.Network;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Evidence from the log lines of one episode, bounded by {@link Bounds}. */
public final class LogEvidence {
    private final Map<String, Incident.SymptomCount> symptoms = new LinkedHashMap<>();
    private final List<Sample> samples = new ArrayList<>();
    private final TreeSet<Integer> codes = new TreeSet<>();
    private final TreeSet<String> details = new TreeSet<>();
    private final TreeSet<String> addresses = new TreeSet<>();
    private final TreeSet<Driver> drivers =
            new TreeSet<>(Comparator.comparing(Driver::name).thenComparing(driver -> String.valueOf(driver.version())));
    private final TreeSet<Platform> runtimes = new TreeSet<>(
            Comparator.comparing(Platform::name).thenComparing(runtime -> String.valueOf(runtime.version())));
    private Captures captures = Captures.NONE;
    private final EventRate rate;

    /** Values that only lines show that do not name the deployment. */
    private ObservedSymptoms bound = ObservedSymptoms.NONE;

    LogEvidence(EventRate rate) {
        this.rate = rate;
    }

    IncidentState.Logs state() {
        return new IncidentState.Logs(
                captures,
                List.copyOf(codes),
                List.copyOf(details),
                List.copyOf(addresses),
                List.copyOf(drivers),
                List.copyOf(runtimes),
                rate.bySecond(),
                bound);
    }

    /** Returns the ids of the symptoms, in the order in which they were first seen. */
    public Set<String> symptoms() {
        return Collections.unmodifiableSet(symptoms.keySet());
    }

    public Captures captures() {
        return captures;
    }

    List<Incident.SymptomCount> counts() {
        return List.copyOf(symptoms.values());
    }

    List<Incident.MinuteCount> rate() {
        return rate.byMinute();
    }

    List<Sample> samples() {
        return samples;
    }

    /** Sets the counts of these symptoms, as a parent sums those of its children. */
    public void count(Collection<Incident.SymptomCount> counts) {
        counts.forEach(symptom -> symptoms.put(symptom.id(), symptom));
    }

    /** Adds a sighting that was read at this time of the journal; no event is later than that. */
    void add(Sighting sighting, Instant at) {
        attribute(ObservedSymptoms.of(sighting), sighting.bound());
        symptoms.merge(
                sighting.symptom(),
                new Incident.SymptomCount(sighting.symptom(), sighting.count(), sighting.at(), sighting.at()),
                LogEvidence::sum);
        rate.add(sighting.at().isAfter(at) ? at : sighting.at(), sighting.count());
        sighting.samples().forEach(this::keep);
        captures = sighting.captures().or(captures);
        keep(codes, sighting.captures().code());
        keep(details, sighting.detail());
        String address = sighting.captures().address();
        keep(addresses, address != null && Network.isAddress(address) ? address : null);
        keep(drivers, sighting.driver());
        keep(runtimes, sighting.runtime());
    }

    /** Adds the evidence of a stored incident. */
    void add(IncidentState stored) {
        add(stored.texts(), false);
        bound = stored.logs().bound();
    }

    /**
     * Adds the evidence of an incident that is merged into this one.
     *
     * @param isBound true if its lines do not name the deployment
     */
    void add(MergeRequest.Texts texts, boolean isBound) {
        List<String> ids =
                texts.symptoms().stream().map(Incident.SymptomCount::id).toList();
        attribute(
                new ObservedSymptoms(ids, texts.codes(), texts.details(), texts.addresses(), List.of(), List.of(), 0),
                isBound);
        texts.symptoms().forEach(symptom -> symptoms.merge(symptom.id(), symptom, LogEvidence::sum));
        rate.addAll(texts.rate(), texts.seconds());
        texts.samples().forEach(this::keep);
        captures = captures.or(texts.captures());
        texts.codes().forEach(code -> keep(codes, code));
        texts.details().forEach(detail -> keep(details, detail));
        texts.addresses().stream().filter(Network::isAddress).forEach(address -> keep(addresses, address));
        texts.drivers().forEach(driver -> keep(drivers, driver));
        texts.runtimes().forEach(runtime -> keep(runtimes, runtime));
    }

    /** Records whether lines that name the deployment show these values; called before they are added. */
    private void attribute(ObservedSymptoms values, boolean isBound) {
        if (isBound) {
            bound = bound.and(values.without(shown()));
        } else if (!bound.none()) {
            bound = bound.without(values);
        }
    }

    private void keep(Sample sample) {
        if (samples.stream().noneMatch(known -> known.text().equals(sample.text()))) {
            samples.add(sample);
            if (samples.size() > Sighting.MAX_SAMPLES) {
                samples.remove(leastTelling());
            }
        }
    }

    /** Returns the oldest sample of a symptom that has several, or else the oldest but the first, which is the proof. */
    private Sample leastTelling() {
        Map<String, Long> counts = samples.stream()
                .collect(Collectors.groupingBy(sample -> String.valueOf(sample.symptom()), Collectors.counting()));
        Comparator<Sample> oldest = Comparator.comparing(Sample::at);
        return samples.stream()
                .filter(sample -> counts.getOrDefault(String.valueOf(sample.symptom()), 0L) > 1)
                .min(oldest)
                .orElseGet(() -> samples.stream().skip(1).min(oldest).orElseThrow());
    }

    /** Sorts the samples: first those of the symptoms that decide the leading cause, then the newest first. */
    public void rank(Set<String> decisive) {
        samples.sort(Comparator.comparing((Sample sample) -> !decisive.contains(String.valueOf(sample.symptom())))
                .thenComparing(Sample::at, Comparator.reverseOrder()));
    }

    /** Returns the sum of two counts of the same symptom. */
    public static Incident.SymptomCount sum(Incident.SymptomCount known, Incident.SymptomCount more) {
        return new Incident.SymptomCount(
                known.id(),
                known.count() + more.count(),
                known.firstSeen().isBefore(more.firstSeen()) ? known.firstSeen() : more.firstSeen(),
                known.lastSeen().isAfter(more.lastSeen()) ? known.lastSeen() : more.lastSeen());
    }

    /** Keeps a bounded number of values; many different ones are no evidence. */
    private static <T> void keep(Collection<T> known, @Nullable T more) {
        if (more != null && known.size() < Bounds.LOG_VALUES) {
            known.add(more);
        }
    }

    /** Returns the evidence of the next episode: only the rate is kept. */
    LogEvidence nextEpisode() {
        return new LogEvidence(rate);
    }

    /** Returns the evidence of the lines that name the deployment, see {@link Sighting#bound}. */
    public ObservedSymptoms named() {
        return bound.none() ? shown() : shown().without(bound);
    }

    /** Returns the evidence in the form that conditions read. */
    public ObservedSymptoms shown() {
        return new ObservedSymptoms(
                List.copyOf(symptoms.keySet()),
                List.copyOf(codes),
                List.copyOf(details),
                List.copyOf(addresses),
                List.copyOf(drivers),
                List.copyOf(runtimes),
                rate.perMinute());
    }
}
