package dev.mendline.bench.method;

import dev.mendline.bench.signature.Wanted;
import dev.mendline.engine.matching.CandidateFilter;
import dev.mendline.engine.matching.Literal;
import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.Text;
import java.util.BitSet;
import java.util.List;

/** Mendline's method, as in stage 1: one scan for the anchors of all signatures, then the pattern of each candidate. */
final class Mendline implements Method {
    private final CandidateFilter filter;
    private final List<LinePattern> patterns;

    Mendline(List<Wanted> wanted) {
        filter = filter(wanted);
        patterns = wanted.stream()
                .map(one -> LinePattern.compile(one.pattern(), one.ignoreCase()))
                .toList();
    }

    static CandidateFilter filter(List<Wanted> wanted) {
        return CandidateFilter.of(wanted.stream()
                .map(one -> one.literals().stream()
                        .map(literal -> new Literal(literal, one.ignoreCase()))
                        .toList())
                .toList());
    }

    @Override
    public int match(byte[] line, long[] hits) {
        BitSet candidates = filter.candidates(line, 0, line.length);
        if (candidates.isEmpty()) {
            return 0;
        }
        Text text = Text.of(line, 0, line.length);
        int found = 0;
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            if (patterns.get(i).isIn(text) && Method.set(hits, i)) {
                found++;
            }
        }
        return found;
    }
}
