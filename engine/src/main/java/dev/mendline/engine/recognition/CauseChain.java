package dev.mendline.engine.recognition;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Arrays;

/**
 * How deep in a chain of causes a place of a text stands. Java and Node print the cause after what it caused, Logback's
 * and Spring Boot's "root cause first" prints it before, and Python's chain too.
 */
final class CauseChain {
    private static final Pattern MARK = Pattern.compile("(Caused by: |caused by \\{|\\[cause\\]: )"
            + "|(Wrapped by: |The above exception was the direct cause of the following exception)");

    private final int[] ends;
    private final int[] depths;

    CauseChain(String text) {
        Matcher mark = MARK.matcher(text);
        int[] foundEnds = new int[16];
        int[] foundDepths = new int[16];
        int depth = 0;
        int count = 0;
        while (mark.find()) {
            depth += mark.group(1) != null ? 1 : -1;
            if (count == foundEnds.length) {
                foundEnds = Arrays.copyOf(foundEnds, count * 2);
                foundDepths = Arrays.copyOf(foundDepths, count * 2);
            }
            foundEnds[count] = mark.end();
            foundDepths[count++] = depth;
        }
        ends = Arrays.copyOf(foundEnds, count);
        depths = foundDepths;
    }

    /** 0 before any mark; higher is deeper. */
    int depth(int position) {
        int at = Arrays.binarySearch(ends, position);
        int before = at >= 0 ? at : -at - 2;
        return before < 0 ? 0 : depths[before];
    }
}
