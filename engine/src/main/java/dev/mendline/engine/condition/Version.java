package dev.mendline.engine.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
        List<Integer> numbers = new ArrayList<>();
        for (String number : Pattern.compile("[._]").split(text, -1)) {
            numbers.add(Integer.valueOf(number));
        }
        return new Version(numbers);
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
