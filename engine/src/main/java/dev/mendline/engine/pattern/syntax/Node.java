package dev.mendline.engine.pattern.syntax;

import java.util.ArrayList;
import java.util.List;

/** Node of a syntax tree. */
public sealed interface Node {
    /** Upper bound of weights. */
    long HEAVY = 1 << 30;

    int UNBOUNDED = -1;

    /** Empty expression. */
    record Empty() implements Node {}

    /** Single character of a set. */
    record CharacterClass(ByteSet set) implements Node {}

    /** Zero-width assertion. */
    record ZeroWidth(Assertion assertion) implements Node {}

    /** Named capture group. */
    record Capture(int number, Node body) implements Node {}

    /** Parts that follow each other. */
    record Concatenation(List<Node> parts) implements Node {}

    /** Alternatives, tried in their order. */
    record Alternation(List<Node> branches) implements Node {}

    /** Greedy or lazy repetition. */
    record Repetition(Node body, int min, int max, boolean isGreedy) implements Node {}

    /** Returns a concatenation without nested ones, so that a literal in a group is still one run of characters. */
    static Node concatenation(List<Node> parts) {
        List<Node> flat = new ArrayList<>();
        for (Node part : parts) {
            if (part instanceof Concatenation inner) {
                flat.addAll(inner.parts());
            } else if (!(part instanceof Empty)) {
                flat.add(part);
            }
        }
        return flat.isEmpty() ? new Empty() : flat.size() == 1 ? flat.get(0) : new Concatenation(List.copyOf(flat));
    }

    /** Returns an alternation in which adjacent branches of a single character are merged into one set. */
    static Node alternation(List<Node> branches) {
        List<Node> merged = new ArrayList<>();
        for (Node branch : branches) {
            int last = merged.size() - 1;
            if (last >= 0
                    && branch instanceof CharacterClass more
                    && merged.get(last) instanceof CharacterClass previous) {
                merged.set(last, new CharacterClass(previous.set().plus(more.set())));
            } else {
                merged.add(branch);
            }
        }
        return merged.size() == 1 ? merged.get(0) : new Alternation(List.copyOf(merged));
    }

    /** Returns a repetition, simplified as RE2 does it: of nothing, of once, and of the same repetition. */
    static Node repetition(Node body, int min, int max, boolean isGreedy) {
        if (body instanceof Empty || max == 0) {
            return new Empty();
        }
        boolean isSame = body instanceof Repetition inner
                && inner.min == min
                && inner.max == max
                && inner.isGreedy == isGreedy
                && (max == UNBOUNDED ? min <= 1 : max == 1);
        return isSame || (min == 1 && max == 1) ? body : new Repetition(body, min, max, isGreedy);
    }

    /** Returns true if the node can match the empty string. */
    default boolean isNullable() {
        if (this instanceof Concatenation sequence) {
            return sequence.parts.stream().allMatch(Node::isNullable);
        }
        if (this instanceof Alternation choice) {
            return choice.branches.stream().anyMatch(Node::isNullable);
        }
        if (this instanceof Repetition repeat) {
            return repeat.min == 0 || repeat.body.isNullable();
        }
        return this instanceof Capture group ? group.body.isNullable() : !(this instanceof CharacterClass);
    }

    /** Returns the approximate number of instructions after every repetition is expanded. */
    default long weight() {
        long weight = 1;
        if (this instanceof Concatenation sequence) {
            weight += sequence.parts.stream().mapToLong(Node::weight).sum();
        } else if (this instanceof Alternation choice) {
            weight += choice.branches.stream()
                    .mapToLong(branch -> 1 + branch.weight())
                    .sum();
        } else if (this instanceof Repetition repeat) {
            weight += Math.max(1, Math.max(repeat.min, repeat.max)) * (1 + repeat.body.weight());
        } else if (this instanceof Capture group) {
            weight += 1 + group.body.weight();
        }
        return Math.min(weight, HEAVY);
    }
}
