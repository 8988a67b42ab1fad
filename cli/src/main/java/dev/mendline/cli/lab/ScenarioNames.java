package dev.mendline.cli.lab;

import dev.mendline.cli.process.UsageError;
import dev.mendline.lab.Lab;
import dev.mendline.lab.scenario.ScenarioKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/** Names of the lab's scenarios on the command line. */
public final class ScenarioNames {
    private ScenarioNames() {}

    public static List<ScenarioKind> kinds() {
        return Stream.concat(Lab.catalog().stream(), Lab.shared().stream()).toList();
    }

    /** Returns the names without duplicates. Rejects unknown names and too many deployments. */
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
