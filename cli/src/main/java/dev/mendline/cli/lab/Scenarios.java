package dev.mendline.cli.lab;

import dev.mendline.cli.process.UsageError;
import dev.mendline.lab.Lab;
import dev.mendline.lab.ScenarioKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** Names of the lab's scenarios as people give them. */
public final class Scenarios {
    private Scenarios() {}

    /** Those that can be had together. */
    static List<String> all() {
        return Lab.catalog().stream().map(ScenarioKind::name).toList();
    }

    public static List<ScenarioKind> kinds() {
        return Stream.concat(Lab.catalog().stream(), Lab.shared().stream()).toList();
    }

    /** Each once; one that does not exist is refused with those that do, and so is what there are no names for. */
    static List<String> checked(List<String> names) {
        List<String> once = List.copyOf(new LinkedHashSet<>(names));
        try {
            Lab.check(once);
        } catch (IllegalArgumentException e) {
            throw new UsageError(String.valueOf(e.getMessage()));
        }
        return once;
    }
}
