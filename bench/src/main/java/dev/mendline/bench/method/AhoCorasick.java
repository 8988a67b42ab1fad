package dev.mendline.bench.method;

import dev.mendline.bench.signature.Wanted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.ahocorasick.trie.PayloadTrie;

/** Method with the automaton of org.ahocorasick, which searches the literals in any case; patterns decide. */
final class AhoCorasick implements Method {
    private final PayloadTrie<int[]> automaton;
    private final Candidates candidates;

    AhoCorasick(List<Wanted> wanted) {
        PayloadTrie.PayloadTrieBuilder<int[]> builder =
                PayloadTrie.<int[]>builder().ignoreCase();
        Owners.byLiteral(wanted).forEach(builder::addKeyword);
        automaton = builder.build();
        candidates = new Candidates(wanted);
    }

    @Override
    public int match(byte[] line, long[] hits) {
        String text = new String(line, StandardCharsets.UTF_8);
        candidates.start(text, hits);
        automaton.parseText(text, emit -> {
            candidates.tryOut(emit.getPayload());
            return true;
        });
        return candidates.found();
    }
}
