package dev.mendline.cli;

import dev.mendline.lab.Kind;
import dev.mendline.lab.Lab;
import java.util.LinkedHashSet;
import java.util.List;

/** Names of the lab's scenarios as people give them. */
final class Scenarios {
    private Scenarios() {}

    static List<String> all() {
        return Lab.catalogue().stream().map(Kind::name).toList();
    }

    /** Each once; one that does not exist is refused with those that do. */
    static List<String> checked(List<String> names) {
        names.stream().filter(name -> !all().contains(name)).findFirst().ifPresent(name -> {
            throw new UsageError("no scenario '" + name + "'; there are: " + String.join(", ", all()));
        });
        return List.copyOf(new LinkedHashSet<>(names));
    }
}
