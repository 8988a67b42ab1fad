package dev.mendline.bench.check;

import dev.mendline.bench.method.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Signatures found per line. */
public final class Hits {
    private final int lines;
    private final int words;
    private final long[] bits;

    /** Creates a result without hits. */
    public Hits(int lines, int signatures) {
        this(lines, (signatures + 63) / 64, new long[lines * ((signatures + 63) / 64)]);
    }

    private Hits(int lines, int words, long[] bits) {
        this.lines = lines;
        this.words = words;
        this.bits = bits;
    }

    /** Returns the hits of a method in these lines. */
    public static Hits of(Method method, int signatures, List<byte[]> lines) {
        Hits hits = new Hits(lines.size(), signatures);
        long[] set = new long[hits.words];
        for (int line = 0; line < lines.size(); line++) {
            Arrays.fill(set, 0);
            int counted = method.match(lines.get(line), set);
            int there = Arrays.stream(set)
                    .map(Long::bitCount)
                    .mapToInt(Math::toIntExact)
                    .sum();
            if (counted != there) {
                throw new IllegalStateException(
                        "line " + (line + 1) + ": " + there + " signatures found, " + counted + " counted");
            }
            System.arraycopy(set, 0, hits.bits, line * hits.words, hits.words);
        }
        return hits;
    }

    /** Adds a hit; both indexes start at 0. */
    public void add(int line, int signature) {
        bits[line * words + (signature >> 6)] |= 1L << signature;
    }

    private boolean has(int line, int signature) {
        return (bits[line * words + (signature >> 6)] >>> signature & 1) != 0;
    }

    /** Returns the number of lines. */
    public int lines() {
        return lines;
    }

    /** Returns the hits in the first lines. */
    public Hits first(int count) {
        return new Hits(count, words, Arrays.copyOf(bits, count * words));
    }

    /** Returns the number of pairs of a line and a signature. */
    public long pairs() {
        return Arrays.stream(bits).map(Long::bitCount).sum();
    }

    /** Returns a hash of the pairs. */
    public long hash() {
        long hash = 17;
        for (int i = 0; i < bits.length; i++) {
            if (bits[i] != 0) {
                hash = (hash ^ bits[i] ^ (long) i << 32) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 29;
            }
        }
        return hash;
    }

    /** Pair of a line and a signature, both from 0, that only one of two results contains. */
    public record Difference(int line, int signature, boolean isTrue) {}

    /** Returns the first difference from the expected hits. */
    public Optional<Difference> differenceTo(Hits truth) {
        int at = Arrays.mismatch(bits, truth.bits);
        if (at < 0) {
            return Optional.empty();
        }
        int line = at / words;
        int signature = at % words * 64 + Long.numberOfTrailingZeros(bits[at] ^ truth.bits[at]);
        return Optional.of(new Difference(line, signature, truth.has(line, signature)));
    }
}
