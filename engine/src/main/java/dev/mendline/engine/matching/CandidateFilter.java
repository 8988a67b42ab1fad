package dev.mendline.engine.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Filter that tells which signatures a text can match: those with an anchor that occurs in it. One pass over the bytes
 * looks for the anchors of all signatures, so the cost hardly grows with their number. Immutable and thread-safe.
 */
public final class CandidateFilter {
    private final LiteralFilter filter;
    /** The signature that each literal of the filter belongs to. */
    private final int[] signatures;

    private CandidateFilter(LiteralFilter filter, int[] signatures) {
        this.filter = filter;
        this.signatures = signatures;
    }

    /** Returns the filter for signatures with these anchors; the candidates are indexes into this list. */
    public static CandidateFilter of(List<List<Literal>> anchors) {
        List<Literal> literals = new ArrayList<>();
        List<Integer> signatures = new ArrayList<>();
        for (int signature = 0; signature < anchors.size(); signature++) {
            for (Literal anchor : anchors.get(signature)) {
                literals.add(anchor);
                signatures.add(signature);
            }
        }
        return new CandidateFilter(
                LiteralFilter.of(literals),
                signatures.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Returns true if any anchor occurs in {@code text[from, to)}. Allocates nothing. */
    public boolean isAnyIn(byte[] text, int from, int to) {
        return filter.isAnyIn(text, from, to);
    }

    /** Returns the signatures with an anchor in {@code text[from, to)}. */
    public BitSet candidates(byte[] text, int from, int to) {
        BitSet candidates = new BitSet();
        filter.scan(text, from, to, (literal, position) -> {
            candidates.set(signatures[literal]);
            return true;
        });
        return candidates;
    }
}
