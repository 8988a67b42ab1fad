package dev.mendline.bench.method;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import dev.mendline.bench.signature.Wanted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Method with the double-array automaton of com.hankcs, which searches the literals in the lower-case line; patterns
 * decide.
 */
final class Hankcs implements Method {
    private final AhoCorasickDoubleArrayTrie<int[]> automaton = new AhoCorasickDoubleArrayTrie<>();
    private final Candidates candidates;
    private final AhoCorasickDoubleArrayTrie.IHit<int[]> eachHit;

    Hankcs(List<Wanted> wanted) {
        automaton.build(Owners.byLiteral(wanted));
        candidates = new Candidates(wanted);
        eachHit = (begin, end, owners) -> candidates.tryOut(owners);
    }

    @Override
    public int match(byte[] line, long[] hits) {
        String text = new String(line, StandardCharsets.UTF_8);
        candidates.start(text, hits);
        automaton.parseText(text.toLowerCase(Locale.ROOT), eachHit);
        return candidates.found();
    }
}
