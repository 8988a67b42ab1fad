package dev.mendline.notifier.message;

import java.util.List;
import java.util.stream.Collectors;

/** Text that lists the first names and counts the others. */
final class NameList {
    private static final int SHOWN = 4;
    private static final int MAX_NAME = 60;

    private NameList() {}

    static String of(List<String> names) {
        return of(names, names.size());
    }

    /** Lists names of which only some are known. */
    static String of(List<String> known, int total) {
        String first = known.stream()
                .limit(SHOWN)
                .map(name -> SafeText.of(name, MAX_NAME))
                .collect(Collectors.joining(", "));
        int more = total - Math.min(SHOWN, known.size());
        if (more > 0) {
            return first + " and " + more + " more";
        }
        return first.isBlank() ? "–" : first;
    }
}
