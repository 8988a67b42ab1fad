package dev.mendline.engine.matching;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Multi-pattern search for literals in raw bytes, at a cost that hardly depends on their number. Thread-safe. */
public final class LiteralFilter {
    /** Receiver of occurrences. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Receives an occurrence.
         *
         * @param literal index of the literal in the list of the filter
         * @param position of its first byte in the array
         * @return false to stop the scan
         */
        boolean found(int literal, int position);
    }

    /** Length of the shortest literal that has a window of grams, including one byte beyond each end. */
    private static final int SHORTEST_INDEXED = 5;

    private static final int BUCKETS_PER_LITERAL = 64;

    /** Size of the smallest table: 32 KB. A smaller one is not faster. */
    private static final int FEWEST_BITS = 14;

    /** Size of the largest table: 256 KB. A larger one has fewer collisions but more cache misses. */
    private static final int MOST_BITS = 17;

    private static final Sink FIRST = (literal, position) -> false;

    private final @Nullable GramIndex index;
    private final @Nullable ShortLiterals shorts;

    private LiteralFilter(@Nullable GramIndex index, @Nullable ShortLiterals shorts) {
        this.index = index;
        this.shorts = shorts;
    }

    /** Returns a filter that indexes each literal by its grams that are rarest in ordinary logs. */
    public static LiteralFilter of(List<Literal> literals) {
        return of(literals, GramFrequencies.BUILT_IN, buckets(literals.size()));
    }

    static LiteralFilter of(List<Literal> literals, GramFrequencies ordinary, Buckets buckets) {
        LiteralBytes[] encoded = literals.stream().map(LiteralBytes::new).toArray(LiteralBytes[]::new);
        List<Integer> shorts = IntStream.range(0, encoded.length)
                .filter(literal -> encoded[literal].length() < SHORTEST_INDEXED)
                .boxed()
                .collect(Collectors.toList());
        GramIndex.Builder builder = new GramIndex.Builder(encoded, ordinary, buckets);
        IntStream.range(0, encoded.length)
                .filter(literal -> encoded[literal].length() >= SHORTEST_INDEXED)
                .forEach(builder::add);
        return new LiteralFilter(
                shorts.size() == encoded.length ? null : builder.build(),
                shorts.isEmpty() ? null : new ShortLiterals(encoded, shorts));
    }

    private static Buckets buckets(int literals) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, literals * BUCKETS_PER_LITERAL - 1));
        return new Buckets(Math.max(FEWEST_BITS, Math.min(MOST_BITS, bits)));
    }

    /** Returns true if any literal occurs in {@code text[from, to)}. */
    public boolean isAnyIn(byte[] text, int from, int to) {
        return !pass(text, from, to, FIRST);
    }

    /**
     * Reports each occurrence of each literal in {@code text[from, to)} once. The order is not exactly that of the
     * positions: overlapping occurrences may come in either order, and literals of fewer than 5 bytes come last.
     */
    public void scan(byte[] text, int from, int to, Sink sink) {
        var unused = pass(text, from, to, sink);
    }

    private boolean pass(byte[] text, int from, int to, Sink sink) {
        Objects.checkFromToIndex(from, to, text.length);
        return (index == null || index.scan(text, from, to, sink))
                && (shorts == null || shorts.scan(text, from, to, sink));
    }
}
