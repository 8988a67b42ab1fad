package dev.mendline.engine.pattern.program;

import dev.mendline.engine.pattern.syntax.Assertion;
import dev.mendline.engine.pattern.syntax.ByteSet;
import dev.mendline.engine.pattern.syntax.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Sets of the possible first characters of a match.
 *
 * @param sets an upper bound for each of the first {@link #DEPTH} characters
 * @param required number of characters that every match has, up to {@link #DEPTH}
 * @param isAtStart true if a match can only start at the start of the text
 */
record PrefixSets(List<ByteSet> sets, int required, boolean isAtStart) {
    static final int DEPTH = 8;

    /** Sets of an unknown expression. */
    static final PrefixSets UNKNOWN = new PrefixSets(Collections.nCopies(DEPTH, ByteSet.ALL), 0, false);

    /** Returns the sets of a node that is followed by these sets. */
    static PrefixSets of(Node node, PrefixSets after) {
        if (node instanceof Node.CharacterClass one) {
            return after.prepend(one.set());
        } else if (node instanceof Node.ZeroWidth zeroWidth) {
            return zeroWidth.assertion() == Assertion.TEXT_START
                    ? new PrefixSets(after.sets, after.required, true)
                    : after;
        } else if (node instanceof Node.Capture group) {
            return of(group.body(), after);
        } else if (node instanceof Node.Concatenation sequence) {
            PrefixSets sets = after;
            for (int i = sequence.parts().size() - 1; i >= 0; i--) {
                sets = of(sequence.parts().get(i), sets);
            }
            return sets;
        } else if (node instanceof Node.Alternation choice) {
            return choice.branches().stream()
                    .map(branch -> of(branch, after))
                    .reduce(PrefixSets::or)
                    .orElse(after);
        }
        return node instanceof Node.Repetition repeat ? repeated(repeat, after) : after;
    }

    /** Expands repetitions of single characters; expands other bodies once, so that nested ones do not multiply. */
    private static PrefixSets repeated(Node.Repetition repeat, PrefixSets after) {
        boolean isLong = repeat.max() == Node.UNBOUNDED || repeat.max() > DEPTH;
        int most = !(repeat.body() instanceof Node.CharacterClass) ? 1 : isLong ? DEPTH : repeat.max();
        PrefixSets sets = repeat.max() == most ? after : UNKNOWN;
        for (int count = most; count > 0; count--) {
            PrefixSets more = of(repeat.body(), sets);
            sets = count > repeat.min() ? more.or(after) : more;
        }
        return sets;
    }

    private PrefixSets prepend(ByteSet first) {
        List<ByteSet> shifted = new ArrayList<>(sets);
        shifted.add(0, first);
        return new PrefixSets(List.copyOf(shifted.subList(0, DEPTH)), Math.min(DEPTH, required + 1), false);
    }

    private PrefixSets or(PrefixSets other) {
        List<ByteSet> both = new ArrayList<>();
        for (int i = 0; i < DEPTH; i++) {
            both.add(sets.get(i).plus(other.sets.get(i)));
        }
        return new PrefixSets(List.copyOf(both), Math.min(required, other.required), isAtStart && other.isAtStart);
    }
}
