package dev.mendline.engine.condition;

import dev.mendline.model.journal.Sighting;
import dev.mendline.model.log.Driver;
import dev.mendline.model.log.Platform;
import java.util.List;
import java.util.stream.Stream;

/**
 * Evidence from the texts of one incident, before any probe.
 *
 * @param symptoms ids of the observed symptoms
 * @param codes error codes of the server
 * @param details variants of the matched signatures
 * @param addresses IP address literals of nodes in texts
 * @param drivers drivers that printed the texts, if known
 * @param runtimes runtimes of the programs that printed the texts, if known
 * @param rate log events in the 60 s before the latest one
 */
public record ObservedSymptoms(
        List<String> symptoms,
        List<Integer> codes,
        List<String> details,
        List<String> addresses,
        List<Driver> drivers,
        List<Platform> runtimes,
        long rate) {
    /** Evidence from no text. */
    public static final ObservedSymptoms NONE =
            new ObservedSymptoms(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 0);

    public ObservedSymptoms {
        symptoms = List.copyOf(symptoms);
        codes = List.copyOf(codes);
        details = List.copyOf(details);
        addresses = List.copyOf(addresses);
        drivers = List.copyOf(drivers);
        runtimes = List.copyOf(runtimes);
    }

    /** Returns the symptom of a sighting with its values, without the programs that printed it. */
    public static ObservedSymptoms of(Sighting sighting) {
        String address = sighting.captures().address();
        return new ObservedSymptoms(
                List.of(sighting.symptom()),
                Stream.ofNullable(sighting.captures().code()).toList(),
                Stream.ofNullable(sighting.detail()).toList(),
                Stream.ofNullable(address).toList(),
                List.of(),
                List.of(),
                0);
    }

    public boolean none() {
        return symptoms.isEmpty() && codes.isEmpty() && details.isEmpty() && addresses.isEmpty();
    }

    /** Returns this evidence without the symptoms, codes, details and addresses of the other one. */
    public ObservedSymptoms without(ObservedSymptoms other) {
        return new ObservedSymptoms(
                without(symptoms, other.symptoms),
                without(codes, other.codes),
                without(details, other.details),
                without(addresses, other.addresses),
                drivers,
                runtimes,
                rate);
    }

    /** Returns this evidence without one symptom. */
    public ObservedSymptoms without(String symptom) {
        return without(
                new ObservedSymptoms(List.of(symptom), List.of(), List.of(), List.of(), List.of(), List.of(), 0));
    }

    /** Returns this evidence with the symptoms, codes, details and addresses of the other one. */
    public ObservedSymptoms and(ObservedSymptoms other) {
        return new ObservedSymptoms(
                and(symptoms, other.symptoms),
                and(codes, other.codes),
                and(details, other.details),
                and(addresses, other.addresses),
                drivers,
                runtimes,
                rate);
    }

    private static <T> List<T> without(List<T> all, List<T> some) {
        return all.stream().filter(value -> !some.contains(value)).toList();
    }

    private static <T> List<T> and(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
