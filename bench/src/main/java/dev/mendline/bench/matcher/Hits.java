package dev.mendline.bench.matcher;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Signatures found per line.
 *
 * @param signatures number of signatures that were looked for
 */
record Hits(int signatures, List<BitSet> lines) {
    /** Returns a result without hits. */
    static Hits none(int signatures, int lines) {
        return new Hits(signatures, Stream.generate(BitSet::new).limit(lines).toList());
    }

    /** Returns the hits of a method in these lines. */
    static Hits of(Method method, int signatures, List<byte[]> lines) {
        Hits hits = none(signatures, lines.size());
        for (int i = 0; i < lines.size(); i++) {
            method.match(lines.get(i), hits.lines.get(i));
        }
        return hits;
    }

    /** Adds a hit; both indexes start at 0. */
    void add(int line, int signature) {
        lines.get(line).set(signature);
    }

    /** Returns the hits in the first lines. */
    Hits first(int count) {
        return new Hits(signatures, lines.subList(0, count));
    }

    /** Returns the number of pairs of a line and a signature. */
    long pairs() {
        return lines.stream().mapToLong(BitSet::cardinality).sum();
    }

    /** Returns a hash of the pairs. */
    long hash() {
        int words = (signatures + 63) / 64;
        long hash = 17;
        for (int line = 0; line < lines.size(); line++) {
            long[] bits = lines.get(line).toLongArray();
            for (int word = 0; word < bits.length; word++) {
                if (bits[word] != 0) {
                    hash = (hash ^ bits[word] ^ (long) (line * words + word) << 32) * 0x9E3779B97F4A7C15L;
                    hash ^= hash >>> 29;
                }
            }
        }
        return hash;
    }

    /** Pair of a line and a signature, both from 0, that only one of two results contains. */
    record Difference(int line, int signature, boolean isExpected) {}

    /** Returns the first difference from the expected hits. */
    Optional<Difference> differenceTo(Hits expected) {
        return IntStream.range(0, lines.size())
                .filter(line -> !lines.get(line).equals(expected.lines.get(line)))
                .mapToObj(line -> {
                    BitSet different = (BitSet) lines.get(line).clone();
                    different.xor(expected.lines.get(line));
                    int signature = different.nextSetBit(0);
                    return new Difference(
                            line, signature, expected.lines.get(line).get(signature));
                })
                .findFirst();
    }
}
