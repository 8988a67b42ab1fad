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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the texts of one episode told; bounded, however many there are. */
public final class LogEvidence {
    public final Map<String, Incident.SymptomCount> symptoms = new LinkedHashMap<>();
    final List<Sample> samples = new ArrayList<>();
    final TreeSet<Integer> codes = new TreeSet<>();
    final TreeSet<String> details = new TreeSet<>();
    final TreeSet<String> addresses = new TreeSet<>();
    final TreeSet<Driver> drivers =
            new TreeSet<>(Comparator.comparing(Driver::name).thenComparing(driver -> String.valueOf(driver.version())));
    final TreeSet<Platform> runtimes = new TreeSet<>(
            Comparator.comparing(Platform::name).thenComparing(runtime -> String.valueOf(runtime.version())));
    public Captures captures = Captures.NONE;
    final EventRate rate = new EventRate();

    void addAll(IncidentState file) {
        Incident was = file.incident();
        was.symptoms().forEach(symptom -> symptoms.put(symptom.id(), symptom));
        rate.addAll(was.rate(), file.seconds());
        samples.addAll(was.samples());
        codes.addAll(file.codes());
        details.addAll(file.details());
        addresses.addAll(file.addresses());
        drivers.addAll(file.drivers());
        runtimes.addAll(file.runtimes());
        captures = file.captures();
    }

    /** Counts a sighting in that was read at this time of the journal; no event is later than that. */
    public void add(Sighting sighting, Instant at) {
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

    /** Counts in what the texts of another incident told. */
    public void add(MergeRequest.Texts texts) {
        texts.symptoms().forEach(symptom -> symptoms.merge(symptom.id(), symptom, LogEvidence::sum));
        rate.merge(texts.rate(), texts.seconds());
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

    public static Incident.SymptomCount sum(Incident.SymptomCount known, Incident.SymptomCount more) {
        return new Incident.SymptomCount(
                known.id(),
                known.count() + more.count(),
                known.firstSeen().isBefore(more.firstSeen()) ? known.firstSeen() : more.firstSeen(),
                known.lastSeen().isAfter(more.lastSeen()) ? known.lastSeen() : more.lastSeen());
    }

    /** As many as tell something; a flood of different ones tells nothing. */
    private static <T> void keep(Collection<T> known, @Nullable T more) {
        if (more != null && known.size() < Bounds.LOG_VALUES) {
            known.add(more);
        }
    }

    /** What an episode told does not speak for the next; the rate goes on. */
    void forget() {
        symptoms.clear();
        samples.clear();
        codes.clear();
        details.clear();
        addresses.clear();
        drivers.clear();
        runtimes.clear();
        captures = Captures.NONE;
    }

    /** As conditions see it. */
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
