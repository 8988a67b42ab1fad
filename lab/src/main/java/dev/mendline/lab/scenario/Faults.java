package dev.mendline.lab.scenario;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that can be wrong in the lab. */
public final class Faults {
    public static final List<Fault> ALL = Stream.of(
                    ResolverFaults.ALL, NodeFaults.ALL, TlsFaults.ALL, ServerFaults.ALL, ServiceFaults.ALL, Passing.ALL)
            .flatMap(List::stream)
            .toList();

    /** What the demo shows. */
    public static final List<String> DEMO = List.of(
            "srv-refused", "srv-not-found", "connection-refused", "too-many-connections", "auth-failed", "healthy");

    private Faults() {}

    /**
     * Those of these names, in the order of {@link #ALL}.
     *
     * @throws IllegalArgumentException when there is none of a name, or a name stands there twice
     */
    public static List<Fault> named(Collection<String> names) {
        List<String> allowed = ALL.stream().map(Fault::name).toList();
        for (String name : names) {
            if (!allowed.contains(name)) {
                throw new IllegalArgumentException("no scenario '" + name + "'; there are: " + list(allowed));
            }
            if (Collections.frequency(names, name) > 1) {
                throw new IllegalArgumentException(
                        "scenario '" + name + "' stands there twice; allowed once each: " + list(allowed));
            }
        }
        return ALL.stream().filter(fault -> names.contains(fault.name())).toList();
    }

    private static String list(List<String> names) {
        return names.stream().collect(Collectors.joining(", "));
    }
}
