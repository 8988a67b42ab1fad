package dev.mendline.engine.pattern;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes instructions of a tree, from its end to its beginning. */
final class Emitter {
    private final List<Instruction> instructions = new ArrayList<>();
    private int rows;

    static Program program(Node tree, int groups) {
        Emitter emitter = new Emitter();
        Instruction entry = emitter.emit(tree, new Done(emitter));
        boolean isNew = true;
        while (isNew) {
            isNew = false;
            for (Instruction instruction : emitter.instructions) {
                isNew |= instruction.lookAgain();
            }
        }
        emitter.instructions.forEach(Instruction::settle);
        return new Program(
                entry,
                List.copyOf(emitter.instructions),
                emitter.rows,
                groups,
                new Starts(Lead.of(tree, Lead.ANYTHING)));
    }

    int add(Instruction instruction) {
        instructions.add(instruction);
        return instructions.size() - 1;
    }

    /** A row of marks, one for each place of a text. */
    int row() {
        return rows++;
    }

    private Instruction emit(Node node, Instruction next) {
        if (node instanceof Node.One one) {
            return new Characters(this, one.set(), 1, next);
        } else if (node instanceof Node.Edge edge) {
            return new AtPlace(this, edge.place(), next);
        } else if (node instanceof Node.Group group) {
            Instruction end = new Save(this, 2 * group.number() + 1, next);
            return new Save(this, 2 * group.number(), emit(group.body(), end));
        } else if (node instanceof Node.Sequence sequence) {
            return sequence(sequence.parts(), next);
        } else if (node instanceof Node.Choice choice) {
            return choice(choice.branches(), next);
        }
        return node instanceof Node.Repeat repeat ? repeat(repeat, next) : next;
    }

    private Instruction sequence(List<Node> parts, Instruction next) {
        Instruction first = next;
        int end = parts.size();
        while (end > 0) {
            int start = LiteralRun.start(parts, end);
            if (end - start > 1) {
                first = new Literal(this, LiteralRun.of(parts.subList(start, end)), first);
                end = start;
            } else {
                end--;
                first = emit(parts.get(end), first);
            }
        }
        return first;
    }

    private Instruction choice(List<Node> branches, Instruction next) {
        Instruction join = join(next);
        return new Fork(
                this, branches.stream().map(branch -> emit(branch, join)).toList());
    }

    /** Where several ways meet, only the first to come goes on. */
    private Instruction join(Instruction next) {
        return next instanceof Fork || next instanceof Loop || next instanceof Join || next instanceof Done
                ? next
                : new Join(this, next);
    }

    private Instruction repeat(Node.Repeat repeat, Instruction next) {
        if (repeat.body() instanceof Node.One one) {
            return characters(one.set(), repeat, next);
        }
        boolean isUnbounded = repeat.max() == Node.UNBOUNDED;
        int optional = isUnbounded ? 0 : repeat.max() - repeat.min();
        Instruction join = optional > 0 ? join(next) : next;
        Instruction first = join;
        for (int i = 0; i < optional; i++) {
            first = either(repeat, emit(repeat.body(), first), join);
        }
        if (isUnbounded) {
            first = repeat.min() == 0 ? star(repeat, next) : plus(repeat, next);
        }
        int copies = isUnbounded ? repeat.min() - 1 : repeat.min();
        for (int i = 0; i < copies; i++) {
            first = emit(repeat.body(), first);
        }
        return first;
    }

    private Instruction characters(ByteSet set, Node.Repeat repeat, Instruction next) {
        boolean isFixed = repeat.max() == repeat.min();
        int more = repeat.max() == Node.UNBOUNDED ? Node.UNBOUNDED : repeat.max() - repeat.min();
        Instruction first = isFixed ? next : new Loop(this, set, more, repeat.isGreedy(), next);
        return repeat.min() == 0 ? first : new Characters(this, set, repeat.min(), first);
    }

    /** What can be empty is repeated as RE2 does it, so that the order of the ways is the same. */
    private Instruction star(Node.Repeat repeat, Instruction next) {
        if (repeat.body().isNullable()) {
            return either(repeat, plus(repeat, next), next);
        }
        Fork again = new Fork(this, List.of());
        again.decide(ways(repeat, emit(repeat.body(), again), next));
        return again;
    }

    private Instruction plus(Node.Repeat repeat, Instruction next) {
        Fork again = new Fork(this, List.of());
        Instruction body = emit(repeat.body(), again);
        again.decide(ways(repeat, body, next));
        return body;
    }

    private Instruction either(Node.Repeat repeat, Instruction body, Instruction next) {
        return new Fork(this, ways(repeat, body, next));
    }

    private static List<Instruction> ways(Node.Repeat repeat, Instruction body, Instruction next) {
        List<Instruction> ways = new ArrayList<>(List.of(body, next));
        if (!repeat.isGreedy()) {
            Collections.reverse(ways);
        }
        return List.copyOf(ways);
    }
}
