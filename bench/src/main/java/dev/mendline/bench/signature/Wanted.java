package dev.mendline.bench.signature;

import java.util.List;

/**
 * A signature as all methods can understand it.
 *
 * @param pattern in the syntax that java.util.regex, RE2 and Hyperscan have in common
 * @param ignoreCase of pattern and literals
 * @param literals of which one stands in every match
 */
public record Wanted(String id, String pattern, boolean ignoreCase, List<String> literals) {
    public Wanted {
        literals = List.copyOf(literals);
    }
}
