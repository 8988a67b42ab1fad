package dev.mendline.engine.pattern;

/** What every match of a tree begins with. */
final class Prefix {
    private final StringBuilder characters = new StringBuilder();
    private final boolean ignoresCase;

    private Prefix(boolean ignoresCase) {
        this.ignoresCase = ignoresCase;
    }

    static String of(Node tree, boolean ignoresCase) {
        Prefix prefix = new Prefix(ignoresCase);
        prefix.read(tree);
        return prefix.characters.toString();
    }

    /** Whether the tree is nothing but the same literals, or one of several. */
    static boolean isLiteral(Node tree, boolean ignoresCase) {
        return tree instanceof Node.Choice choice
                ? choice.branches().stream().allMatch(branch -> isPlain(branch, ignoresCase))
                : isPlain(tree, ignoresCase);
    }

    private static boolean isPlain(Node branch, boolean ignoresCase) {
        if (branch instanceof Node.Sequence sequence) {
            return sequence.parts().stream().allMatch(part -> part instanceof Node.One && isPlain(part, ignoresCase));
        }
        return branch instanceof Node.One one
                && (one.set().letter() >= 0
                        ? ignoresCase
                        : one.set().only() >= 0
                                && !(ignoresCase
                                        && LiteralRun.isLetter(one.set().only())));
    }

    /** Whether it goes on behind. */
    private boolean read(Node node) {
        if (node instanceof Node.One one) {
            return read(one.set());
        } else if (node instanceof Node.Sequence sequence) {
            return sequence.parts().stream().allMatch(this::read);
        } else if (node instanceof Node.Group group) {
            return read(group.body());
        }
        return node instanceof Node.Edge || node instanceof Node.Empty;
    }

    private boolean read(ByteSet set) {
        int only = set.only();
        if (only >= 0) {
            characters.append((char) (ignoresCase && only >= 'A' && only <= 'Z' ? only + 32 : only));
        } else if (ignoresCase && set.letter() >= 0) {
            characters.append((char) set.letter());
        } else {
            return false;
        }
        return true;
    }
}
