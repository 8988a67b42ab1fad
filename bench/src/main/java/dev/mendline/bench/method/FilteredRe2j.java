package dev.mendline.bench.method;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.mendline.bench.signature.Wanted;
import dev.mendline.engine.matching.CandidateFilter;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;

/** Mendline's method with RE2/J instead of its own patterns: the cost of stage 1 without {@code engine.pattern}. */
final class FilteredRe2j implements Method {
    private final CandidateFilter filter;
    private final List<Matcher> matchers;

    FilteredRe2j(List<Wanted> wanted) {
        filter = Mendline.filter(wanted);
        matchers = wanted.stream()
                .map(one -> Pattern.compile(one.pattern(), one.ignoreCase() ? Pattern.CASE_INSENSITIVE : 0)
                        .matcher(""))
                .toList();
    }

    @Override
    public int match(byte[] line, long[] hits) {
        BitSet candidates = filter.candidates(line, 0, line.length);
        if (candidates.isEmpty()) {
            return 0;
        }
        String text = new String(line, StandardCharsets.UTF_8);
        int found = 0;
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            if (matchers.get(i).reset(text).find() && Method.set(hits, i)) {
                found++;
            }
        }
        return found;
    }
}
