package dev.mendline.bench.duel;

import dev.mendline.bench.check.Hits;
import dev.mendline.bench.check.Truth;
import dev.mendline.bench.corpus.Corpus;
import dev.mendline.bench.hyperscan.Hyperscan;
import dev.mendline.bench.method.Peer;
import dev.mendline.bench.signature.Signatures;
import dev.mendline.bench.signature.Wanted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Check that all methods find the same pairs of a line and a signature, for one corpus and one set. */
final class Equality {
    /** A method's hits are wrong. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Broken(String message) {
            super(message);
        }
    }

    private final String set;
    private final Corpus corpus;
    private final List<Wanted> wanted;
    private final List<byte[]> lines;
    private final Hits truth;

    Equality(String set, Corpus corpus, int count) {
        this.set = set;
        this.corpus = corpus;
        wanted = Signatures.named(set);
        lines = corpus.first(count);
        truth = Hits.of(Truth.of(set), wanted.size(), lines);
    }

    /**
     * Checks all methods.
     *
     * @param most maximum number of lines
     * @return sentence that describes the check
     * @throws Broken for the first missing or wrong pair
     */
    static String check(
            String set, Corpus corpus, int most, Set<Peer> peers, Optional<Hyperscan> hyperscan, Effort effort) {
        int count = Math.min(most, effort.truths() / Signatures.named(set).size());
        Equality equality = new Equality(set, corpus, count);
        for (Peer peer : peers) {
            equality.check(peer);
        }
        hyperscan.ifPresent(there -> equality.compare("Hyperscan, C", there.hits(set, corpus, count)));
        return equality.sentence(peers);
    }

    private void check(Peer peer) {
        int count = lines.size() / peer.slowness();
        compare(peer.title(), Hits.of(peer.method(wanted), wanted.size(), lines.subList(0, count)));
    }

    void compare(String who, Hits found) {
        found.differenceTo(truth.first(found.lines())).ifPresent(difference -> {
            Wanted signature = wanted.get(difference.signature());
            throw new Broken("%s, %s, %s: line %d, signature %s: %s by the pattern's own find().\n  %s\n  %s"
                    .formatted(
                            who,
                            Signatures.title(set),
                            corpus.file().getFileName(),
                            difference.line() + 1,
                            signature.id(),
                            difference.isTrue() ? "not found, but there" : "found, but not there",
                            signature.pattern(),
                            new String(lines.get(difference.line()), StandardCharsets.UTF_8)));
        });
    }

    private String sentence(Set<Peer> peers) {
        String slower = peers.stream()
                .filter(peer -> peer.slowness() > 1)
                .map(peer -> "; %s on the first %,d".formatted(peer.title(), lines.size() / peer.slowness()))
                .findFirst()
                .orElse("");
        return "%s, %s errors: the same %,d pairs in %,d lines, hash %016x%s"
                .formatted(
                        Signatures.title(set),
                        corpus.mix().share(),
                        truth.pairs(),
                        truth.lines(),
                        truth.hash(),
                        slower);
    }
}
