package dev.mendline.engine.recognition;

import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.MatchResult;
import dev.mendline.engine.pattern.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Depth of positions in a text's chain of causes. Java, Node.js and .NET print a cause after its effect. Logback's and
 * Spring Boot's "root cause first", PHP and Python print it before. Marks inside the report on one node count for that
 * node only.
 */
final class CauseChain {
    /** Marks that separate causes. Most occur anywhere in a line because the logger's own text may precede them. */
    private static final LinePattern MARK = LinePattern.compile(
            "(?P<deeper>aused by:\\s|caused by \\{|\\[cause\\]: | ---> |:: caused by :: )"
                    + "|(?:" + CauseMarks.RESULT + " |" + CauseMarks.SENTENCE
                    + "|--- End of inner exception stack trace ---|\\nNext [A-Z])",
            false);

    private static final int MAX = 1_024;
    private static final int MAX_LINE = 16_384;
    private static final int NOWHERE = -1;

    /**
     * Border between two causes.
     *
     * @param home start of the node report that contains the mark; {@link #NOWHERE} outside of any
     * @param line start of the mark's line, if the mark counts for that line only; else {@link #NOWHERE}
     */
    private record Mark(int end, int step, int home, int line) {}

    private final String text;
    private final Passages passages;
    private final List<Mark> marks = new ArrayList<>();

    CauseChain(Text whole, Passages passages) {
        this.text = whole.toString();
        this.passages = passages;
        for (MatchResult mark : MARK.all(whole, MAX)) {
            marks.add(new Mark(
                    mark.end(),
                    mark.group("deeper") != null ? 1 : -1,
                    home(mark.end() - 1),
                    text.startsWith("::", mark.start()) ? Lines.start(text, mark.start(), MAX_LINE) : NOWHERE));
        }
    }

    private int home(int position) {
        return passages.node(position).map(Passage::from).orElse(NOWHERE);
    }

    /** Returns the depth: 0 before any mark, higher is deeper. */
    int depth(int position) {
        int within = home(position);
        int line = Lines.start(text, position, MAX_LINE);
        int depth = 0;
        for (Mark mark : marks) {
            if (mark.end() > position) {
                break;
            }
            // The server prints a whole chain on one line, so its marks do not count for other lines.
            boolean isOfThisLine = mark.line() == NOWHERE || mark.line() == line;
            depth += isOfThisLine && (mark.home() == NOWHERE || mark.home() == within) ? mark.step() : 0;
        }
        return depth;
    }

    /** Returns the depth of the deepest cause within the report on any one node. */
    int deepestNode() {
        int deepest = 0;
        int depth = 0;
        int home = NOWHERE;
        for (Mark mark : marks) {
            depth = mark.home() != home ? mark.step() : depth + mark.step();
            home = mark.home();
            deepest = home == NOWHERE ? deepest : Math.max(deepest, depth);
        }
        return deepest;
    }
}
