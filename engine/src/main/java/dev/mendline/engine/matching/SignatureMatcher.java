package dev.mendline.engine.matching;

import dev.mendline.engine.pattern.LinePattern;
import dev.mendline.engine.pattern.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which of many signatures hold in a line, at a cost that hardly grows with their number: one pass over its bytes looks
 * for the anchors of all, and only where one stands is its pattern tried, from that very place where the anchor tells
 * where a match begins. Immutable; each thread has a {@link Run} of its own.
 */
public final class SignatureMatcher {
    /**
     * What is looked for.
     *
     * @param ignoreCase of the anchors; the pattern knows for itself
     * @param anchors of which one stands in every text in which the pattern is to be found
     */
    public record Sought(LinePattern pattern, boolean ignoreCase, List<String> anchors) {
        public Sought {
            anchors = List.copyOf(anchors);
        }

        /** Compiles the pattern, with the same case as its anchors. */
        public static Sought of(String pattern, boolean ignoreCase, List<String> anchors) {
            return new Sought(LinePattern.compile(pattern, ignoreCase), ignoreCase, anchors);
        }
    }

    /** What an anchor tells of a match of its pattern. */
    private static final int ANYWHERE = -1;

    private static final int MATCHES = -2;

    private final List<Sought> sought;
    private final LiteralFilter filter;
    /** Of each literal of the filter: whose anchor it is. */
    private final int[] owners;
    /** Of each literal of the filter: how far behind the beginning of a match it stands, or one of the above. */
    private final int[] offsets;

    private SignatureMatcher(List<Sought> sought) {
        this.sought = List.copyOf(sought);
        List<Literal> literals = new ArrayList<>();
        List<Integer> of = new ArrayList<>();
        for (int i = 0; i < sought.size(); i++) {
            for (String anchor : sought.get(i).anchors()) {
                literals.add(new Literal(anchor, sought.get(i).ignoreCase()));
                of.add(i);
            }
        }
        owners = of.stream().mapToInt(Integer::intValue).toArray();
        offsets = new int[literals.size()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = offset(this.sought.get(owners[i]), literals.get(i).text());
        }
        filter = LiteralFilter.of(literals);
    }

    public static SignatureMatcher of(List<Sought> sought) {
        return new SignatureMatcher(sought);
    }

    private static int offset(Sought sought, String anchor) {
        LinePattern pattern = sought.pattern();
        if (pattern.isLiteral() && pattern.endAt(Text.of(anchor), 0, anchor.length(), 0) == anchor.length()) {
            return MATCHES;
        }
        return sought.ignoreCase()
                ? pattern.prefix().toLowerCase(Locale.ROOT).indexOf(anchor.toLowerCase(Locale.ROOT))
                : pattern.prefix().indexOf(anchor);
    }

    /** How many signatures there are. */
    public int size() {
        return sought.size();
    }

    /** Whether any anchor stands in the bytes; allocates nothing. */
    public boolean mayMatch(byte[] bytes, int from, int to) {
        return filter.isAnyIn(bytes, from, to);
    }

    /** The signatures of which an anchor stands in a text. */
    public BitSet anchoredIn(Text text) {
        long[] anchored = new long[(size() + 63) / 64];
        int found = run().start(text.bytes(), text.from(), text.to(), anchored, true);
        return found == 0 ? new BitSet() : BitSet.valueOf(anchored);
    }

    /** For one thread, as often as one likes. */
    public Run run() {
        return new Run(this);
    }

    /** A walk over lines, one after the other. Not thread-safe. */
    public static final class Run implements LiteralFilter.Sink {
        private final SignatureMatcher matcher;
        private final long[] tried;
        private long[] hits = {};
        private byte[] line = {};
        private int from;
        private int to;
        private boolean isOnlyAnchored;
        private int found;
        private @Nullable Text text;

        private Run(SignatureMatcher matcher) {
            this.matcher = matcher;
            this.tried = new long[(matcher.size() + 63) / 64];
        }

        /**
         * Sets the bit of each signature whose pattern is found in the line.
         *
         * @param line UTF-8, without its end
         * @param hits bit i is that of signature i; bits that are set stay so, and are not looked for again
         * @return how many bits it set
         */
        public int match(byte[] line, int from, int to, long[] hits) {
            return start(line, from, to, hits, false);
        }

        private int start(byte[] bytes, int first, int end, long[] set, boolean isOnlyAnchors) {
            line = bytes;
            from = first;
            to = end;
            hits = set;
            isOnlyAnchored = isOnlyAnchors;
            found = 0;
            matcher.filter.scan(bytes, first, end, this);
            if (text != null) {
                text = null;
                Arrays.fill(tried, 0);
            }
            return found;
        }

        @Override
        public boolean found(int literal, int position) {
            int owner = matcher.owners[literal];
            long bit = 1L << owner;
            if ((hits[owner >> 6] & bit) == 0 && (isOnlyAnchored || holds(literal, owner, bit, position))) {
                hits[owner >> 6] |= bit;
                found++;
            }
            return true;
        }

        private boolean holds(int literal, int owner, long bit, int position) {
            int offset = matcher.offsets[literal];
            if (offset == MATCHES) {
                return true;
            }
            LinePattern pattern = matcher.sought.get(owner).pattern();
            Text whole = text == null ? Text.of(line, from, to) : text;
            text = whole;
            if (offset != ANYWHERE && whole.bytes() == line) {
                int start = position - offset;
                return start >= from && pattern.endAt(whole, from, to, start) >= 0;
            }
            if ((tried[owner >> 6] & bit) != 0) {
                return false;
            }
            tried[owner >> 6] |= bit;
            return pattern.find(whole, whole.from(), whole.to(), whole.from()) != null;
        }
    }
}
