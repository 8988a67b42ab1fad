package dev.mendline.engine.condition;

import dev.mendline.model.log.Driver;
import dev.mendline.model.log.Platform;
import java.util.List;

/**
 * What the texts of one incident showed, before anything was probed.
 *
 * @param symptoms ids that were seen
 * @param codes the server's error codes
 * @param details the finer distinctions of the signatures that matched
 * @param addresses IP address literals by which texts named a node
 * @param drivers who printed the texts, where they tell it
 * @param runtimes what ran the programs that printed them, where they tell it
 * @param rate log events of the 60 s that end with the latest
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
