package dev.mendline.bench.check;

import dev.mendline.bench.method.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which signature was found in which line. */
public final class Hits {
    private final int lines;
    private final int words;
    private final long[] bits;

    /** Nothing found yet. */
    public Hits(int lines, int signatures) {
        this(lines, (signatures + 63) / 64, new long[lines * ((signatures + 63) / 64)]);
    }

    private Hits(int lines, int words, long[] bits) {
        this.lines = lines;
        this.words = words;
        this.bits = bits;
    }

    /** What the method finds in these lines. */
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

    /** Notes a find; both count from 0. */
    public void add(int line, int signature) {
        bits[line * words + (signature >> 6)] |= 1L << signature;
    }

    private boolean has(int line, int signature) {
        return (bits[line * words + (signature >> 6)] >>> signature & 1) != 0;
    }

    /** How many lines were looked at. */
    public int lines() {
        return lines;
    }

    /** What was found in the first lines. */
    public Hits first(int count) {
        return new Hits(count, words, Arrays.copyOf(bits, count * words));
    }

    /** How many pairs of a line and a signature there are. */
    public long pairs() {
        return Arrays.stream(bits).map(Long::bitCount).sum();
    }

    /** A number that is the same only for the same pairs, as far as a hash can tell. */
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

    /** A pair of a line and a signature, both counted from 0, that one has and the other has not. */
    public record Difference(int line, int signature, boolean isTrue) {}

    /** The first pair in which these hits are not those that are true. */
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
