package dev.mendline.engine.prefilter;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Signature;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All anchors as one regular expression, of the little that Onigmo (Fluent Bit), Rust's regex (Vector) and RE2
 * (OpenTelemetry) understand alike. An anchor that contains another is left out, since the other finds it.
 *
 * @param exact found as they stand
 * @param folded found in any case; in lower case here
 */
record AnchorPattern(List<String> exact, List<String> folded) {
    private static final String SPECIAL = "\\.*+?()[]{}^|";

    static AnchorPattern of(Catalog catalog) {
        List<String> folded = shortest(anchors(catalog, true));
        Set<String> rest = anchors(catalog, false);
        rest.removeIf(anchor -> folded.stream().anyMatch(fold(anchor)::contains));
        return new AnchorPattern(shortest(rest), folded);
    }

    private static Set<String> anchors(Catalog catalog, boolean ignoreCase) {
        return catalog.signatures()
                .filter(signature -> signature.ignoreCase() == ignoreCase)
                .map(Signature::anchors)
                .flatMap(List::stream)
                .map(anchor -> ignoreCase ? fold(anchor) : anchor)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> shortest(Set<String> anchors) {
        return anchors.stream()
                .filter(anchor -> anchors.stream().noneMatch(other -> !other.equals(anchor) && anchor.contains(other)))
                .toList();
    }

    private static String fold(String anchor) {
        return anchor.toLowerCase(Locale.ROOT);
    }

    /** Never with a dollar sign, which configuration files take for the name of a variable. */
    String regex() {
        Stream<String> alternatives = exact.stream().map(AnchorPattern::quoted);
        String anyCase = folded.stream().map(AnchorPattern::quoted).collect(Collectors.joining("|"));
        return Stream.concat(alternatives, Stream.of("(?i:" + anyCase + ")").filter(group -> !folded.isEmpty()))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String quoted(String anchor) {
        return anchor.chars()
                .mapToObj(c -> c == '$' ? "\\x24" : (SPECIAL.indexOf(c) >= 0 ? "\\" : "") + (char) c)
                .collect(Collectors.joining());
    }
}
