package dev.mendline.engine.incident.timeline;

import java.util.Collection;
import java.util.stream.Collectors;

/** Text that lists the first names and counts the others. */
public final class NameList {
    private NameList() {}

    public static String of(Collection<String> names, int shown) {
        String first = names.stream().limit(shown).collect(Collectors.joining(", "));
        return names.size() > shown ? first + " and " + (names.size() - shown) + " more" : first;
    }
}
