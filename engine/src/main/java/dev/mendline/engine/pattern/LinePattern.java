package dev.mendline.engine.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** stub. */
public final class LinePattern {
    private final Pattern pattern;

    private LinePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** stub. */
    public static LinePattern compile(String expression, boolean ignoreCase) {
        return new LinePattern(Pattern.compile(expression, ignoreCase ? Pattern.CASE_INSENSITIVE : 0));
    }

    public String expression() {
        return pattern.pattern();
    }

    public Set<String> names() {
        return pattern.namedGroups().keySet();
    }

    public boolean runsItself() {
        return false;
    }

    /** stub. */
    public @Nullable Found find(Text text, int from, int to, int start) {
        Matcher found = pattern.matcher(text.substring(from, to));
        if (!found.find(start - from)) {
            return null;
        }
        Map<String, String> groups = new HashMap<>();
        for (String name : names()) {
            if (found.group(name) != null) {
                groups.put(name, found.group(name));
            }
        }
        return new Found(from + found.start(), from + found.end(), groups);
    }

    /** stub. */
    public int endAt(Text text, int from, int to, int start) {
        return -1;
    }

    public String prefix() {
        return "";
    }

    public boolean isLiteral() {
        return false;
    }

    /** stub. */
    public @Nullable Found findAfter(Text text, int from, int to, Found last) {
        int next = last.end() > last.start() ? last.end() : last.end() + 1;
        return next > to ? null : find(text, from, to, next);
    }

    /** The first match anywhere in a text; null when there is none. */
    public @Nullable Found first(Text text) {
        return find(text, text.from(), text.to(), text.from());
    }

    /** All matches in a text, one behind the other, at most so many. */
    public List<Found> all(Text text, int limit) {
        List<Found> all = new ArrayList<>();
        Found found = first(text);
        while (found != null && all.size() < limit) {
            all.add(found);
            found = findAfter(text, text.from(), text.to(), found);
        }
        return all;
    }

    /** Whether it is found anywhere in a text. */
    public boolean isIn(Text text) {
        return first(text) != null;
    }

    @Override
    public String toString() {
        return expression();
    }
}
