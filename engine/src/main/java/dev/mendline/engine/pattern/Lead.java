package dev.mendline.engine.pattern;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the first characters of a match can be, each by itself.
 *
 * @param sets one for each of the first {@link #DEPTH} characters; more than can be, never less
 * @param required how many of them every match has
 * @param isAtBegin whether a match can only begin where the text does
 */
record Lead(List<ByteSet> sets, int required, boolean isAtBegin) {
    static final int DEPTH = 8;

    /** Nothing is known. */
    static final Lead ANYTHING = new Lead(Collections.nCopies(DEPTH, ByteSet.ALL), 0, false);

    /** Of a node with what follows it. */
    static Lead of(Node node, Lead after) {
        if (node instanceof Node.One one) {
            return after.behind(one.set());
        } else if (node instanceof Node.Edge edge) {
            return edge.place() == Place.BEGIN ? new Lead(after.sets, after.required, true) : after;
        } else if (node instanceof Node.Group group) {
            return of(group.body(), after);
        } else if (node instanceof Node.Sequence sequence) {
            Lead lead = after;
            for (int i = sequence.parts().size() - 1; i >= 0; i--) {
                lead = of(sequence.parts().get(i), lead);
            }
            return lead;
        } else if (node instanceof Node.Choice choice) {
            return choice.branches().stream()
                    .map(branch -> of(branch, after))
                    .reduce(Lead::or)
                    .orElse(after);
        }
        return node instanceof Node.Repeat repeat ? repeated(repeat, after) : after;
    }

    /** Characters are written out as often as counts; other bodies once, so that nested ones do not multiply. */
    private static Lead repeated(Node.Repeat repeat, Lead after) {
        boolean isLong = repeat.max() == Node.UNBOUNDED || repeat.max() > DEPTH;
        int most = !(repeat.body() instanceof Node.One) ? 1 : isLong ? DEPTH : repeat.max();
        Lead lead = repeat.max() == most ? after : ANYTHING;
        for (int count = most; count > 0; count--) {
            Lead more = of(repeat.body(), lead);
            lead = count > repeat.min() ? more.or(after) : more;
        }
        return lead;
    }

    private Lead behind(ByteSet first) {
        List<ByteSet> shifted = new ArrayList<>(sets);
        shifted.add(0, first);
        return new Lead(List.copyOf(shifted.subList(0, DEPTH)), Math.min(DEPTH, required + 1), false);
    }

    private Lead or(Lead other) {
        List<ByteSet> both = new ArrayList<>();
        for (int i = 0; i < DEPTH; i++) {
            both.add(sets.get(i).plus(other.sets.get(i)));
        }
        return new Lead(List.copyOf(both), Math.min(required, other.required), isAtBegin && other.isAtBegin);
    }
}
