package dev.mendline.bench.matcher;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Signature in a form for all methods.
 *
 * @param pattern in the common syntax of java.util.regex, RE2 and Hyperscan
 * @param ignoreCase true if case is ignored in pattern and literals
 * @param literals literals of which every match contains one
 */
record PortableSignature(String id, String pattern, boolean ignoreCase, List<String> literals) {
    PortableSignature {
        literals = List.copyOf(literals);
    }

    /** Returns find() of java.util.regex. One thread at a time. */
    Predicate<String> jdk() {
        Matcher matcher = Pattern.compile(pattern, ignoreCase ? Pattern.CASE_INSENSITIVE : 0)
                .matcher("");
        return text -> matcher.reset(text).find();
    }

    /** Returns find() of RE2/J. One thread at a time. */
    Predicate<String> re2j() {
        com.google.re2j.Matcher matcher = com.google.re2j.Pattern.compile(
                        pattern, ignoreCase ? com.google.re2j.Pattern.CASE_INSENSITIVE : 0)
                .matcher("");
        return text -> matcher.reset(text).find();
    }

    /** Returns true if the text contains one of the literals. */
    boolean hasLiteralIn(String text) {
        String lowerCase = ignoreCase ? text.toLowerCase(Locale.ROOT) : text;
        return literals.stream()
                .map(literal -> ignoreCase ? literal.toLowerCase(Locale.ROOT) : literal)
                .anyMatch(lowerCase::contains);
    }
}
