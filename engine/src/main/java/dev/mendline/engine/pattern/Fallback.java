package dev.mendline.engine.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression as RE2/J runs it. */
final class Fallback {
    private final Pattern pattern;
    private final List<String> names;

    private Fallback(Pattern pattern) {
        this.pattern = pattern;
        this.names = List.copyOf(pattern.namedGroups().keySet());
    }

    static Fallback compile(String expression, boolean ignoresCase) {
        return new Fallback(Pattern.compile(expression, ignoresCase ? Pattern.CASE_INSENSITIVE : 0));
    }

    List<String> names() {
        return names;
    }

    @Nullable
    Found find(Text text, int from, int to, int start) {
        Matcher matcher = pattern.matcher(text.substring(from, to));
        if (start > to || !matcher.find(start - from)) {
            return null;
        }
        int[] places = new int[2 * names.size()];
        for (int i = 0; i < names.size(); i++) {
            int begin = matcher.start(names.get(i));
            places[2 * i] = begin < 0 ? -1 : from + begin;
            places[2 * i + 1] = from + matcher.end(names.get(i));
        }
        return new Found(from + matcher.start(), from + matcher.end(), new Groups(text, names, places));
    }

    /** The leftmost match begins where any does that is sought here. */
    int endAt(Text text, int from, int to, int start) {
        Found found = find(text, from, to, start);
        return found != null && found.start() == start ? found.end() : -1;
    }
}
