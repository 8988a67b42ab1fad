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
                rate.bySecond());
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

    /** Adds the evidence of a stored incident, or of one that is merged into this one. */
    void add(MergeRequest.Texts texts) {
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

    private void keep(Sample sample) {
        if (samples.size() < Sighting.MAX_SAMPLES
                && samples.stream().noneMatch(known -> known.text().equals(sample.text()))) {
            samples.add(sample);
        }
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
