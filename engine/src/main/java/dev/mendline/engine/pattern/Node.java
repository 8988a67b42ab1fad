package dev.mendline.engine.pattern;

import java.util.ArrayList;
import java.util.List;

/** An expression as it was written, read into a tree. */
sealed interface Node {
    /** Weights above this are not told apart. */
    long HEAVY = 1 << 30;

    int UNBOUNDED = -1;

    /** What matches no character. */
    record Empty() implements Node {}

    /** One character. */
    record One(ByteSet set) implements Node {}

    /** A place that must be what it says. */
    record Edge(Place place) implements Node {}

    /** What is captured under the name with this number. */
    record Group(int number, Node body) implements Node {}

    /** One after the other. */
    record Sequence(List<Node> parts) implements Node {}

    /** The first branch that leads to a match. */
    record Choice(List<Node> branches) implements Node {}

    /** Again and again: as often as possible, or as rarely. */
    record Repeat(Node body, int min, int max, boolean isGreedy) implements Node {}

    /** Sequences of sequences become one, so that literals in groups are still runs of characters. */
    static Node sequence(List<Node> parts) {
        List<Node> flat = new ArrayList<>();
        for (Node part : parts) {
            if (part instanceof Sequence inner) {
                flat.addAll(inner.parts());
            } else if (!(part instanceof Empty)) {
                flat.add(part);
            }
        }
        return flat.isEmpty() ? new Empty() : flat.size() == 1 ? flat.get(0) : new Sequence(List.copyOf(flat));
    }

    /** Branches of one character each that stand side by side are one set: their order does not matter. */
    static Node choice(List<Node> branches) {
        List<Node> merged = new ArrayList<>();
        for (Node branch : branches) {
            int last = merged.size() - 1;
            if (last >= 0 && branch instanceof One more && merged.get(last) instanceof One one) {
                merged.set(last, new One(one.set().plus(more.set())));
            } else {
                merged.add(branch);
            }
        }
        return merged.size() == 1 ? merged.get(0) : new Choice(List.copyOf(merged));
    }

    /** RE2 takes repetitions of nothing, of once, and of the same repetition for what they are. */
    static Node repeat(Node body, int min, int max, boolean isGreedy) {
        if (body instanceof Empty || max == 0) {
            return new Empty();
        }
        boolean isSame = body instanceof Repeat inner
                && inner.min == min
                && inner.max == max
                && inner.isGreedy == isGreedy
                && (max == UNBOUNDED ? min <= 1 : max == 1);
        return isSame || (min == 1 && max == 1) ? body : new Repeat(body, min, max, isGreedy);
    }

    /** Whether it can match without a character. */
    default boolean isNullable() {
        if (this instanceof Sequence sequence) {
            return sequence.parts.stream().allMatch(Node::isNullable);
        }
        if (this instanceof Choice choice) {
            return choice.branches.stream().anyMatch(Node::isNullable);
        }
        if (this instanceof Repeat repeat) {
            return repeat.min == 0 || repeat.body.isNullable();
        }
        return this instanceof Group group ? group.body.isNullable() : !(this instanceof One);
    }

    /** How many instructions it stands for when every repetition is written out. */
    default long weight() {
        long weight = 1;
        if (this instanceof Sequence sequence) {
            weight += sequence.parts.stream().mapToLong(Node::weight).sum();
        } else if (this instanceof Choice choice) {
            weight += choice.branches.stream()
                    .mapToLong(branch -> 1 + branch.weight())
                    .sum();
        } else if (this instanceof Repeat repeat) {
            weight += Math.max(1, Math.max(repeat.min, repeat.max)) * (1 + repeat.body.weight());
        } else if (this instanceof Group group) {
            weight += 1 + group.body.weight();
        }
        return Math.min(weight, HEAVY);
    }
}
