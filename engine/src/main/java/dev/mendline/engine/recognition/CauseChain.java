package dev.mendline.engine.recognition;

import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.MatchResult;
import dev.mendline.engine.pattern.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * How deep in a chain of causes a place of a text stands. Java, Node.js and .NET print the cause after what it caused;
 * Logback's and Spring Boot's "root cause first" and PHP print it before, and Python's chain too. The marks inside the
 * report on one node count for that node alone.
 */
final class CauseChain {
    /** Unlike {@link CauseMarks} most stand anywhere in a line: a log's own text may come before them. */
    private static final LinePattern MARK = LinePattern.compile(
            "(?P<deeper>aused by:\\s|caused by \\{|\\[cause\\]: | ---> |:: caused by :: )"
                    + "|(?:" + CauseMarks.RESULT + " |" + CauseMarks.SENTENCE
                    + "|--- End of inner exception stack trace ---|\\nNext [A-Z])",
            false);

    private static final int MAX = 1_024;
    private static final int MAX_LINE = 16_384;
    private static final int NOWHERE = -1;

    /**
     * Where one cause ends and another begins.
     *
     * @param home where the report on the node begins in which it stands; {@link #NOWHERE} outside of any
     * @param line where its line begins
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

    /** 0 before any mark; higher is deeper. */
    int depth(int position) {
        int within = home(position);
        int line = Lines.start(text, position, MAX_LINE);
        int depth = 0;
        for (Mark mark : marks) {
            if (mark.end() > position) {
                break;
            }
            // The server writes its causes on one line, which says nothing of the next.
            boolean isOfThisLine = mark.line() == NOWHERE || mark.line() == line;
            depth += isOfThisLine && (mark.home() == NOWHERE || mark.home() == within) ? mark.step() : 0;
        }
        return depth;
    }

    /** How many causes deep the deepest report on a node goes. */
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
