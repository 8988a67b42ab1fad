package dev.mendline.engine.pattern;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an expression that RE2/J has accepted; gives up on what is not known here. */
final class Parser {
    private static final int MAX_DEPTH = 200;

    private final Cursor cursor;
    private final List<String> names = new ArrayList<>();
    private boolean ignoresCase;
    private boolean isDotAll;
    private int depth;

    private Parser(String expression, boolean ignoresCase) {
        this.cursor = new Cursor(expression);
        this.ignoresCase = ignoresCase;
    }

    /** The tree, and the names of its groups in order; null when the expression holds something unknown. */
    static @Nullable Parsed parse(String expression, boolean ignoresCase) {
        Parser parser = new Parser(expression, ignoresCase);
        Node tree = parser.choice();
        return parser.cursor.isLost() ? null : new Parsed(tree, List.copyOf(parser.names));
    }

    record Parsed(Node tree, List<String> names) {}

    private Node choice() {
        List<Node> branches = new ArrayList<>();
        do {
            branches.add(sequence());
        } while (cursor.skip("|"));
        return Node.choice(branches);
    }

    private Node sequence() {
        List<Node> parts = new ArrayList<>();
        while (cursor.hasMore() && !cursor.isAt("|") && !cursor.isAt(")")) {
            Repetition repetition = Repetition.read(cursor);
            if (repetition == null) {
                item(parts);
            } else if (parts.isEmpty() || (repetition.max() == 0 && !names.isEmpty())) {
                // RE2/J has its own idea of what a group holds that is repeated no times.
                cursor.lose();
            } else {
                int last = parts.size() - 1;
                parts.set(last, repetition.of(parts.get(last)));
            }
        }
        return Node.sequence(parts);
    }

    private void item(List<Node> parts) {
        if (cursor.isAt("(")) {
            group(parts);
        } else if (cursor.skip("\\Q")) {
            cursor.quoted().chars().forEach(c -> parts.add(character(c)));
        } else if (cursor.skip("^") || cursor.skip("\\A")) {
            parts.add(new Node.Edge(Place.BEGIN));
        } else if (cursor.skip("$") || cursor.skip("\\z")) {
            parts.add(new Node.Edge(Place.END));
        } else if (cursor.skip("\\b")) {
            parts.add(new Node.Edge(Place.WORD_EDGE));
        } else if (cursor.skip("\\B")) {
            parts.add(new Node.Edge(Place.NO_WORD_EDGE));
        } else if (cursor.skip(".")) {
            parts.add(new Node.One(isDotAll ? ByteSet.ALL : ByteSet.of('\n').negated()));
        } else if (cursor.skip("[")) {
            parts.add(new Node.One(CharacterClass.read(cursor, ignoresCase)));
        } else {
            ByteSet perl = CharacterClass.perl(cursor);
            parts.add(perl != null ? new Node.One(perl) : character(Escape.character(cursor)));
        }
    }

    private Node character(int c) {
        if (c > 127) {
            cursor.lose();
        }
        ByteSet set = ByteSet.of(Math.min(c, 127));
        return new Node.One(ignoresCase ? set.folded() : set);
    }

    private void group(List<Node> parts) {
        boolean ignoredCase = ignoresCase;
        boolean wasDotAll = isDotAll;
        int number = -1;
        if (cursor.skip("(?P<") || cursor.skip("(?<")) {
            number = names.size();
            names.add(cursor.until('>'));
        } else if (cursor.skip("(?")) {
            if (!flags()) {
                return;
            }
        } else {
            cursor.skip("(");
        }
        Node body = ++depth > MAX_DEPTH ? cursor.lose() : choice();
        depth--;
        cursor.skip(")");
        ignoresCase = ignoredCase;
        isDotAll = wasDotAll;
        parts.add(number >= 0 ? new Node.Group(number, body) : body);
    }

    /** Whether a group begins behind the flags; otherwise they hold until the one around ends. */
    private boolean flags() {
        boolean isOn = true;
        while (!cursor.isLost()) {
            if (cursor.skip("i")) {
                ignoresCase = isOn;
            } else if (cursor.skip("s")) {
                isDotAll = isOn;
            } else if (cursor.skip("-")) {
                isOn = false;
            } else if (cursor.skip(":")) {
                return true;
            } else if (cursor.skip(")")) {
                return false;
            } else {
                cursor.lose();
            }
        }
        return false;
    }
}
