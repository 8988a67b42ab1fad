package dev.mendline.engine.condition;

import dev.mendline.model.log.Driver;
import dev.mendline.model.log.Platform;
import java.util.List;

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
    public ObservedSymptoms {
        symptoms = List.copyOf(symptoms);
        codes = List.copyOf(codes);
        details = List.copyOf(details);
        addresses = List.copyOf(addresses);
        drivers = List.copyOf(drivers);
        runtimes = List.copyOf(runtimes);
    }
}
