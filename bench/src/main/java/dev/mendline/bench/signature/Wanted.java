package dev.mendline.bench.signature;

import java.util.List;

/**
 * Signature in a form for all methods.
 *
 * @param pattern in the common syntax of java.util.regex, RE2 and Hyperscan
 * @param ignoreCase true if case is ignored in pattern and literals
 * @param literals literals of which every match contains one
 */
public record Wanted(String id, String pattern, boolean ignoreCase, List<String> literals) {
    public Wanted {
        literals = List.copyOf(literals);
    }
}
