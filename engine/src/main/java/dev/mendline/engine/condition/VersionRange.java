package dev.mendline.engine.condition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Range of versions, e.g. {@code 22.22.0 || >=24.13.0 <25}: alternatives separated by {@code ||}, each a list of bounds
 * that must all hold. A version alone matches exactly.
 */
final class VersionRange {
    private static final Pattern BOUND = Pattern.compile("(>=|<=|>|<|=)?([0-9]\\S*)");

    private final List<Predicate<Version>> alternatives;

    private VersionRange(List<Predicate<Version>> alternatives) {
        this.alternatives = List.copyOf(alternatives);
    }

    /**
     * Parses a range.
     *
     * @throws IllegalArgumentException if the text is not a range; the message says what is allowed
     */
    static VersionRange of(String text) {
        return new VersionRange(Arrays.stream(Pattern.compile("\\|\\|").split(text, -1))
                .map(alternative -> bounds(alternative.strip(), text))
                .toList());
    }

    /** Returns true if the range contains the version; false for text that is not a version. */
    boolean contains(String text) {
        return Version.of(text)
                .filter(version -> alternatives.stream().anyMatch(each -> each.test(version)))
                .isPresent();
    }

    private static Predicate<Version> bounds(String alternative, String text) {
        return Arrays.stream(Pattern.compile(" +").split(alternative, -1))
                .map(bound -> bound(bound, text))
                .reduce(version -> true, Predicate::and);
    }

    private static Predicate<Version> bound(String bound, String text) {
        Matcher form = BOUND.matcher(bound);
        if (!form.matches()) {
            throw bad(text);
        }
        Version limit = Version.of(form.group(2)).orElseThrow(() -> bad(text));
        String sign = form.group(1) == null ? "=" : form.group(1);
        return switch (sign) {
            case ">=" -> version -> version.compareTo(limit) >= 0;
            case "<=" -> version -> version.compareTo(limit) <= 0;
            case ">" -> version -> version.compareTo(limit) > 0;
            case "<" -> version -> version.compareTo(limit) < 0;
            default -> version -> version.compareTo(limit) == 0;
        };
    }

    private static IllegalArgumentException bad(String text) {
        return new IllegalArgumentException(
                "'" + text + "' is not a version range: bounds separated by spaces, alternatives separated by ||,"
                        + " e.g. 22.22.0 || >=24.13.0 <25");
    }

    /**
     * Version of a program: numbers, compared one by one, missing ones as 0. A leading {@code v} and everything after
     * {@code -} or {@code +} (build, vendor) is ignored. Java's old form is accepted: {@code 8u261} is {@code 1.8.0_261}.
     */
    record Version(List<Integer> numbers) implements Comparable<Version> {
        private static final Pattern FORM = Pattern.compile("[vV]?(\\d{1,9}(?:[._]\\d{1,9}){0,7})(?:[-+ ].*)?");
        private static final Pattern OLD_JAVA = Pattern.compile("(\\d{1,2})u(\\d{1,9})(?:[-+ ].*)?");

        Version {
            numbers = List.copyOf(numbers);
        }

        /** Parses a version; empty for other forms, e.g. {@code 20.x}. */
        static Optional<Version> of(String text) {
            Matcher java = OLD_JAVA.matcher(text);
            if (java.matches()) {
                return Optional.of(numbers("1." + java.group(1) + ".0_" + java.group(2)));
            }
            Matcher form = FORM.matcher(text);
            return form.matches() ? Optional.of(numbers(form.group(1))) : Optional.empty();
        }

        private static Version numbers(String text) {
            return new Version(Pattern.compile("[._]")
                    .splitAsStream(text)
                    .map(Integer::valueOf)
                    .toList());
        }

        private int at(int place) {
            return place < numbers.size() ? numbers.get(place) : 0;
        }

        @Override
        public int compareTo(Version other) {
            for (int place = 0; place < Math.max(numbers.size(), other.numbers.size()); place++) {
                int difference = Integer.compare(at(place), other.at(place));
                if (difference != 0) {
                    return difference;
                }
            }
            return 0;
        }
    }
}
