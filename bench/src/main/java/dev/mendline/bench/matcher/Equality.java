package dev.mendline.bench.matcher;

import dev.mendline.bench.corpus.Corpus;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Check that all methods find the same pairs of a line and a signature, for one corpus and one set. */
final class Equality {
    private final String set;
    private final Corpus corpus;
    private final List<PortableSignature> signatures;
    private final List<byte[]> lines;
    private final Hits expected;

    Equality(String set, Corpus corpus, int count) {
        this.set = set;
        this.corpus = corpus;
        signatures = Signatures.named(set);
        lines = corpus.first(count);
        expected = expected(set, lines);
    }

    /**
     * Returns the hits of each pattern's own find(). The catalog also requires a literal in the line; in the other sets
     * every match contains one.
     */
    static Hits expected(String set, List<byte[]> lines) {
        List<PortableSignature> signatures = Signatures.named(set);
        Method reference = Methods.each(
                signatures, set.equals(Signatures.CATALOG) ? Equality::withLiteral : PortableSignature::jdk);
        return Hits.of(reference, signatures.size(), lines);
    }

    private static Predicate<String> withLiteral(PortableSignature signature) {
        Predicate<String> find = signature.jdk();
        return text -> signature.hasLiteralIn(text) && find.test(text);
    }

    /**
     * Checks all methods.
     *
     * @param most maximum number of lines
     * @return sentence that describes the check
     * @throws IllegalStateException for the first missing or wrong pair
     */
    static String check(
            String set, Corpus corpus, int most, Set<Peer> peers, Optional<Hyperscan> hyperscan, Extent extent) {
        int count = Math.min(most, extent.patternTries() / Signatures.named(set).size());
        Equality equality = new Equality(set, corpus, count);
        peers.forEach(equality::check);
        hyperscan.ifPresent(present -> equality.compare("Hyperscan, C", present.hits(set, corpus, count)));
        return equality.sentence(peers);
    }

    private void check(Peer peer) {
        int count = lines.size() / peer.slowness();
        compare(peer.title(), Hits.of(peer.method(signatures), signatures.size(), lines.subList(0, count)));
    }

    void compare(String who, Hits found) {
        found.differenceTo(expected).ifPresent(difference -> {
            PortableSignature signature = signatures.get(difference.signature());
            throw new IllegalStateException(
                    "%s, %s, %s: line %d, signature %s: %s by the pattern's own find().\n  %s\n  %s"
                            .formatted(
                                    who,
                                    Signatures.title(set),
                                    corpus.file().getFileName(),
                                    difference.line() + 1,
                                    signature.id(),
                                    difference.isExpected() ? "not found, but there" : "found, but not there",
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
                        expected.pairs(),
                        lines.size(),
                        expected.hash(),
                        slower);
    }
}
