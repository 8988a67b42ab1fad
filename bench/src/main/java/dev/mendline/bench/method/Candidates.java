package dev.mendline.bench.method;

import dev.mendline.bench.signature.Wanted;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;

/** Tries each pattern whose literals occur in a line, at most once per line. */
final class Candidates {
    private final Matcher[] matchers;
    private final long[] tried;
    private boolean isAnyTried;
    private String text = "";
    private long[] hits = {};
    private int found;

    Candidates(List<Wanted> wanted) {
        matchers = wanted.stream().map(JdkRegex::matcher).toArray(Matcher[]::new);
        tried = new long[(matchers.length + 63) / 64];
    }

    void start(String line, long[] set) {
        text = line;
        hits = set;
        found = 0;
        if (isAnyTried) {
            Arrays.fill(tried, 0);
            isAnyTried = false;
        }
    }

    void tryOut(int[] owners) {
        isAnyTried = true;
        for (int owner : owners) {
            if (Method.set(tried, owner) && matchers[owner].reset(text).find() && Method.set(hits, owner)) {
                found++;
            }
        }
    }

    int found() {
        return found;
    }
}
