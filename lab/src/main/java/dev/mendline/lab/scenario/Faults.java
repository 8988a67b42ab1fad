package dev.mendline.lab.scenario;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** List of all faults in the lab. */
public final class Faults {
    public static final List<Fault> ALL = Stream.of(
                    ResolverFaults.ALL,
                    NodeFaults.ALL,
                    TlsFaults.ALL,
                    ServerFaults.ALL,
                    ServiceFaults.ALL,
                    TransientFaults.ALL)
            .flatMap(List::stream)
            .toList();

    /** Faults that affect many deployments; the names suffice for few of them at a time. */
    public static final List<Fault> SHARED = ResolverFaults.SHARED;

    /** Scenarios of the demo. */
    public static final List<String> DEMO = List.of(
            "srv-refused", "srv-not-found", "connection-refused", "too-many-connections", "auth-failed", "healthy");

    private static final int MOST = 38;

    private Faults() {}

    /**
     * Returns the faults with these names in the order of {@link #ALL}, {@link #SHARED} ones last.
     *
     * @throws IllegalArgumentException if a name is unknown or occurs twice, or there are not enough deployment names
     */
    public static List<Fault> named(Collection<String> names) {
        List<Fault> all = Stream.concat(ALL.stream(), SHARED.stream()).toList();
        List<String> allowed = all.stream().map(Fault::name).toList();
        for (String name : names) {
            if (!allowed.contains(name)) {
                throw new IllegalArgumentException("no scenario '" + name + "'; scenarios: " + list(allowed));
            }
            if (Collections.frequency(names, name) > 1) {
                throw new IllegalArgumentException(
                        "duplicate scenario '" + name + "'; allowed once each: " + list(allowed));
            }
        }
        List<Fault> named =
                all.stream().filter(fault -> names.contains(fault.name())).toList();
        int deployments = named.stream().mapToInt(Fault::deployments).sum();
        if (deployments > MOST) {
            throw new IllegalArgumentException(
                    "at most " + MOST + " deployments at once (was " + deployments + ")");
        }
        return named;
    }

    private static String list(List<String> names) {
        return names.stream().collect(Collectors.joining(", "));
    }
}
