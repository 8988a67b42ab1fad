package dev.mendline.engine.matching;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds literals in raw bytes, at a cost per text that hardly depends on how many are looked for. Immutable; any number
 * of threads may use it at once.
 */
public final class LiteralFilter {
    /** Takes what is found. */
    @FunctionalInterface
    public interface Sink {
        /**
         * A literal stands in the text.
         *
         * @param literal its index in the list that the filter was made of
         * @param position of its first byte in the array
         * @return whether to go on
         */
        boolean found(int literal, int position);
    }

    /** Shorter ones have no four grams by which they are known, not even with a byte beside them. */
    private static final int SHORTEST_INDEXED = 5;

    private static final int BUCKETS_PER_LITERAL = 64;

    /** A table of 32 KB: a smaller one is not faster. */
    private static final int FEWEST_BITS = 14;

    /** A table of 256 KB: in a larger one the slower reading outweighs that fewer literals meet. */
    private static final int MOST_BITS = 17;

    private static final Sink FIRST = (literal, position) -> false;

    private final @Nullable GramIndex index;
    private final @Nullable ShortLiterals shorts;

    private LiteralFilter(@Nullable GramIndex index, @Nullable ShortLiterals shorts) {
        this.index = index;
        this.shorts = shorts;
    }

    /** Knows each literal by what ordinary logs show least of it. */
    public static LiteralFilter of(List<Literal> literals) {
        return of(literals, GramFrequencies.ofOrdinaryLogs());
    }

    static LiteralFilter of(List<Literal> literals, GramFrequencies ordinary) {
        return of(literals, ordinary, buckets(literals.size()));
    }

    static LiteralFilter of(List<Literal> literals, GramFrequencies ordinary, Buckets buckets) {
        Needle[] needles = literals.stream().map(Needle::new).toArray(Needle[]::new);
        List<Integer> shorts = IntStream.range(0, needles.length)
                .filter(literal -> needles[literal].length() < SHORTEST_INDEXED)
                .boxed()
                .collect(Collectors.toList());
        GramIndexBuilder builder = new GramIndexBuilder(needles, ordinary, buckets);
        IntStream.range(0, needles.length)
                .filter(literal -> needles[literal].length() >= SHORTEST_INDEXED)
                .forEach(builder::add);
        return new LiteralFilter(
                shorts.size() == needles.length ? null : builder.build(),
                shorts.isEmpty() ? null : new ShortLiterals(needles, shorts));
    }

    private static Buckets buckets(int literals) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, literals * BUCKETS_PER_LITERAL - 1));
        return new Buckets(Math.max(FEWEST_BITS, Math.min(MOST_BITS, bits)));
    }

    /** Whether any literal stands in {@code text[from, to)}. */
    public boolean isAnyIn(byte[] text, int from, int to) {
        return !pass(text, from, to, FIRST);
    }

    /**
     * Reports each occurrence of each literal in {@code text[from, to)} once. The order is only roughly that of the
     * positions: of two that overlap either may come first, and literals of fewer than 5 bytes come after all others.
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
