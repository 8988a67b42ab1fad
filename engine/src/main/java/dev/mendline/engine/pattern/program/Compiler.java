package dev.mendline.engine.pattern.program;

import dev.mendline.engine.pattern.syntax.ByteSet;
import dev.mendline.engine.pattern.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiler of syntax trees. It compiles each tree from its end to its start. */
public final class Compiler {
    /** Limit of the expanded tree. RE2/J runs heavier ones. */
    private static final long MAX_WEIGHT = 8_000;

    private final List<Instruction> instructions = new ArrayList<>();
    private int rows;

    private Compiler() {}

    /**
     * Compiles a tree.
     *
     * @param groups number of its capture groups
     * @return null if the program would be too large
     */
    public static @Nullable Program compile(Node tree, int groups) {
        return tree.weight() > MAX_WEIGHT ? null : new Compiler().program(tree, groups);
    }

    private Program program(Node tree, int groups) {
        Instruction entry = compile(tree, add(new Instruction.Accept()));
        boolean hasGrown = true;
        while (hasGrown) {
            hasGrown = false;
            for (Instruction instruction : instructions) {
                hasGrown |= instruction.updateFirst();
            }
        }
        instructions.forEach(Instruction::prepare);
        PrefixSets prefix = PrefixSets.of(tree, PrefixSets.UNKNOWN);
        return new Program(entry, List.copyOf(instructions), rows, groups, new StartScanner(prefix));
    }

    private <I extends Instruction> I add(I instruction) {
        instruction.setId(instructions.size());
        instructions.add(instruction);
        return instruction;
    }

    private Instruction compile(Node node, Instruction next) {
        if (node instanceof Node.CharacterClass one) {
            return add(new Characters(one.set(), 1, next));
        } else if (node instanceof Node.ZeroWidth zeroWidth) {
            return add(new Instruction.Assert(zeroWidth.assertion(), next));
        } else if (node instanceof Node.Capture capture) {
            Instruction end = add(new Instruction.Save(2 * capture.number() + 1, next));
            Instruction body = compile(capture.body(), end);
            return add(new Instruction.Save(2 * capture.number(), body));
        } else if (node instanceof Node.Concatenation concatenation) {
            return concatenation(concatenation.parts(), next);
        } else if (node instanceof Node.Alternation alternation) {
            Instruction join = join(next);
            return split(alternation.branches().stream()
                    .map(branch -> compile(branch, join))
                    .toList());
        }
        return node instanceof Node.Repetition repetition ? repetition(repetition, next) : next;
    }

    private Instruction concatenation(List<Node> parts, Instruction next) {
        Instruction first = next;
        int end = parts.size();
        while (end > 0) {
            int start = Literal.start(parts, end);
            if (end - start > 1) {
                first = add(new Literal(parts.subList(start, end), first));
                end = start;
            } else {
                end--;
                first = compile(parts.get(end), first);
            }
        }
        return first;
    }

    private Split split(List<Instruction> branches) {
        return add(new Split(rows++, branches));
    }

    /** Returns an instruction that fails on the second visit, in front of {@code next}. */
    private Instruction join(Instruction next) {
        return next instanceof Split
                        || next instanceof CharacterLoop
                        || next instanceof Instruction.Join
                        || next instanceof Instruction.Accept
                ? next
                : add(new Instruction.Join(rows++, next));
    }

    private Instruction repetition(Node.Repetition repetition, Instruction next) {
        if (repetition.body() instanceof Node.CharacterClass one) {
            return characters(one.set(), repetition, next);
        }
        boolean isUnbounded = repetition.max() == Node.UNBOUNDED;
        int optional = isUnbounded ? 0 : repetition.max() - repetition.min();
        Instruction join = optional > 0 ? join(next) : next;
        Instruction first = join;
        for (int i = 0; i < optional; i++) {
            first = split(branches(repetition, compile(repetition.body(), first), join));
        }
        if (isUnbounded) {
            first = repetition.min() == 0 ? star(repetition, next) : plus(repetition, next);
        }
        int copies = isUnbounded ? repetition.min() - 1 : repetition.min();
        for (int i = 0; i < copies; i++) {
            first = compile(repetition.body(), first);
        }
        return first;
    }

    private Instruction characters(ByteSet set, Node.Repetition repetition, Instruction next) {
        int min = repetition.min();
        int more = repetition.max() == Node.UNBOUNDED ? Node.UNBOUNDED : repetition.max() - min;
        Instruction first = more == 0 ? next : add(new CharacterLoop(rows++, set, more, repetition.isGreedy(), next));
        return min == 0 ? first : add(new Characters(set, min, first));
    }

    /** Compiles a repetition from zero. A nullable body is compiled as RE2 does it, to keep the order of alternatives. */
    private Instruction star(Node.Repetition repetition, Instruction next) {
        if (repetition.body().isNullable()) {
            return split(branches(repetition, plus(repetition, next), next));
        }
        Split loop = split(List.of());
        loop.setBranches(branches(repetition, compile(repetition.body(), loop), next));
        return loop;
    }

    private Instruction plus(Node.Repetition repetition, Instruction next) {
        Split loop = split(List.of());
        Instruction body = compile(repetition.body(), loop);
        loop.setBranches(branches(repetition, body, next));
        return body;
    }

    private static List<Instruction> branches(Node.Repetition repetition, Instruction body, Instruction next) {
        return repetition.isGreedy() ? List.of(body, next) : List.of(next, body);
    }
}
