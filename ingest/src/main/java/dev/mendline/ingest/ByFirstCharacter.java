package dev.mendline.ingest;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Ordered patterns by the first character of the texts that they match, so that few of them are tried on a line. */
final class ByFirstCharacter<T> {
    private static final int ASCII = 128;

    private final List<T> all;
    private final List<List<T>> byCharacter;

    ByFirstCharacter(List<T> all, Function<T, Pattern> pattern) {
        this.all = List.copyOf(all);
        this.byCharacter = IntStream.range(0, ASCII)
                .mapToObj(first -> all.stream()
                        .filter(one -> mayStart(pattern.apply(one), (char) first))
                        .toList())
                .toList();
    }

    List<T> all() {
        return all;
    }

    /** Returns what may match from a position, in order. */
    List<T> at(String text, int position) {
        char first = position < text.length() ? text.charAt(position) : ASCII;
        return first < ASCII ? byCharacter.get(first) : all;
    }

    /** Returns false if the pattern fails on the character without asking for more text. */
    private static boolean mayStart(Pattern pattern, char first) {
        Matcher matcher = pattern.matcher(String.valueOf(first));
        return matcher.lookingAt() || matcher.hitEnd();
    }
}
