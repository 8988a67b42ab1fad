package dev.mendline.engine.pattern;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.mendline.engine.pattern.program.Backtracker;
import dev.mendline.engine.pattern.program.Compiler;
import dev.mendline.engine.pattern.program.Program;
import dev.mendline.engine.pattern.syntax.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Regular expression in <a href="https://github.com/google/re2/wiki/Syntax">RE2's syntax</a>. It finds the same matches
 * as RE2/J, in time proportional to the line. Immutable and thread-safe.
 */
public final class LinePattern {
    private final String expression;
    private final Pattern re2j;
    private final @Nullable Program program;
    private final List<String> names;

    private LinePattern(String expression, Pattern re2j, Parser.@Nullable Parsed parsed) {
        this.expression = expression;
        this.re2j = re2j;
        this.program = parsed == null
                ? null
                : Compiler.compile(parsed.tree(), parsed.names().size());
        this.names = parsed == null ? List.copyOf(re2j.namedGroups().keySet()) : parsed.names();
    }

    /**
     * Compiles an expression.
     *
     * @throws PatternSyntaxException if RE2/J rejects it
     */
    public static LinePattern compile(String expression, boolean ignoreCase) {
        Pattern re2j = Pattern.compile(expression, ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
        Parser.Parsed parsed = Parser.parse(expression, ignoreCase);
        // RE2/J drops the group names of an expression that is a single repetition; the names must be the same.
        boolean isSame = parsed != null
                && Set.copyOf(parsed.names()).equals(re2j.namedGroups().keySet());
        return new LinePattern(expression, re2j, isSame ? parsed : null);
    }

    /** Returns the names of the named groups. */
    public Set<String> names() {
        return Set.copyOf(names);
    }

    /** Returns true if RE2/J is needed only for texts that are not plain, or too long. */
    boolean isCompiled() {
        return program != null;
    }

    /**
     * Returns the first match that starts at {@code start} or later. The region {@code [from, to)} is searched as if it
     * were the whole text. {@link MatchResult#next} is where to search for the following match.
     *
     * @return null if there is none
     */
    public @Nullable MatchResult find(Text text, int from, int to, int start) {
        Program own = program(text, start, to);
        if (own == null) {
            return findByRe2j(text, from, to, start);
        }
        int first = own.nextStart(text.bytes(), from, to, start);
        if (first < 0) {
            return null;
        }
        Backtracker backtracker = text.backtracker();
        int found = backtracker.find(own, text.bytes(), from, to, first);
        return found < 0 ? null : new MatchResult(found, backtracker.end(), text, names, backtracker.captured());
    }

    /** Returns the match after one that was found in the same region; null if there is none. */
    public @Nullable MatchResult findAfter(Text text, int from, int to, MatchResult last) {
        return last.next() > to ? null : find(text, from, to, last.next());
    }

    /** Returns the first match in a whole text; null if there is none. */
    public @Nullable MatchResult first(Text text) {
        return find(text, text.from(), text.to(), text.from());
    }

    /** Returns the matches in a whole text, up to a limit. */
    public List<MatchResult> all(Text text, int limit) {
        List<MatchResult> all = new ArrayList<>();
        MatchResult found = first(text);
        while (found != null && all.size() < limit) {
            all.add(found);
            found = findAfter(text, text.from(), text.to(), found);
        }
        return all;
    }

    /** Returns the text with each match replaced. */
    public String replaceAll(String text, Function<MatchResult, String> replacement) {
        Text whole = Text.of(text);
        MatchResult found = first(whole);
        if (found == null) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text.length());
        int from = 0;
        while (found != null) {
            replaced.append(text, from, found.start()).append(replacement.apply(found));
            from = found.end();
            found = findAfter(whole, 0, text.length(), found);
        }
        return replaced.append(text, from, text.length()).toString();
    }

    /** Returns true if there is a match in a whole text. */
    public boolean isIn(Text text) {
        return first(text) != null;
    }

    /** Returns the end of the match that starts exactly at {@code start}, in a region as in {@link #find}, or -1. */
    public int endAt(Text text, int from, int to, int start) {
        Program own = program(text, start, to);
        if (own == null) {
            MatchResult found = findByRe2j(text, from, to, start);
            return found != null && found.start() == start ? found.end() : -1;
        }
        return own.canStartAt(text.bytes(), from, to, start)
                ? text.backtracker().endAt(own, text.bytes(), from, to, start)
                : -1;
    }

    private @Nullable MatchResult findByRe2j(Text text, int from, int to, int start) {
        Matcher matcher = re2j.matcher(text.substring(from, to));
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

    private @Nullable Program program(Text text, int start, int to) {
        return program != null && text.isPlain() && start <= to && program.fits(to - start) ? program : null;
    }

    /** Returns the expression as it was written. */
    @Override
    public String toString() {
        return expression;
    }
}
