package dev.mendline.engine.recognition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * How deep in a chain of causes a place of a text stands. Java, Node.js and .NET print the cause after what it caused;
 * Logback's and Spring Boot's "root cause first" and PHP print it before, and Python's chain too. The marks inside the
 * report on one node count for that node alone.
 */
final class CauseChain {
    private static final Pattern MARK =
            Pattern.compile("(Caused by: |aused by:\\s|caused by \\{|\\[cause\\]: |\\n ---> | ---> |:: caused by :: )"
                    + "|(Wrapped by: |The above exception was the direct cause of the following exception"
                    + "|During handling of the above exception, another exception occurred"
                    + "|--- End of inner exception stack trace ---|\\nNext [A-Z])");
    private static final int MAX = 4_096;

    private record Mark(int end, int step) {}

    private final String text;
    private final Passages passages;
    private final List<Mark> marks = new ArrayList<>();

    CauseChain(String text, Passages passages) {
        this.text = text;
        this.passages = passages;
        Matcher mark = MARK.matcher(text);
        while (marks.size() < MAX && mark.find()) {
            marks.add(new Mark(mark.end(), mark.group(1) != null ? 1 : -1));
        }
    }

    /** 0 before any mark; higher is deeper. */
    int depth(int position) {
        int within = passages.node(position).map(Passage::from).orElse(-1);
        int depth = 0;
        for (Mark mark : marks) {
            if (mark.end() > position) {
                break;
            }
            int home = passages.node(mark.end() - 1).map(Passage::from).orElse(-1);
            if ((home == -1 || home == within) && !isOfEarlierLine(mark, position)) {
                depth += mark.step();
            }
        }
        return depth;
    }

    /** How many causes deep the deepest report on a node goes. */
    int deepestNode() {
        int deepest = 0;
        int depth = 0;
        int home = -1;
        for (Mark mark : marks) {
            int node = passages.node(mark.end() - 1).map(Passage::from).orElse(-1);
            depth = node != home ? mark.step() : depth + mark.step();
            home = node;
            deepest = node < 0 ? deepest : Math.max(deepest, depth);
        }
        return deepest;
    }

    /** The server writes its causes on one line, which says nothing of the next. */
    private boolean isOfEarlierLine(Mark mark, int position) {
        return text.charAt(mark.end() - 2) == ':'
                && text.charAt(mark.end() - 1) == ' '
                && text.startsWith(":: ", Math.max(0, mark.end() - 3))
                && text.lastIndexOf('\n', position - 1) >= mark.end();
    }
}
