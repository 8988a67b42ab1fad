package dev.mendline.engine.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Expression that RE2/J runs. */
final class Re2jPattern {
    private final Pattern pattern;
    private final List<String> names;

    private Re2jPattern(Pattern pattern) {
        this.pattern = pattern;
        this.names = List.copyOf(pattern.namedGroups().keySet());
    }

    static Re2jPattern compile(String expression, boolean ignoresCase) {
        return new Re2jPattern(Pattern.compile(expression, ignoresCase ? Pattern.CASE_INSENSITIVE : 0));
    }

    List<String> names() {
        return names;
    }

    @Nullable
    MatchResult find(Text text, int from, int to, int start) {
        Matcher matcher = pattern.matcher(text.substring(from, to));
        if (start > to || !matcher.find(start - from)) {
            return null;
        }
        int[] positions = new int[2 * names.size()];
        for (int i = 0; i < names.size(); i++) {
            int begin = matcher.start(names.get(i));
            positions[2 * i] = begin < 0 ? -1 : from + begin;
            positions[2 * i + 1] = from + matcher.end(names.get(i));
        }
        return new MatchResult(from + matcher.start(), from + matcher.end(), text, names, positions);
    }

    /** Returns the end of the match that starts exactly at {@code start}, or -1. */
    int endAt(Text text, int from, int to, int start) {
        MatchResult found = find(text, from, to, start);
        return found != null && found.start() == start ? found.end() : -1;
    }
}
