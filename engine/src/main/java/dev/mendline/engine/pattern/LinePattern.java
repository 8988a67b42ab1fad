package dev.mendline.engine.pattern;

import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An expression of <a href="https://github.com/google/re2/wiki/Syntax">RE2's syntax</a>, tried on lines. It matches what
 * RE2/J's {@code Matcher} finds, in time proportional to the line. Unchanging and safe for use by several threads.
 */
public final class LinePattern {
    private static final ThreadLocal<Run> RUNS = ThreadLocal.withInitial(Run::new);

    private final String expression;
    private final Fallback fallback;
    private final @Nullable Program program;
    private final List<String> names;
    private final Set<String> nameSet;

    private LinePattern(String expression, Fallback fallback, Parser.@Nullable Parsed parsed) {
        this.expression = expression;
        this.fallback = fallback;
        this.program =
                parsed == null ? null : Program.of(parsed.tree(), parsed.names().size());
        this.names = parsed == null ? fallback.names() : parsed.names();
        this.nameSet = Set.copyOf(names);
    }

    /**
     * Reads an expression.
     *
     * @throws PatternSyntaxException when RE2/J does not take it
     */
    public static LinePattern compile(String expression, boolean ignoreCase) {
        Fallback fallback = Fallback.compile(expression, ignoreCase);
        Parser.Parsed parsed = Parser.parse(expression, ignoreCase);
        // RE2/J forgets the names in an expression that is one repetition; so it is not for us to tell them.
        boolean isSame = parsed != null && Set.copyOf(parsed.names()).equals(Set.copyOf(fallback.names()));
        return new LinePattern(expression, fallback, isSame ? parsed : null);
    }

    /** As it was written. */
    public String expression() {
        return expression;
    }

    /** Of its groups that have one. */
    public Set<String> names() {
        return nameSet;
    }

    /** Whether RE2/J is needed only for texts that are not plain, or too long. */
    public boolean runsItself() {
        return program != null;
    }

    /**
     * The first match that begins at {@code start} or later, within a region that is taken for a text of its own.
     * {@link Found#next} is where to look for the one after it.
     *
     * @return null when there is none
     */
    public @Nullable Found find(Text text, int from, int to, int start) {
        Program own = program(text, start, to);
        if (own == null) {
            return fallback.find(text, from, to, start);
        }
        Run run = RUNS.get();
        int found = run.find(own, text, from, to, start);
        return found < 0 ? null : new Found(found, run.at(), new Groups(text, names, run.captured()));
    }

    /** The one behind a match that was found in the same region; null when there is none. */
    public @Nullable Found findAfter(Text text, int from, int to, Found last) {
        return last.next() > to ? null : find(text, from, to, last.next());
    }

    /** The first match in a whole text; null when there is none. */
    public @Nullable Found first(Text text) {
        return find(text, text.from(), text.to(), text.from());
    }

    /** The matches in a whole text, at most so many. */
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

    /** Where the match ends that begins exactly at {@code start}, within a region as of {@link #find}; -1: none does. */
    public int endAt(Text text, int from, int to, int start) {
        Program own = program(text, start, to);
        return own == null ? fallback.endAt(text, from, to, start) : RUNS.get().endAt(own, text, from, to, start);
    }

    private @Nullable Program program(Text text, int start, int to) {
        return program != null && text.isPlain() && start <= to && program.fits(to - start) ? program : null;
    }

    @Override
    public String toString() {
        return expression;
    }
}
