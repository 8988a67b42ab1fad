package dev.mendline.engine.shipper;

import dev.mendline.engine.catalog.Catalog;
import dev.mendline.engine.catalog.Signature;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Regular expression of all anchors, in the syntax that Onigmo (Fluent Bit), Rust's regex (Vector) and RE2 (OpenTelemetry)
 * share. An anchor that contains another one is omitted because the shorter one matches too.
 *
 * @param exact anchors that match in their case only
 * @param folded anchors that match in any case; in lower case here
 */
record AnchorRegex(List<String> exact, List<String> folded) {
    private static final String SPECIAL = "\\.*+?()[]{}^|";

    static AnchorRegex of(Catalog catalog) {
        List<String> folded = shortest(anchors(catalog, true));
        Set<String> rest = anchors(catalog, false);
        rest.removeIf(anchor -> folded.stream().anyMatch(fold(anchor)::contains));
        return new AnchorRegex(shortest(rest), folded);
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

    /** Returns the expression. It contains no dollar sign, which configuration files would read as a variable. */
    String regex() {
        Stream<String> alternatives = exact.stream().map(AnchorRegex::quoted);
        String anyCase = folded.stream().map(AnchorRegex::quoted).collect(Collectors.joining("|"));
        return Stream.concat(alternatives, Stream.of("(?i:" + anyCase + ")").filter(group -> !folded.isEmpty()))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String quoted(String anchor) {
        return anchor.chars()
                .mapToObj(c -> c == '$' ? "\\x24" : (SPECIAL.indexOf(c) >= 0 ? "\\" : "") + (char) c)
                .collect(Collectors.joining());
    }
}
